import { isUtf8 } from "node:buffer";

/**
 * Splits the bytes of a delimited text into records and fields, in any chunks, with bounded memory: a record has at
 * most 65,536 bytes. A field that begins with a quote may hold delimiters and newlines; `""` in it is a quote.
 */
export const longestRecord = 65_536;

const chunkSize = 1 << 20;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quoteByte = 0x22;
const noByte = -1;

/** A record that has been split: field i is `starts[i]` to `ends[i]` in `bytes`, trimmed, quotes resolved. */
export interface RecordFields {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly fields: number;
  /** Physical line on which the record begins, from 1. */
  readonly line: number;
  /** Whether the record is well-formed UTF-8. */
  readonly isUtf8: boolean;
}

export interface RecordSink {
  /** The fields are good until the next record. */
  record(record: RecordFields): void;
  /** A record that cannot be split; reading resumes on the line after its first line. */
  brokenRecord(code: "quote" | "row_too_long", line: number): void;
}

export class RecordScanner {
  // Always a byte longer than filled: a line feed stands behind the data, so that the inner loop needs no bound.
  bytes = new Uint8Array(1);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** Number of fields of the current record. */
  fields = 0;
  /** Physical line on which the current record begins, from 1. */
  line = 1;
  /** Whether the current record is well-formed UTF-8. */
  isUtf8 = true;

  /** Up to here all of `bytes` that is not yet read is known to be UTF-8. */
  #utf8Until = 0;

  readonly #delimiter: number;
  readonly #sink: RecordSink;
  readonly #quote: number;
  #position = 0;
  #filled = 0;
  #linesInRecord = 0;
  #skippingLine = false;
  #quotedHigh = 0;
  readonly #escaped: number[] = [];

  /** Without `quotes` a quote is a character like any other. */
  constructor(delimiter: number, sink: RecordSink, quotes = true) {
    this.#delimiter = delimiter;
    this.#sink = sink;
    this.#quote = quotes ? quoteByte : noByte;
  }

  push(chunk: Uint8Array): void {
    for (let start = 0; start < chunk.length; start += chunkSize) {
      this.#append(chunk.subarray(start, start + chunkSize));
      this.#scan(false);
    }
  }

  end(): void {
    this.#scan(true);
  }

