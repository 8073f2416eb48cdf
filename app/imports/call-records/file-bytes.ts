import type { Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

/** A compressed file that cannot be unpacked to its end. */
export class BrokenGzip extends Error {}

export interface ReadingOptions {
  /** Called with the bytes read from disk, compressed ones as they lie there. */
  readonly onBytes?: (bytes: number) => void;
  /** Takes in the file as it lies on disk. */
  readonly hash?: Hash;
}

const chunkSize = 1 << 20;

/** The content of a file in chunks, unpacked when it begins like gzip whatever its name. Throws `BrokenGzip`. */
export async function* fileBytes(path: string, options: ReadingOptions = {}): AsyncGenerator<Uint8Array> {
  if (!(await isGzip(path))) {
    yield* rawBytes(path, options);
    return;
  }
  const unpacked = createGunzip({ chunkSize });
  // An error reaches whoever reads `unpacked`.
  pipeline(rawBytes(path, options), unpacked, () => {});
  try {
    yield* unpacked;
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) {
      throw new BrokenGzip();
    }
    throw error;
  }
}

async function* rawBytes(path: string, { onBytes, hash }: ReadingOptions): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: chunkSize })) {
    const bytes: Buffer = chunk;
    onBytes?.(bytes.length);
    hash?.update(bytes);
    yield bytes;
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
