import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";

/**
 * Bytes on disk that nobody else can name, so that they are gone with whoever has them open, however that ends. Nothing
 * is opened before the first byte. Reads and writes without giving way, as befits a thread of its own.
 */
export class TemporaryFile {
  readonly #folder: string;
  #file: number | null = null;
  #length = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Gives where the bytes begin. */
  append(bytes: Uint8Array): number {
    const file = this.#open();
    const start = this.#length;
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(file, bytes, done, bytes.length - done, start + done);
    }
    this.#length += bytes.length;
    return start;
  }

  /** Fills `to` with what was appended at `position`. */
  read(position: number, to: Uint8Array): void {
    const file = this.#open();
    for (let done = 0; done < to.length; ) {
      done += readSync(file, to, done, to.length - done, position + done);
    }
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #open(): number {
    if (this.#file !== null) return this.#file;
    // The ending is that of unfinished files, which are tidied away.
    const path = join(this.#folder, `${randomUUID()}.part`);
    this.#file = openSync(path, "wx+", 0o600);
    unlinkSync(path);
    return this.#file;
  }
}
