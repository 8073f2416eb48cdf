/**
 * Two numbers per record, grouped by cell: a hash (to find duplicates) and the bin of its wait. Six bytes a record in
 * large pages; the records of a cell are chained blocks of sixteen.
 */
export class RowLog {
  static readonly noWait = 0xffff;

  readonly #hashes: Uint32Array[] = [];
  readonly #waits: Uint16Array[] = [];
  /** Per block: the block before it of the same cell, or -1. */
  readonly #before: number[] = [];
  /** Per cell: its newest block, and how full that is. */
  readonly #block: number[] = [];
  readonly #fill: number[] = [];

  /** Cells are numbered from 0 without gaps. */
  add(cell: number, hash: number, wait: number): void {
    let block = this.#block[cell] ?? -1;
    let fill = block === -1 ? blockSize : (this.#fill[cell] as number);
    if (fill === blockSize) {
      block = this.#newBlock(block);
      this.#block[cell] = block;
      fill = 0;
    }
    const page = block >>> pageBits;
    const at = (block & (blocksPerPage - 1)) * blockSize + fill;
    (this.#hashes[page] as Uint32Array)[at] = hash;
    (this.#waits[page] as Uint16Array)[at] = wait;
    this.#fill[cell] = fill + 1;
  }

  /** The waits of a cell as rising (bin, count) pairs, with bins as they were added. */
  waitsOf(cell: number): number[] {
    const waits = new Uint16Array(this.#sizeOf(cell));
    let size = 0;
    for (let block = this.#block[cell] ?? -1; block >= 0; block = this.#before[block] as number) {
      const { page, from, to } = this.#extent(cell, block);
      waits.set((this.#waits[page] as Uint16Array).subarray(from, to), size);
      size += to - from;
    }
    waits.sort();
    const pairs: number[] = [];
    for (let i = 0; i < size; ) {
      const wait = waits[i] as number;
      const first = i;
      while (i < size && waits[i] === wait) i += 1;
      if (wait !== RowLog.noWait) pairs.push(wait, i - first);
    }
    return pairs;
  }

  /** Hashes that occur more than once in the cell. */
  repeatedHashes(cell: number): number[] {
    const hashes = new Uint32Array(this.#sizeOf(cell));
    let size = 0;
    for (let block = this.#block[cell] ?? -1; block >= 0; block = this.#before[block] as number) {
      const { page, from, to } = this.#extent(cell, block);
      hashes.set((this.#hashes[page] as Uint32Array).subarray(from, to), size);
      size += to - from;
    }
    hashes.sort();
    const repeated: number[] = [];
    for (let i = 1; i < size; i++) {
      const hash = hashes[i] as number;
      if (hash === hashes[i - 1] && repeated.at(-1) !== hash) repeated.push(hash);
    }
    return repeated;
  }

  #extent(cell: number, block: number): { page: number; from: number; to: number } {
    const from = (block & (blocksPerPage - 1)) * blockSize;
    const fill = block === this.#block[cell] ? (this.#fill[cell] as number) : blockSize;
    return { page: block >>> pageBits, from, to: from + fill };
  }

  #sizeOf(cell: number): number {
    let size = 0;
    for (let block = this.#block[cell] ?? -1; block >= 0; block = this.#before[block] as number) {
      const { from, to } = this.#extent(cell, block);
      size += to - from;
    }
    return size;
  }

  #newBlock(before: number): number {
    const block = this.#before.length;
    this.#before.push(before);
    if (block % blocksPerPage === 0) {
      this.#hashes.push(new Uint32Array(blocksPerPage * blockSize));
      this.#waits.push(new Uint16Array(blocksPerPage * blockSize));
    }
    return block;
  }
}

const blockSize = 16;
const pageBits = 10;
const blocksPerPage = 1 << pageBits;
