import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";
import type { IncomingFile, Receive } from "#app/services/response/incoming-file.ts";
import { createTender } from "#app/services/tender/create-tender.ts";
import { mostTenderFileBytes, readTenderFile } from "#app/services/tender/read-tender-file.ts";

/**
 * A new draft from a file that this program has written, here or elsewhere, owned by whoever brings it and bought by
 * that person's organisation. Nothing is stored unless the whole file is good. Faults: those of `receive` and
 * `readTenderFile`, `not_allowed`.
 *
 * @param receive is asked only once the actor is known to be allowed
 */
export async function importTender(
  app: Application,
  actor: Actor,
  receive: Receive,
): Promise<Result<{ readonly tenderId: string }>> {
  const allowed = authorise(actor, "tender.create");
  if (!allowed.ok) return allowed;
  const received = await receive();
  if (!received.ok) return received;
  const bytes = await bytesOf(received.value);
  if (!bytes.ok) return bytes;
  const file = readTenderFile(bytes.value);
  return file.ok ? await createTender(app, actor, { from: "file", file: file.value }) : file;
}

async function bytesOf({ chunks, interruption }: IncomingFile): Promise<Result<Buffer>> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    // What is above the limit is read to its end and let go, so that the browser gets to hear why.
    if (bytes <= mostTenderFileBytes) parts.push(chunk);
  }
  const broken = interruption();
  if (broken !== null) return failure(broken);
  if (bytes > mostTenderFileBytes) {
    return failure({ code: "tender_file_too_large", params: { bytes: mostTenderFileBytes } });
  }
  return success(Buffer.concat(parts));
}
