import { readAward, readCancellation, readConclusion } from "#app/db/award.ts";
import { readPublication } from "#app/db/publication.ts";
import { releasePackage } from "#app/documents/release-package.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { instantText } from "#app/domain/response/instant.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

/** The tender as open data (OCDS 1.1.5), for everyone from publication. Fault: `not_found`. */
export async function writeReleasePackage(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<Buffer>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "tender.read", tenderId);
  if (!access.ok) return access;
  const { deadlineUs } = access.value;
  const publication = await readPublication(read, tenderId);
  if (publication === null || deadlineUs === null) return failure({ code: "not_found" });
  const { content, contentSha256, publishedUs } = publication;
  const released = releasePackage({
    tender: tenderId,
    content,
    sha256: contentSha256,
    publishedAt: instantText(publishedUs),
    deadline: instantText(deadlineUs),
    award: await readAward(read, tenderId),
    conclusion: await readConclusion(read, tenderId),
    cancellation: await readCancellation(read, tenderId),
    url: app.url,
    ocidPrefix: app.ocidPrefix,
    vocabulary: app.catalogue,
  });
  return success(Buffer.from(`${JSON.stringify(released, null, 2)}\n`));
}
