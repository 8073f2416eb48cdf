import { hashOfBytes } from "#app/imports/call-records/hash.ts";

interface KnownBytes {
  readonly bytes: Uint8Array;
  readonly queue: number;
}

/** Numbers for queue names, found by their bytes so that a known name needs no decoding. */
export class QueueNames {
  readonly names: string[] = [];
  readonly #byName = new Map<string, number>();
  readonly #byHash = new Map<number, KnownBytes[]>();
  #last: KnownBytes = { bytes: new Uint8Array(0), queue: -1 };

  /** The bytes are UTF-8, trimmed. Names are compared in Unicode NFC. */
  numberOfBytes(bytes: Uint8Array, start: number, end: number): number {
    if (sameBytes(this.#last.bytes, bytes, start, end)) return this.#last.queue;
    const hash = hashOfBytes(bytes, start, end);
    const alike = this.#byHash.get(hash) ?? [];
    let known = alike.find((candidate) => sameBytes(candidate.bytes, bytes, start, end));
    if (known === undefined) {
      const own = bytes.slice(start, end);
      known = { bytes: own, queue: this.numberOf(new TextDecoder().decode(own)) };
      this.#byHash.set(hash, [...alike, known]);
    }
    this.#last = known;
    return known.queue;
  }

  numberOf(text: string): number {
    const name = text.normalize("NFC");
    let queue = this.#byName.get(name);
    if (queue === undefined) {
      queue = this.names.length;
      this.names.push(name);
      this.#byName.set(name, queue);
    }
    return queue;
  }
}

function sameBytes(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
}
