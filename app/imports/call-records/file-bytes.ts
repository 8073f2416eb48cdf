import type { Hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
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

/**
 * The content of a file in chunks, unpacked when it begins like gzip whatever its name. A chunk is good until the
 * next is asked for. Throws `BrokenGzip`.
 */
export async function* fileBytes(path: string, options: ReadingOptions = {}): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const raw = rawBytes(file, options);
    if (await isGzip(file)) yield* unpack(raw);
    else yield* raw;
  } finally {
    await file.close();
  }
}

async function* unpack(raw: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip({ chunkSize });
  // The pipeline reads ahead, so it needs chunks of its own. Its error reaches whoever reads `unpacked`.
  pipeline(copies(raw), unpacked, () => {});
  try {
    yield* unpacked;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw code.startsWith("Z_") ? new BrokenGzip() : error;
  }
}

async function* copies(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield chunk.slice();
}

async function* rawBytes(file: FileHandle, { onBytes, hash }: ReadingOptions): AsyncGenerator<Uint8Array> {
  const { size } = await file.stat();
  const buffer = new Uint8Array(Math.min(chunkSize, size + 1));
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    const chunk = buffer.subarray(0, bytesRead);
    onBytes?.(bytesRead);
    hash?.update(chunk);
    yield chunk;
  }
}

async function isGzip(file: FileHandle): Promise<boolean> {
  const magic = new Uint8Array(2);
  const { bytesRead } = await file.read(magic, 0, 2, 0);
  return bytesRead === 2 && magic[0] === 0x1f && magic[1] === 0x8b;
}
