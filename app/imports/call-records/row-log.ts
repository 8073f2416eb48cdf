/**
 * Three numbers per record, grouped by open cell: a hash and that of the call id alone (to find duplicates), and the bin
 * of its wait. Ten bytes a record in large pages; the records of a cell are chained blocks of sixteen, and the blocks of a closed cell are used again.
 */
export class RowLog {
  static readonly noWait = 0xffff;

  readonly #hashes: Uint32Array[] = [];
  readonly #ids: Uint32Array[] = [];
  readonly #waits: Uint16Array[] = [];
  /** Per block: the block before it of the same cell, or -1; of a free block the next free one. */
  readonly #before: Int32Array[] = [];
  #blocks = 0;
  #free = -1;
  /** Per cell: its newest block, and how full that is. */
  readonly #block: number[] = [];
  readonly #fill: number[] = [];
  /** Scratch of `waitsOf`. */
  #sorted = new Uint16Array(1024);

  /** Cells are numbered from 0 without gaps. */
  add(cell: number, hash: number, id: number, wait: number): void {
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
    (this.#ids[page] as Uint32Array)[at] = id;
    (this.#waits[page] as Uint16Array)[at] = wait;
    this.#fill[cell] = fill + 1;
  }

  /** The waits of a cell as rising (bin, count) pairs, with bins as they were added. */
  waitsOf(cell: number): number[] {
    const size = this.sizeOf(cell);
    if (size > this.#sorted.length) this.#sorted = new Uint16Array(2 * size);
    const waits = this.#sorted.subarray(0, size);
    this.#copy(cell, this.#waits, waits);
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

  /** Fills `to`, which has the size of the cell, with its hashes, rising. */
  hashesOf(cell: number, to: Uint32Array): void {
    this.#copy(cell, this.#hashes, to);
    to.sort();
  }

  /** Which of these hashes more than one record of a cell has together with the same hash of its call id. */
  withSameId(cell: number, hashes: readonly number[]): number[] {
    const size = this.sizeOf(cell);
    const own = new Uint32Array(size);
    const ids = new Uint32Array(size);
    this.#copy(cell, this.#hashes, own);
    this.#copy(cell, this.#ids, ids);
    const known = new Map(hashes.map((hash) => [hash, new Set<number>()]));
    const repeated = new Set<number>();
    for (let i = 0; i < size; i++) {
      const hash = own[i] as number;
      const id = ids[i] as number;
      const others = known.get(hash);
      if (others?.has(id)) repeated.add(hash);
      others?.add(id);
    }
    return [...repeated];
  }

  sizeOf(cell: number): number {
    let size = 0;
    for (let block = this.#block[cell] ?? -1; block >= 0; block = this.#beforeOf(block)) {
      size += this.#fillOf(cell, block);
    }
    return size;
  }

  release(cell: number): void {
    for (let block = this.#block[cell] ?? -1; block >= 0; ) {
      const before = this.#beforeOf(block);
      this.#setBefore(block, this.#free);
      this.#free = block;
      block = before;
    }
    this.#block[cell] = -1;
  }

  #copy<T extends Uint16Array | Uint32Array>(cell: number, pages: readonly T[], to: T): void {
    let size = 0;
    for (let block = this.#block[cell] ?? -1; block >= 0; block = this.#beforeOf(block)) {
      const from = (block & (blocksPerPage - 1)) * blockSize;
      const fill = this.#fillOf(cell, block);
      const page = pages[block >>> pageBits] as T;
      for (let i = 0; i < fill; i++) to[size++] = page[from + i] as number;
    }
  }

  #fillOf(cell: number, block: number): number {
    return block === this.#block[cell] ? (this.#fill[cell] as number) : blockSize;
  }

  #newBlock(before: number): number {
    let block = this.#free;
    if (block >= 0) {
      this.#free = this.#beforeOf(block);
    } else {
      block = this.#blocks++;
      if (block % blocksPerPage === 0) {
        this.#hashes.push(new Uint32Array(blocksPerPage * blockSize));
        this.#ids.push(new Uint32Array(blocksPerPage * blockSize));
        this.#waits.push(new Uint16Array(blocksPerPage * blockSize));
        this.#before.push(new Int32Array(blocksPerPage));
      }
    }
    this.#setBefore(block, before);
    return block;
  }

  #beforeOf(block: number): number {
    return (this.#before[block >>> pageBits] as Int32Array)[block & (blocksPerPage - 1)] as number;
  }

  #setBefore(block: number, before: number): void {
    (this.#before[block >>> pageBits] as Int32Array)[block & (blocksPerPage - 1)] = before;
  }
}

const blockSize = 16;
const pageBits = 10;
const blocksPerPage = 1 << pageBits;
