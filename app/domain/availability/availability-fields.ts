import type { Incident } from "#app/domain/availability/availability.ts";
import { parseInstant } from "#app/domain/availability/instant.ts";
import { type Interval, type IntervalSet, microsPerSecond } from "#app/domain/availability/interval.ts";
import { openTime, parseServiceHours } from "#app/domain/availability/service-hours.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { loadZone, localDay, startOfLocalDay, type Zone } from "#app/domain/measurement/zone.ts";
import { compare, type Fraction, hundred, one } from "#app/domain/money/fraction.ts";

/** Stands for an interval with a fault; nothing is computed with it. */
const none: Interval = { from: 0, to: 0 };

/**
 * The period of a case and the agreed time within it: all of it, or the service hours by the clock of the time zone
 * (Europe/Stockholm if none is given). The period runs from one local midnight to another.
 */
export function readTimeFrame(
  input: Fields,
  hours: "required" | "optional",
): { readonly period: Interval; readonly serviceTime: IntervalSet } {
  const name = input.has("timezone") ? input.text("timezone") : "Europe/Stockholm";
  const zone = name === "" ? null : loadZone(name);
  if (zone === null && name !== "") input.fault("unknown_time_zone", "timezone");
  const before = input.faults.length;
  const period = input.read("period", (value, path) => readPair(input, value, path), none);
  const readable = input.faults.length === before;
  if (readable && period.from === period.to) input.fault("empty_period", "period");
  if (readable && zone !== null) checkMidnights(input, period, zone);
  const text = hours === "required" || input.has("service_hours") ? input.text("service_hours") : null;
  const serviceHours = text === null ? null : parseServiceHours(text);
  if (text !== null && text !== "" && serviceHours === null)
    input.fault("service_hours_unreadable", "service_hours");
  const serviceTime =
    zone === null || serviceHours === null ? [period] : openTime(serviceHours, period, zone);
  return { period, serviceTime };
}

function checkMidnights(input: Fields, period: Interval, zone: Zone): void {
  [period.from, period.to].forEach((instant, i) => {
    const second = instant / microsPerSecond;
    if (startOfLocalDay(zone, localDay(zone, Math.floor(second))) !== second)
      input.fault("not_local_midnight", `period[${i}]`);
  });
}

export const readWindows = (input: Fields, name: string): readonly Interval[] =>
  input.has(name) ? input.list(name, (value, path) => readPair(input, value, path)) : [];

/** Pairs of instants; a null end is an incident that is still open. */
export const readIncidents = (input: Fields, name: string): readonly Incident[] =>
  input.list(name, (value, path) => {
    if (!Array.isArray(value) || value.length !== 2 || value[1] !== null) return readPair(input, value, path);
    return { from: readInstant(input, value[0], `${path}[0]`) ?? 0, to: null };
  });

function readPair(input: Fields, value: unknown, path: string): Interval {
  if (!Array.isArray(value) || value.length !== 2) {
    input.faults.push({ code: "not_a_pair", place: { field: path } });
    return none;
  }
  const [from = null, to = null] = value.map((each: unknown, i) => readInstant(input, each, `${path}[${i}]`));
  if (from === null || to === null) return none;
  if (to < from) input.faults.push({ code: "end_before_start", place: { field: `${path}[1]` } });
  return to < from ? none : { from, to };
}

function readInstant(input: Fields, value: unknown, path: string): number | null {
  const instant = typeof value === "string" ? parseInstant(value) : null;
  if (instant === null) input.faults.push({ code: "not_an_instant", place: { field: path } });
  return instant;
}

/** A target in percent, 0–100. */
export const readTarget = (input: Fields): Fraction => atMost(input, "target_pct", hundred);

/** A share, 0–1. */
export const readShare = (input: Fields, name: string): Fraction => atMost(input, name, one);

function atMost(input: Fields, name: string, most: Fraction): Fraction {
  const value = input.decimal(name, "not_negative");
  if (compare(value, most) > 0) input.fault("number_out_of_range", name);
  return value;
}
