import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";

/** A file that is written once and never changed; its random name says nothing of what is in it. */
export interface Blob {
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  /** The first 4 KiB, to tell what kind of file it is. */
  readonly head: Buffer;
}

const headLength = 4096;
/** Ends the name of a file that is not whole yet. */
const unfinished = ".part";
const folder = (dataDir: string) => path.join(dataDir, "blobs");

export const blobPath = (dataDir: string, name: string): string => path.join(folder(dataDir), name);

/**
 * Writes a stream to the store, durably: temporary file, fsync, rename, fsync of the folder. When it returns, a power
 * cut no longer loses the file; when it throws, nothing is left. The row that names it comes after.
 */
export async function writeBlob(dataDir: string, chunks: AsyncIterable<Uint8Array>): Promise<Blob> {
  const name = randomBytes(16).toString("hex");
  const final = blobPath(dataDir, name);
  const temporary = `${final}${unfinished}`;
  const hash = createHash("sha256");
  const head: Uint8Array[] = [];
  let bytes = 0;
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      for await (const chunk of chunks) {
        hash.update(chunk);
        if (bytes < headLength) head.push(chunk.subarray(0, headLength - bytes));
        bytes += chunk.length;
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, final);
    await syncFolder(folder(dataDir));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { name, bytes, sha256: hash.digest("hex"), head: Buffer.concat(head) };
}

/** For what was refused after it had been written; nothing in the database names it. */
export async function discardBlob(dataDir: string, name: string): Promise<void> {
  await rm(blobPath(dataDir, name), { force: true });
}

interface StoredFile {
  readonly name: string;
  /** Not whole: its upload goes on, or was cut off by the end of a process. */
  readonly temporary: boolean;
  readonly changedUs: number;
}

/** Everything in the store, without what vanishes while it is listed. */
export async function listBlobs(dataDir: string): Promise<StoredFile[]> {
  const names = await readdir(folder(dataDir));
  const files = await Promise.all(
    names.map(async (name) => {
      const { mtimeMs } = (await stat(blobPath(dataDir, name)).catch(() => null)) ?? {};
      if (mtimeMs === undefined) return [];
      return [{ name, temporary: name.endsWith(unfinished), changedUs: mtimeMs * 1000 }];
    }),
  );
  return files.flat();
}

export const readBlob = (dataDir: string, name: string): Readable =>
  createReadStream(blobPath(dataDir, name));

/** Free and whole size of the volume that holds the store, in bytes. */
export async function volume(dataDir: string): Promise<{ readonly free: number; readonly size: number }> {
  const { bavail, blocks, bsize } = await statfs(dataDir);
  return { free: bavail * bsize, size: blocks * bsize };
}

/** A rename is durable only when its folder is. */
async function syncFolder(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