  #append(chunk: Uint8Array): void {
    if (this.#position > 0) {
      this.bytes.copyWithin(0, this.#position, this.#filled);
      this.#filled -= this.#position;
      this.#position = 0;
    }
    const needed = this.#filled + chunk.length + 1;
    if (needed > this.bytes.length) this.bytes = grown(this.bytes, new Uint8Array(needed + longestRecord));
    this.bytes.set(chunk, this.#filled);
    this.#filled += chunk.length;
    this.bytes[this.#filled] = lineFeed;
    // One look at all whole lines is much quicker than one at each record; only if it fails, records are looked at.
    const lines = this.bytes.subarray(this.#position, this.bytes.lastIndexOf(lineFeed, this.#filled - 1) + 1);
    this.#utf8Until = isUtf8(lines) ? this.#position + lines.length : 0;
  }

  #scan(final: boolean): void {
    while (this.#position < this.#filled) {
      if (this.#skippingLine && !this.#skipLine()) return;
      if (this.#position === this.#filled) return;
      const next = this.#split(final);
      if (next >= 0) {
        this.#sink.record(this);
        this.#position = next;
        this.line += this.#linesInRecord;
      } else if (next === incomplete) {
        return;
      } else {
        this.#sink.brokenRecord(next === tooLong ? "row_too_long" : "quote", this.line);
        this.#skippingLine = true;
      }
    }
  }

  /** Moves behind the next line feed; false when there is none yet. */
  #skipLine(): boolean {
    const found = this.bytes.indexOf(lineFeed, this.#position);
    if (found >= this.#filled) {
      this.#position = this.#filled;
      return false;
    }
    this.#position = found + 1;
    this.line += 1;
    this.#skippingLine = false;
    return true;
  }

  /** Finds the fields of the record at `#position`; gives where the next begins, or a negative reason why not. */
  #split(final: boolean): number {
    const { bytes } = this;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    const start = this.#position;
    const filled = this.#filled;
    let at = start;
    let fieldStart = start;
    let fields = 0;
    let high = 0;
    this.#linesInRecord = 1;
    this.#quotedHigh = 0;
    if (this.#escaped.length > 0) this.#escaped.length = 0;
    if (bytes[at] === quote) {
      at = this.#quotedField(start, at, fields, final);
      if (at < 0) return at;
      fieldStart = -1;
    }
    while (true) {
      const byte = bytes[at] as number;
      if (byte === delimiter) {
        if (fieldStart >= 0) this.#setTrimmed(fields, fieldStart, at);
        fields += 1;
        at += 1;
        fieldStart = at;
        if (bytes[at] === quote && at < filled) {
          at = this.#quotedField(start, at, fields, final);
          if (at < 0) return at;
          fieldStart = -1;
        }
      } else if (byte === lineFeed) {
        break;
      } else {
        high |= byte;
        at += 1;
      }
    }
    if (at === filled && !final) return filled - start > longestRecord + 1 ? tooLong : incomplete;
    const end = at > start && bytes[at - 1] === carriageReturn ? at - 1 : at;
    if (end - start > longestRecord) return tooLong;
    if (fieldStart >= 0) this.#setTrimmed(fields, fieldStart, at);
    this.fields = fields + 1;
    this.isUtf8 =
      (high | this.#quotedHigh) <= 0x7f || end <= this.#utf8Until || isUtf8(bytes.subarray(start, end));
    for (const field of this.#escaped) this.#unescape(field);
    return at === filled ? filled : at + 1;
  }

  /** Reads the quoted field that begins at `open`; gives the place behind it, or a negative reason. */
  #quotedField(recordStart: number, open: number, field: number, final: boolean): number {
    const { bytes } = this;
    const filled = this.#filled;
    let at = open + 1;
    let escaped = false;
    while (true) {
      const byte = bytes[at] as number;
      if (byte === quoteByte) {
        if (at + 1 === filled && !final) return this.#unfinished(recordStart);
        if (bytes[at + 1] !== quoteByte) break;
        escaped = true;
        at += 2;
      } else if (byte === lineFeed) {
        if (at === filled) {
          if (filled - recordStart > longestRecord + 1) return tooLong;
          return final ? brokenQuote : incomplete;
        }
        this.#linesInRecord += 1;
        at += 1;
      } else {
        this.#quotedHigh |= byte;
        at += 1;
      }
    }
    this.#setTrimmed(field, open + 1, at);
    if (escaped) this.#escaped.push(field);
    const after = at + 1;
    const byte = bytes[after] as number;
    if (byte === this.#delimiter || byte === lineFeed) return after;
    if (byte === carriageReturn) {
      if (after + 1 === filled && !final) return this.#unfinished(recordStart);
      if (bytes[after + 1] === lineFeed) return after + 1;
    }
    return after - recordStart >= longestRecord ? tooLong : brokenQuote;
  }

  #unfinished(recordStart: number): number {
    return this.#filled - recordStart > longestRecord + 1 ? tooLong : incomplete;
  }

  #setTrimmed(field: number, from: number, to: number): void {
    const { bytes } = this;
    let start = from;
    let end = to;
    while (start < end && isSpace(bytes[start] as number)) start += 1;
    while (end > start && isSpace(bytes[end - 1] as number)) end -= 1;
    if (field === this.starts.length) {
      this.starts = grown(this.starts, new Int32Array(2 * field));
      this.ends = grown(this.ends, new Int32Array(2 * field));
    }
    this.starts[field] = start;
    this.ends[field] = end;
  }

  /** Makes one quote of each pair, in place; only of a record that is whole, since others are read again. */
  #unescape(field: number): void {
    const { bytes } = this;
    const end = this.ends[field] as number;
    let to = this.starts[field] as number;
    for (let from = to; from < end; from++) {
      const byte = bytes[from] as number;
      bytes[to++] = byte;
      if (byte === quoteByte) from += 1;
    }
    this.ends[field] = to;
  }
}

const incomplete = -1;
const brokenQuote = -2;
const tooLong = -3;

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

function grown<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
