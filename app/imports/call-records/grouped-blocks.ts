import { TemporaryFile } from "#app/imports/call-records/temporary-file.ts";

const blockBytes = 1 << 15;

/**
 * Bytes in groups, to be read group by group: of each group a block is in memory, and the full ones lie in a temporary
 * file. Records begin at words of 32 bits.
 */
export class GroupedBlocks {
  /** The blocks of all groups, one after the other; and the same as bytes. */
  readonly words: Uint32Array;
  readonly bytes: Buffer;
  readonly #file: TemporaryFile;
  /** Where what each group has used of its block ends. */
  readonly #ends: Int32Array;
  /** What each group has in the file. */
  readonly #written: { readonly position: number; readonly length: number }[][];

  constructor(folder: string, groups: number) {
    this.#file = new TemporaryFile(folder);
    this.words = new Uint32Array((groups * blockBytes) / 4);
    this.bytes = Buffer.from(this.words.buffer);
    this.#ends = Int32Array.from({ length: groups }, (_, group) => group * blockBytes);
    this.#written = Array.from({ length: groups }, () => []);
  }

  /** The byte from which so many may be written, at most those of a block; `use` then says which were. */
  room(group: number, size: number): number {
    const end = this.#ends[group] as number;
    if (end + size <= (group + 1) * blockBytes) return end;
    this.#write(group);
    return group * blockBytes;
  }

  use(group: number, end: number): void {
    this.#ends[group] = (end + 3) & ~3;
  }

  /** Copies bytes in, of any length. */
  add(group: number, bytes: Uint8Array): void {
    if (bytes.length > blockBytes) {
      this.#write(group);
      this.#written[group]?.push({ position: this.#file.append(bytes), length: bytes.length });
      return;
    }
    const start = this.room(group, bytes.length);
    this.bytes.set(bytes, start);
    this.use(group, start + bytes.length);
  }

  /** Gives what a group has as it was put in, some whole records at a time; they are there until the next are given. */
  read(group: number, each: (bytes: Buffer, start: number, end: number) => void): void {
    const start = group * blockBytes;
    const written = this.#written[group] ?? [];
    if (written.length > 0) this.#write(group);
    for (const { position, length } of written) {
      const bytes = length > blockBytes ? Buffer.allocUnsafeSlow(length) : this.bytes;
      const from = length > blockBytes ? 0 : start;
      this.#file.read(position, bytes.subarray(from, from + length));
      each(bytes, from, from + length);
    }
    if (written.length === 0) each(this.bytes, start, this.#ends[group] as number);
  }

  close(): void {
    this.#file.close();
  }

  #write(group: number): void {
    const start = group * blockBytes;
    const block = this.bytes.subarray(start, this.#ends[group]);
    if (block.length === 0) return;
    this.#written[group]?.push({ position: this.#file.append(block), length: block.length });
    this.#ends[group] = start;
  }
}
