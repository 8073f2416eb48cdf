import {
  type Interval,
  type IntervalSet,
  intersection,
  microsPerSecond,
  union,
} from "#app/domain/availability/interval.ts";
import { offsetAt, weekdayOf, type Zone } from "#app/domain/measurement/zone.ts";

/** Open hours of a week by the clock on the wall. */
export type ServiceHours = readonly OpenHours[];

interface OpenHours {
  /** 1 Monday – 7 Sunday. */
  readonly weekday: number;
  /** Seconds of the day, 0–86,400. */
  readonly from: number;
  readonly to: number;
}

/** From Monday, in each language that a contract may be written in; three letters are enough. */
const weekdays = [
  ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
];
/** Words for several days, as the same in names. */
const manyDays: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:24x7|24\/7|dygnet runt|around the clock)\s*$/g, "mon-sun 00:00-24:00"],
  [/\b(?:daily|every day|dagligen|alla dagar)(?=\s|$)/g, "mon-sun"],
  [/\b(?:weekdays|vardagar)(?=\s|$)/g, "mon-fri"],
];
const secondsPerDay = 86_400;

/**
 * Reads `Mon-Fri 07:00-18:00, Sat 09:00-14:00`, `vardagar 7–18` or `24x7`: days, then the hours of each of them. A
 * remark in parentheses decides nothing. Days and hours may wrap (`Fri-Mon 22:00-06:00`: the night belongs to the day
 * on which it begins). Null when a part is not understood, or days have no hours.
 */
export function parseServiceHours(text: string): ServiceHours | null {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s*[-–]\s*/g, "-");
  const words = manyDays
    .reduce((shorter, [pattern, names]) => shorter.replace(pattern, names), plain)
    .split(/[\s,;]+/)
    .filter((word) => word !== "");
  const open: OpenHours[] = [];
  let days: number[] = [];
  let complete = true;
  for (const word of words) {
    const named = parseDays(word);
    if (named !== null) {
      days = complete ? named : [...days, ...named];
      complete = false;
      continue;
    }
    const hours = parseHours(word);
    if (hours === null || days.length === 0) return null;
    open.push(...days.flatMap((weekday) => onDay(weekday, hours.from, hours.to)));
    complete = true;
  }
  return complete && open.length > 0 ? open : null;
}

function parseDays(word: string): number[] | null {
  const [first = "", last = first, ...rest] = word.split("-");
  const [from, to] = [weekdayNamed(first), weekdayNamed(last)];
  if (from < 0 || to < 0 || rest.length > 0) return null;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => ((from + i) % 7) + 1);
}

/** 0 Monday – 6 Sunday; −1 for another word. */
const weekdayNamed = (name: string): number =>
  Math.max(...weekdays.map((names) => names.findIndex((day) => name === day || name === day.slice(0, 3))));

function parseHours(word: string): { from: number; to: number } | null {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?-(\d{1,2})(?:[:.](\d{2}))?$/.exec(word);
  if (match === null) return null;
  const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
  const [from, to] = [h1 * 3600 + m1 * 60, h2 * 3600 + m2 * 60];
  const inOneDay = m1 < 60 && m2 < 60 && from < secondsPerDay && to <= secondsPerDay;
  return inOneDay && from !== to ? { from, to } : null;
}

const onDay = (weekday: number, from: number, to: number): OpenHours[] =>
  from < to
    ? [{ weekday, from, to }]
    : [
        { weekday, from, to: secondsPerDay },
        { weekday: (weekday % 7) + 1, from: 0, to },
      ];

/** The service hours inside a period: every instant at which the clock on the wall shows an open hour. */
export function openTime(hours: ServiceHours, period: Interval, zone: Zone): IntervalSet {
  return union(
    stretches(period, zone).flatMap(({ from, to }) => {
      const offset = offsetAt(zone, from / microsPerSecond) * microsPerSecond;
      const open = union(localHours(hours, from + offset, to + offset));
      const instants = open.map((each) => ({ from: each.from - offset, to: each.to - offset }));
      return intersection(instants, [{ from, to }]);
    }),
  );
}

/** Parts of the period without a change of the clock, so that in each local time is an offset away. */
function stretches({ from, to }: Interval, zone: Zone): Interval[] {
  const changes = zone.changes.map(({ at }) => at * microsPerSecond).filter((at) => at > from && at < to);
  const bounds = [from, ...changes, to];
  return changes.concat(to).map((end, i) => ({ from: bounds[i] ?? end, to: end }));
}

/** Open hours of all local days touched; local times read as if they were UTC. */
function localHours(hours: ServiceHours, from: number, to: number): Interval[] {
  const day = (local: number) => Math.floor(local / microsPerSecond / secondsPerDay);
  return Array.from({ length: day(to) - day(from) + 1 }, (_, i) => day(from) + i).flatMap((date) =>
    hours
      .filter(({ weekday }) => weekday === weekdayOf(date))
      .map((open) => ({
        from: (date * secondsPerDay + open.from) * microsPerSecond,
        to: (date * secondsPerDay + open.to) * microsPerSecond,
      })),
  );
}
