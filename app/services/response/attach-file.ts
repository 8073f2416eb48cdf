import { blobPath } from "#app/db/blob.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { fileKind } from "#app/domain/response/file-kind.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import { checkArchive } from "#app/imports/office-archive/check-archive.ts";
import type { Application } from "#app/services/application.ts";
import { attachToResponse } from "#app/services/response/attach-to-response.ts";
import type { Receive, StoredFile } from "#app/services/response/incoming-file.ts";

/**
 * Puts a file into the slot of a requirement. The same file may lie in several slots.
 *
 * Faults: those of `attachToResponse`, and at the slot's field `file_kind_not_allowed`, `file_of_old_office`,
 * `file_not_what_it_says`, `file_empty`, and `archive_…` for a Word or Excel file that holds what neither needs.
 */
export async function attachFile(
  app: Application,
  actor: Actor,
  tenderId: string,
  slot: string,
  receive: Receive,
): Promise<Result<ResponseFile>> {
  const proof = {
    slot,
    field: `files.${slot}`,
    asked: ({ requirements }: PublishedTender) => requirements.some(({ id }) => id === slot),
    prepare: (file: StoredFile) => checkProof(app, file),
  };
  return await attachToResponse(app, actor, tenderId, proof, receive);
}

/** By name and first bytes, and a Word or Excel file by everything in it: an evaluator will open it. */
async function checkProof(app: Application, file: StoredFile): Promise<Result<StoredFile>> {
  const { name, blob } = file;
  const kind = fileKind(name, blob.head);
  if (!kind.ok) return kind;
  if (kind.value !== "docx" && kind.value !== "xlsx") return success(file);
  const faults = await checkArchive(blobPath(app.dataDir, blob.name), kind.value);
  return faults.length === 0 ? success(file) : failure(...faults);
}
