import { canonicalSum, type Sum } from "#app/domain/measurement/sum.ts";

/** Whole numbers from 0 in little-endian groups of seven bits (LEB128), as in Protocol Buffers. */
export class VarintWriter {
  #bytes = new Uint8Array(256);
  #size = 0;

  write(value: Sum): void {
    // The longest group that a number needs, and what a bigint adds to it, fit in 16 bytes.
    this.#reserve(typeof value === "bigint" ? value.toString(2).length : 16);
    let rest = typeof value === "bigint" ? this.#writeBig(value) : value;
    while (rest >= 0x80) {
      this.#bytes[this.#size++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#size++] = rest;
  }

  /** The number of bytes, and then these. */
  writeBytes(bytes: Uint8Array): void {
    this.write(bytes.length);
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#size);
    this.#size += bytes.length;
  }

  /** Gives what was written, and begins anew. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#size);
    this.#size = 0;
    return taken;
  }

  #reserve(more: number): void {
    const needed = this.#size + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  /** Writes groups until the rest is a safe number; gives that rest. */
  #writeBig(value: bigint): number {
    let rest = value;
    while (rest > BigInt(Number.MAX_SAFE_INTEGER)) {
      this.#bytes[this.#size++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    return Number(rest);
  }
}

/** Throws a `RangeError` at the end of the bytes: a stored blob that ends early is damage, not bad input. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): number {
    // Most numbers of a blob are below 128.
    const byte = this.#bytes[this.#position];
    if (byte !== undefined && byte < 0x80) {
      this.#position++;
      return byte;
    }
    const value = this.readSum();
    if (typeof value === "bigint") throw new RangeError("a count in a blob passes 2^53");
    return value;
  }

  readSum(): Sum {
    const start = this.#position;
    let value = 0;
    let place = 1;
    // Seven groups stay below 2^49; only then can a double have lost a bit.
    for (let group = 0; group < 7; group++) {
      const byte = this.#next();
      value += (byte & 0x7f) * place;
      if (byte < 0x80) return value;
      place *= 0x80;
    }
    this.#position = start;
    return this.#readBig();
  }

  /** What `writeBytes` wrote; a view, not a copy. */
  readBytes(): Uint8Array {
    const size = this.read();
    const start = this.#position;
    this.#position += size;
    if (this.#position > this.#bytes.length) throw new RangeError("a blob ends in the middle of its bytes");
    return size === 0 ? none : this.#bytes.subarray(start, this.#position);
  }

  get atEnd(): boolean {
    return this.#position === this.#bytes.length;
  }

  #readBig(): Sum {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.#next();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return canonicalSum(value);
    }
  }

  #next(): number {
    const byte = this.#bytes[this.#position++];
    if (byte === undefined) throw new RangeError("a blob ends in the middle of a number");
    return byte;
  }
}

const none = new Uint8Array(0);
