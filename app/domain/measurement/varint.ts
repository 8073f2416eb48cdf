import { canonicalSum, type Sum } from "#app/domain/measurement/sum.ts";

/** Whole numbers from 0 in little-endian groups of seven bits (LEB128), as in Protocol Buffers. */
export class VarintWriter {
  readonly #bytes: number[] = [];

  write(value: Sum): void {
    let rest = typeof value === "bigint" ? this.#writeBig(value) : value;
    while (rest >= 0x80) {
      this.#bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes.push(rest);
  }

  /** Writes groups until the rest is a safe number; gives that rest. */
  #writeBig(value: bigint): number {
    let rest = value;
    while (rest > BigInt(Number.MAX_SAFE_INTEGER)) {
      this.#bytes.push(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
    }
    return Number(rest);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
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
