import { type Column, columns, type Header } from "#app/imports/call-records/columns.ts";
import type { RecordFields } from "#app/imports/call-records/record-scanner.ts";

/**
 * A call of another format, put into the words of the canonical call file, so that its cells are checked as there:
 * one path for every format. The same object is filled again for the next call.
 */
export class CanonicalRecord implements RecordFields {
  bytes = new Uint8Array(4096);
  readonly starts = new Int32Array(columns.length);
  readonly ends = new Int32Array(columns.length);
  readonly fields = columns.length;
  readonly isUtf8 = true;
  line = 0;
  #used = 0;

  /** Empties every cell. */
  begin(line: number): void {
    this.line = line;
    this.#used = 0;
    this.starts.fill(0);
    this.ends.fill(0);
  }

  set(column: Column, text: string): void {
    const value = text.trim();
    // A UTF-16 unit is at most three bytes.
    const needed = this.#used + 3 * value.length;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(2 * needed);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    const { written } = encoder.encodeInto(value, this.bytes.subarray(this.#used));
    const field = columns.indexOf(column);
    this.starts[field] = this.#used;
    this.#used += written;
    this.ends[field] = this.#used;
  }
}

/** Stands before a text that must not be taken for a time, though it may look like one. */
export const notATime = "? ";

const encoder = new TextEncoder();

/** The header of such records: only columns that the format can give; what it lacks is unknown or derived. */
export function canonicalHeader(given: readonly Column[]): Header {
  return {
    positions: new Map(given.map((column) => [column, columns.indexOf(column)])),
    width: columns.length,
    unknown: [],
    duplicates: [],
    missing: [],
  };
}

/**
 * Epoch seconds, milliseconds or microseconds as a stamp in UTC; "" for nothing or 0, and any other text as it is, so
 * that it is refused where it stands.
 */
export function stampOfEpoch(text: string): string {
  if (text === "" || /^0+$/.test(text)) return "";
  const [, whole, fraction = ""] = /^(\d{9,11}|\d{13}|\d{16})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined || (whole.length > 11 && fraction !== "")) return text;
  const seconds = whole.length > 11 ? whole.slice(0, 10) : whole;
  const decimals = whole.length > 11 ? whole.slice(10) : fraction;
  const iso = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  return `${iso}${decimals === "" ? "" : `.${decimals}`}Z`;
}
