import { discardBlob } from "#app/db/blob.ts";
import type { Reading, Writing } from "#app/db/database.ts";
import { readFiles } from "#app/db/response.ts";
import type { Tables } from "#app/db/tables.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import { quotaFaults } from "#app/domain/response/upload-quota.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import { type Application, log } from "#app/services/application.ts";
import { newId } from "#app/services/new-id.ts";
import { type Receive, receiveIntoStore, type StoredFile } from "#app/services/response/incoming-file.ts";
import { logRejectedUpload } from "#app/services/response/log-rejected-upload.ts";
import { authoriseOwnResponse, type OwnResponse } from "#app/services/response/own-response.ts";

/** Where a file goes and what it must be; all else about an upload is the same for every kind of file. */
interface Attachment {
  readonly slot: string;
  /** Of the form that sends the file; its faults stand there. */
  readonly field: string;
  /** Whether the tender asks for such a file; without it every tender does. */
  readonly asked?: (content: PublishedTender) => boolean;
  /** What is kept of the file: itself, or what was made of it in the store. */
  readonly prepare: (file: StoredFile, own: OwnResponse) => Promise<Result<StoredFile>>;
  /** Why it cannot stand beside what lies in the response when its row is written. */
  readonly clash?: (file: StoredFile, held: readonly Tables["response_file"][]) => Fault | null;
}

/**
 * The one way of a file into a response, or into the folder of a contract's records. Permission, quota and room are
 * checked before the first byte is read, permission and quota again when the row is written. What is accepted and what
 * is rejected is logged, and nothing of a rejected file stays. Uploading alone is not submitting.
 *
 * Faults: `not_found` and `wrong_stage` before anything is read; else, at the field, those of `prepare` and `clash`, of
 * receiving, `disk_full`, those of `quotaFaults`, and `tender_files_too_large`.
 */
export async function attachToResponse(
  app: Application,
  actor: Actor,
  tenderId: string,
  attachment: Attachment,
  receive: Receive,
): Promise<Result<ResponseFile>> {
  const { slot, field, asked = () => true } = attachment;
  const own = await authoriseOwnResponse(app, app.database.read, actor, "response.edit", tenderId);
  if (!own.ok) {
    if (isTooLate(own)) await logLateUpload(app, actor, tenderId, slot, own.faults);
    return own;
  }
  if (!asked(own.value.publication.content)) return failure({ code: "not_found" });
  const upload = { actor, tenderId, own: own.value, attachment };
  const taken = await takeIn(app, upload, receive);
  if (taken.ok) return taken;
  const { responseId } = own.value;
  await logRejectedUpload(app, actor, tenderId, { response: responseId, slot }, taken.faults);
  return failure(...taken.faults.map((fault) => ({ ...fault, place: fault.place ?? { field } })));
}

const isTooLate = (own: Result<unknown>): boolean =>
  !own.ok && own.faults.some(({ code }) => code === "wrong_stage");

/** Whoever comes when the stage has passed must be able to show that they tried; whoever has no response is nobody. */
async function logLateUpload(
  app: Application,
  actor: Actor,
  tenderId: string,
  slot: string,
  faults: readonly Fault[],
): Promise<void> {
  const own = await authoriseOwnResponse(app, app.database.read, actor, "response.read-own", tenderId);
  if (!own.ok) return;
  await logRejectedUpload(app, actor, tenderId, { response: own.value.responseId, slot }, faults);
}

interface Upload {
  readonly actor: Actor;
  readonly tenderId: string;
  readonly own: OwnResponse;
  readonly attachment: Attachment;
}

async function takeIn(app: Application, upload: Upload, receive: Receive): Promise<Result<ResponseFile>> {
  const { own, tenderId, attachment } = upload;
  const held = await readFiles(app.database.read, own.responseId);
  const coming = { slot: attachment.slot, bytes: 0 };
  const full = await fullFaults(app.database.read, tenderId, own, held, coming);
  if (full.length > 0) return failure(...full);
  const stored = await receiveIntoStore(app, receive);
  if (!stored.ok) return stored;
  const sent = stored.value.blob.name;
  const kept = await attachment.prepare(stored.value, own);
  if (!kept.ok || kept.value.blob.name !== sent) await discardBlob(app.dataDir, sent);
  if (!kept.ok) return kept;
  // Where writing throws instead of refusing, the row may still be there: the blob then stays for the next start.
  const written = await app.database.write((trx) => writeRow(app, trx, upload, kept.value));
  if (!written.ok) await discardBlob(app.dataDir, kept.value.blob.name);
  return written;
}

async function writeRow(
  app: Application,
  trx: Writing,
  { actor, tenderId, attachment }: Upload,
  { name, blob }: StoredFile,
): Promise<Result<ResponseFile>> {
  const own = await authoriseUnfinished(app, trx, actor, tenderId);
  if (!own.ok) return own;
  const { responseId } = own.value;
  const held = await readFiles(trx, responseId);
  const { slot } = attachment;
  const { bytes, sha256 } = blob;
  const clash = attachment.clash?.({ name, blob }, held) ?? null;
  const faults = [
    ...(clash === null ? [] : [clash]),
    ...(await fullFaults(trx, tenderId, own.value, held, { slot, bytes })),
  ];
  if (faults.length > 0) return failure(...faults);
  const file = { id: newId(), slot, name, bytes, sha256 };
  await trx
    .insertInto("response_file")
    .values({ ...file, response_id: responseId, blob: blob.name, created_us: app.now(), removed_us: null })
    .execute();
  await log(app, trx, actor, "upload.accept", tenderId, { response: responseId, slot, file: file.id, bytes });
  return success(file);
}

/**
 * One rule for every slot: a file that began before the deadline may end after it. It then stays in the draft, where it
 * changes nothing, since what counts is what was submitted. So the end asks for no more than to read one's own
 * response, but only where the stage, and not the permission, has gone since the beginning.
 */
async function authoriseUnfinished(app: Application, trx: Writing, actor: Actor, tenderId: string) {
  const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
  return isTooLate(own) ? await authoriseOwnResponse(app, trx, actor, "response.read-own", tenderId) : own;
}

/** The quota of the folder and, of a response, that of its tender, which all vendors share. */
async function fullFaults(
  db: Reading,
  tenderId: string,
  { accumulates }: OwnResponse,
  held: readonly Tables["response_file"][],
  coming: { readonly slot: string; readonly bytes: number },
): Promise<readonly Fault[]> {
  // A contract is followed for years and must not stop because of what was bid for it.
  if (accumulates) return quotaFaults("contract", held, coming);
  const { total } = await db
    .selectFrom("response_file")
    .innerJoin("response", "response.id", "response_file.response_id")
    .select((eb) => eb.fn.sum<number | string | null>("response_file.bytes").as("total"))
    .where("response.tender_id", "=", tenderId)
    .executeTakeFirstOrThrow();
  const { tender } = uploadLimits;
  const own = quotaFaults("response", held, coming);
  return Number(total ?? 0) + coming.bytes > tender
    ? [...own, { code: "tender_files_too_large", params: { bytes: tender } }]
    : own;
}
