import { readAward, readCancellation } from "#app/db/award.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { renderAwardLetter } from "#app/services/award/write-award-letter.ts";
import { renderCancellationLetter } from "#app/services/award/write-cancellation-letter.ts";

/**
 * The vendor's own letter: about the award, or about the cancellation where that came last. That it was fetched is
 * logged. Fault: `not_found` also for a vendor that had submitted no bid.
 */
export async function writeOwnLetter(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<Buffer>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "outcome.read-own", tenderId);
  if (!access.ok) return access;
  const { ownResponseId: own } = access.value;
  if (actor.kind !== "person" || own === null) return failure({ code: "not_found" });
  const cancelled = await readCancellation(read, tenderId);
  const award = await readAward(read, tenderId);
  const file = cancelled
    ? await renderCancellationLetter(app, tenderId, await addresseeOf(app, actor.organisation.id), language)
    : await renderAwardLetter(app, tenderId, own, language);
  if (file === null) return failure({ code: "not_found" });
  await app.database.write((trx) =>
    log(app, trx, actor, "export", tenderId, {
      document: cancelled ? "cancellation-letter" : "award-letter",
      decision: (cancelled ?? award)?.sha256 ?? null,
      language,
      bytes: file.length,
    }),
  );
  return success(file);
}

const addresseeOf = async (app: Application, organisation: string) =>
  await app.database.read
    .selectFrom("organisation")
    .select(["name", "organisation_number as number"])
    .where("id", "=", organisation)
    .executeTakeFirstOrThrow();
