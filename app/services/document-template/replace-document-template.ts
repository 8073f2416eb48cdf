import { type Blob, blobPath, discardBlob } from "#app/db/blob.ts";
import type { Person } from "#app/domain/account/actor.ts";
import type { Letterhead } from "#app/domain/document-template/letterhead.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { readLetterhead } from "#app/imports/document-template/read-letterhead.ts";
import { templateLimits } from "#app/imports/document-template/template-parts.ts";
import { type Application, log } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";
import { newId } from "#app/services/new-id.ts";
import { type Receive, receiveIntoStore } from "#app/services/response/incoming-file.ts";

/**
 * Takes in a Word template (`.docx`, `.dotx`) for the documents of the administrator's organisation, in the place of
 * an earlier one. Tenders that are published already keep the look that they were published with.
 *
 * Faults: `not_allowed`, `template_not_word`, `disk_full`, those of receiving and of `readLetterhead`.
 */
export async function replaceDocumentTemplate(
  app: Application,
  person: Person,
  receive: Receive,
): Promise<Result<null>> {
  const allowed = authorise(person, "organisation.document-template");
  if (!allowed.ok) return allowed;
  const stored = await receiveIntoStore(app, receive);
  if (!stored.ok) return stored;
  const { name, blob } = stored.value;
  const read = await readTemplate(name, blob, blobPath(app.dataDir, blob.name));
  if (!read.ok) {
    await discardBlob(app.dataDir, blob.name);
    return read;
  }
  await keep(app, person, name, blob, read.value);
  return success(null);
}

async function readTemplate(name: string, { bytes }: Blob, path: string): Promise<Result<Letterhead>> {
  if (!/\.(docx|dotx)$/i.test(name)) return failure({ code: "template_not_word" });
  if (bytes > templateLimits.file) return failure({ code: "template_too_large" });
  return await readLetterhead(path);
}

async function keep(
  app: Application,
  person: Person,
  name: string,
  blob: Blob,
  letterhead: Letterhead,
): Promise<void> {
  await app.database.write(async (trx) => {
    const { id: organisation } = person.organisation;
    await trx
      .updateTable("document_template")
      .set({ removed_us: app.now() })
      .where("organisation_id", "=", organisation)
      .where("removed_us", "is", null)
      .execute();
    const id = newId();
    await trx
      .insertInto("document_template")
      .values({
        id,
        organisation_id: organisation,
        name,
        bytes: blob.bytes,
        sha256: blob.sha256,
        blob: blob.name,
        letterhead: Buffer.from(JSON.stringify(letterhead)),
        created_us: app.now(),
        created_by: person.accountId,
        removed_us: null,
      })
      .execute();
    await log(app, trx, person, "template.replace", null, {
      organisation,
      template: id,
      bytes: blob.bytes,
      sha256: blob.sha256,
    });
  });
}
