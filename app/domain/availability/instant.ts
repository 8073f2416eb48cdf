import { microsPerSecond } from "#app/domain/availability/interval.ts";

const stamp = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,6}))?(Z|[+-]\d{2}(?::?\d{2})?)$/;

/**
 * Reads `2025-03-30T14:05:09+02:00` (up to six decimals) as microseconds since 1970; null for anything else. The
 * offset is required: an outage in the doubled hour of autumn would otherwise have two meanings.
 */
export function parseInstant(text: string): number | null {
  const [, date = "", hour = "", minute = "", second = "", decimals = "", offset = ""] =
    stamp.exec(text) ?? [];
  const time = Date.parse(`${date}T${hour}:${minute}:${second}Z`);
  // Date.parse moves 30 February to March and 24:00 to the next day.
  if (Number.isNaN(time) || new Date(time).toISOString() !== `${date}T${hour}:${minute}:${second}.000Z`)
    return null;
  const year = Number(date.slice(0, 4));
  const east = offsetSeconds(offset);
  if (year < 1990 || year > 2099 || east === null) return null;
  return (time / 1000 - east) * microsPerSecond + Number(decimals.padEnd(6, "0"));
}

function offsetSeconds(text: string): number | null {
  if (text === "Z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(":", ""));
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60);
}
