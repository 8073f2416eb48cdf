import { type Blob, discardBlob, volume, writeBlob } from "#app/db/blob.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { plainFileName } from "#app/domain/response/file-kind.ts";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import type { Application } from "#app/services/application.ts";

/** A file on its way in. Nothing of its body has been read when it is handed over. */
export interface IncomingFile {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Why the stream ended before the file did; null when it came whole. Asked after the last chunk. */
  readonly interruption: () => Fault | null;
}

/** Begins to read the request; called only after permission and quota have been checked. */
export type Receive = () => Promise<Result<IncomingFile>>;

/** A whole file in the store that no row names yet. */
export interface StoredFile {
  readonly name: string;
  readonly blob: Blob;
}

/**
 * Every file that is kept comes in by this: room, then the body, then the store. Permission and quota are asked before.
 * Faults: `disk_full` and those of receiving; nothing is left then.
 */
export async function receiveIntoStore(app: Application, receive: Receive): Promise<Result<StoredFile>> {
  const full = await roomFault(app);
  if (full !== null) return failure(full);
  const incoming = await receive();
  if (!incoming.ok) return incoming;
  const stored = await storeIncoming(app, incoming.value);
  if (!stored.ok) return stored;
  return success({ name: plainFileName(incoming.value.name), blob: stored.value });
}

/** Fault: `disk_full`, while there is still room for submits. */
export async function roomFault(app: Application): Promise<Fault | null> {
  const { free, size } = await volume(app.dataDir);
  return free < Math.max(uploadLimits.freeBytes, size * uploadLimits.freeShare)
    ? { code: "disk_full" }
    : null;
}

/** The whole file in the store, or the fault for which nothing of it was kept. */
export async function storeIncoming(app: Application, file: IncomingFile): Promise<Result<Blob>> {
  let blob: Blob;
  try {
    blob = await writeBlob(app.dataDir, file.chunks);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOSPC")
      return failure({ code: "disk_full" });
    throw error;
  }
  const fault = file.interruption();
  if (fault === null) return success(blob);
  await discardBlob(app.dataDir, blob.name);
  return failure(fault);
}
