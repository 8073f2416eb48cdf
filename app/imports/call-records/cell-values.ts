import { type Disposition, dispositions } from "#app/domain/measurement/cell.ts";

/** A number of seconds, as microseconds; -1 for what is none. `^\d{1,7}([.,]\d{1,6})?$` */
export function readSeconds(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let whole = 0;
  while (at < end && isDigit(bytes[at] as number)) whole = whole * 10 + (bytes[at++] as number) - 0x30;
  if (at === start || at - start > 7) return -1;
  if (at === end) return whole * 1_000_000;
  if (bytes[at] !== 0x2e && bytes[at] !== 0x2c) return -1;
  const first = at + 1;
  let fraction = 0;
  for (at = first; at < end && isDigit(bytes[at] as number); at++) {
    fraction = fraction * 10 + (bytes[at] as number) - 0x30;
  }
  const digits = at - first;
  if (at !== end || digits < 1 || digits > 6) return -1;
  return whole * 1_000_000 + fraction * 10 ** (6 - digits);
}

/** 1, 0, or -1 for what is no flag. */
export function readFlag(bytes: Uint8Array, start: number, end: number): number {
  if (end - start === 1) {
    if (bytes[start] === 0x31) return 1;
    if (bytes[start] === 0x30) return 0;
  }
  return flags.find(([word]) => isWord(bytes, start, end, word))?.[1] ?? -1;
}

/** Index in `dispositions`, or -1. The catalogue's wider words mean the nearest of the seven. */
export function readDisposition(bytes: Uint8Array, start: number, end: number): number {
  for (let i = 0; i < dispositionWords.length; i++) {
    const [word, index] = dispositionWords[i] as readonly [Uint8Array, number];
    if (isWord(bytes, start, end, word)) return index;
  }
  return -1;
}

const encoder = new TextEncoder();
const wordOf = <T>(text: string, meaning: T) => [encoder.encode(text), meaning] as const;

const flags = [
  wordOf("true", 1),
  wordOf("false", 0),
  wordOf("yes", 1),
  wordOf("no", 0),
  wordOf("ja", 1),
  wordOf("nej", 0),
];

const widerWords: readonly (readonly [string, Disposition])[] = [
  ["flow_out", "overflow"],
  ["full", "blocked"],
  ["error", "timeout"],
  ["ivr_handled", "overflow"],
];

const dispositionWords = [
  ...dispositions.map((name, index) => wordOf(name, index)),
  ...widerWords.map(([word, meaning]) => wordOf(word, dispositions.indexOf(meaning))),
];

/** In any case; the words are lower-case ASCII. */
function isWord(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) {
    const byte = bytes[start + i] as number;
    if ((byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte) !== word[i]) return false;
  }
  return true;
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
