/** Header of a zip archive that is sent piece by piece: how many files it will hold. */
export const fileCount = "File-Count";

const localHeader = { signature: 0x04034b50, bytes: 30, size: 18, nameLength: 26, extraLength: 28 } as const;

/** Counts the files of a zip archive while it comes (APPNOTE 4.3.7). Each header must tell its size, as ours do. */
export class ArchiveProgress {
  /** Files that have come whole. */
  done = 0;
  #header = new Uint8Array(0);
  /** Bytes of the present file that are still to come; null before its header has come whole. */
  #left: number | null = null;

  take(piece: Uint8Array): void {
    let at = 0;
    while (at < piece.length) {
      if (this.#left === null) {
        const taken = piece.subarray(at, at + localHeader.bytes - this.#header.length);
        this.#header = joined(this.#header, taken);
        at += taken.length;
        if (this.#header.length < localHeader.bytes) return;
        const header = new DataView(this.#header.buffer);
        // After the last file comes the directory: the rest is no file.
        const isFile = header.getUint32(0, true) === localHeader.signature;
        const names =
          header.getUint16(localHeader.nameLength, true) + header.getUint16(localHeader.extraLength, true);
        this.#left = isFile ? names + header.getUint32(localHeader.size, true) : Number.POSITIVE_INFINITY;
      }
      const used = Math.min(this.#left, piece.length - at);
      at += used;
      this.#left -= used;
      if (this.#left > 0) return;
      this.done += 1;
      this.#left = null;
      this.#header = new Uint8Array(0);
    }
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
