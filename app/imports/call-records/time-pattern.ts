/**
 * Times as other systems write them, by an explicit pattern such as `DD.MM.YYYY HH:mm:ss` or `M/D/YYYY h:mm:ss A`.
 * Which number is the day is never guessed while reading.
 */
const tokens = {
  YYYY: { part: "year", digits: "\\d{4}" },
  YY: { part: "year", digits: "\\d{2}" },
  MM: { part: "month", digits: "\\d{2}" },
  M: { part: "month", digits: "\\d{1,2}" },
  DD: { part: "day", digits: "\\d{2}" },
  D: { part: "day", digits: "\\d{1,2}" },
  HH: { part: "hour", digits: "\\d{2}" },
  H: { part: "hour", digits: "\\d{1,2}" },
  hh: { part: "hour12", digits: "\\d{2}" },
  h: { part: "hour12", digits: "\\d{1,2}" },
  mm: { part: "minute", digits: "\\d{2}" },
  ss: { part: "second", digits: "\\d{2}" },
  A: { part: "half", digits: "[AaPp]\\.?[Mm]\\.?" },
  Z: { part: "offset", digits: "Z|[+-]\\d\\d(?::?\\d\\d)?" },
} as const;
type Part = (typeof tokens)[keyof typeof tokens]["part"];

/** Seconds, milliseconds or microseconds since 1970. */
export const epochPattern = "epoch";

/** Offered to choose from; any other of the same words can be written. */
export const commonPatterns = [
  "YYYY-MM-DD HH:mm:ss",
  "DD.MM.YYYY HH:mm:ss",
  "DD/MM/YYYY HH:mm:ss",
  "MM/DD/YYYY HH:mm:ss",
  "M/D/YYYY h:mm:ss A",
  "YYYY-MM-DD h:mm:ss A",
  "YYYY/MM/DD HH:mm:ss",
  "YYYYMMDD HH:mm:ss",
  "YYYYMMDDHHmmss",
  "YY-MM-DD HH:mm:ss",
  epochPattern,
] as const;

const needed: readonly Part[] = ["year", "month", "day", "minute", "second"];

/** Turns a time into one of the canonical call file; null when the text does not follow the pattern. */
export type TimeReading = (text: string) => string | null;

/** Null for a pattern that does not name every part once, seconds among them: without them no wait can be told. */
export function timeReading(pattern: string): TimeReading | null {
  const parts: Part[] = [];
  const source = pattern
    .trim()
    .replace(/YYYY|YY|MM?|DD?|HH?|hh?|mm|ss|A|Z|\s+|[^A-Za-z\d\s]|T|./g, (piece) => {
      if (/^\s/.test(piece)) return "\\s+";
      if (!Object.hasOwn(tokens, piece))
        return piece === "T" || /[^\w]/.test(piece) ? escaped(piece) : unknownPiece;
      const { part, digits } = tokens[piece as keyof typeof tokens];
      parts.push(part);
      const fraction = part === "second" ? "(?:[.,](?<fraction>\\d{1,6}))?" : "";
      return `(?<${part}>${digits})${fraction}`;
    });
  const once = new Set(parts).size === parts.length;
  const hours = parts.includes("hour12") ? parts.includes("half") : parts.includes("hour");
  const both = parts.includes("hour12") && parts.includes("hour");
  if (source.includes(unknownPiece) || !once || !hours || both) return null;
  if (!needed.every((part) => parts.includes(part))) return null;
  const expression = new RegExp(`^${source}$`);
  return (text) => {
    const groups = expression.exec(text.trim())?.groups;
    return groups === undefined ? null : canonical(groups);
  };
}

const unknownPiece = "\0";
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
const two = (text: string | number): string => String(text).padStart(2, "0");

function canonical(groups: Readonly<Partial<Record<string, string>>>): string | null {
  const { year = "", month = "", day = "", minute = "", second = "", fraction, offset = "" } = groups;
  const full = year.length === 4 ? year : `${Number(year) >= 90 ? "19" : "20"}${year}`;
  const hour = groups.hour ?? hourOfDay(Number(groups.hour12), groups.half ?? "");
  if (hour === null) return null;
  const decimals = fraction === undefined ? "" : `.${fraction}`;
  return `${full}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${decimals}${offset}`;
}

/** 12 AM is midnight and 12 PM noon. */
const hourOfDay = (hour: number, half: string): number | null =>
  hour < 1 || hour > 12 ? null : (hour % 12) + (/^p/i.test(half) ? 12 : 0);
