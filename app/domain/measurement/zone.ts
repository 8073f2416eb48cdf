import { Temporal } from "temporal-polyfill";

/** An IANA time zone as its changes from 1990 to 2099. Seconds throughout: epoch seconds and offsets east of UTC. */
export interface Zone {
  readonly name: string;
  readonly firstOffset: number;
  /** By rising `at`; from `at` on, `offset` applies. */
  readonly changes: readonly { readonly at: number; readonly offset: number }[];
}

const firstYear = 1990;
const lastYear = 2099;
const halfHour = 1800;

/** Finding all changes of a zone takes a millisecond, and a file of cases names one in each. */
const loaded = new Map<string, Zone>();
/** Names come in any case, so that there are more of them than zones. */
const mostLoaded = 100;

/**
 * Null for a name that is no zone, or a zone whose offset is not always a multiple of 30 minutes: its local half
 * hours would not be UTC half hours.
 */
export function loadZone(name: string): Zone | null {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const zone = findZone(name);
  if (zone !== null && loaded.size < mostLoaded) loaded.set(name, zone);
  return zone;
}

function findZone(name: string): Zone | null {
  let here: Temporal.ZonedDateTime | null;
  try {
    here = Temporal.Instant.from(`${firstYear - 1}-12-31T00:00:00Z`).toZonedDateTimeISO(name);
  } catch {
    return null;
  }
  const firstOffset = offsetSeconds(here);
  const changes: { at: number; offset: number }[] = [];
  while (true) {
    here = here.getTimeZoneTransition("next");
    if (here === null || here.year > lastYear + 1) break;
    changes.push({ at: here.epochMilliseconds / 1000, offset: offsetSeconds(here) });
  }
  const offsets = [firstOffset, ...changes.map((change) => change.offset)];
  return offsets.every((offset) => offset % halfHour === 0) ? { name, firstOffset, changes } : null;
}

const offsetSeconds = (time: Temporal.ZonedDateTime): number => time.offsetNanoseconds / 1e9;

/** Offset in seconds at an instant in epoch seconds. */
export function offsetAt(zone: Zone, seconds: number): number {
  let low = 0;
  let high = zone.changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((zone.changes[middle]?.at ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? zone.firstOffset : (zone.changes[low - 1]?.offset ?? 0);
}

/**
 * The instants that a clock on the wall may mean: `local` is the local time read as if it were UTC. One normally, none
 * for a time that was skipped, two (earlier first) for one that occurred twice.
 */
export function instantsOfLocal(zone: Zone, local: number): number[] {
  // The offsets a day before and after bracket any change in between.
  const candidates = [offsetAt(zone, local - 86_400), offsetAt(zone, local + 86_400)];
  const instants = [...new Set(candidates)].map((offset) => local - offset);
  return instants
    .filter((instant) => instant + offsetAt(zone, instant) === local)
    .sort((first, second) => first - second);
}

/** A local calendar date as days since 1970-01-01. */
export const localDay = (zone: Zone, seconds: number): number =>
  Math.floor((seconds + offsetAt(zone, seconds)) / 86_400);

/** Half hours since local midnight by the clock on the wall, 0–47. */
export const localSlot = (zone: Zone, seconds: number): number => {
  const local = seconds + offsetAt(zone, seconds);
  return Math.floor((local - Math.floor(local / 86_400) * 86_400) / halfHour);
};

/** Epoch seconds at which a local date begins (its first instant, should midnight be skipped). */
export function startOfLocalDay(zone: Zone, day: number): number {
  const [midnight] = instantsOfLocal(zone, day * 86_400);
  if (midnight !== undefined) return midnight;
  const change = zone.changes.find(({ at }) => localDay(zone, at) === day && localDay(zone, at - 1) < day);
  return change?.at ?? day * 86_400 - offsetAt(zone, day * 86_400);
}

/** `2025-03-30T14:00:00+02:00` */
export function isoLocal(zone: Zone, seconds: number): string {
  const offset = offsetAt(zone, seconds);
  const local = new Date((seconds + offset) * 1000).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / 60;
  const hh = String(Math.floor(minutes / 60)).padStart(2, "0");
  const mm = String(minutes % 60).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${hh}:${mm}`;
}

/** `2025-03` of a day since 1970-01-01. */
export const monthOfDay = (day: number): string => isoDate(day).slice(0, 7);

/** `2025-03-30` of a day since 1970-01-01. */
export const isoDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** 1 Monday – 7 Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The days of a month `2025-03`, as days since 1970-01-01. */
export function daysOfMonth(month: string): number[] {
  const year = Number(month.slice(0, 4));
  const index = Number(month.slice(5, 7)) - 1;
  const first = Date.UTC(year, index, 1) / 86_400_000;
  const next = Date.UTC(year, index + 1, 1) / 86_400_000;
  return Array.from({ length: next - first }, (_, i) => first + i);
}

/** Reads `2025-03-30` as days since 1970-01-01; null for what is no date. */
export function dayOfIsoDate(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || isoDate(time / 86_400_000) !== text ? null : time / 86_400_000;
}
