import { Temporal } from "temporal-polyfill";
import { type Calendar, freeOn } from "#app/domain/award/calendar.ts";
import type { Text } from "#app/domain/language.ts";
import { localOfInstant } from "#app/domain/tender/deadline.ts";

/** `other` when but one letter went by post. */
export const sendingWays = ["electronic", "other"] as const;
export type SendingWay = (typeof sendingWays)[number];

export interface StandstillRules {
  readonly days: Readonly<Record<SendingWay, number>>;
  readonly calendar: Calendar;
}

/** Days are dates (`2026-06-22`) of the tender's own zone. */
export interface Standstill {
  /** Day 0: when the last letter was sent. */
  readonly sentOn: string;
  readonly days: number;
  readonly lastDay: string;
  /** The first day on which the contract may be signed. */
  readonly signFrom: string;
  /** Days that the last day was moved past, with why. */
  readonly movedPast: readonly { readonly date: string; readonly because: Text | "weekend" }[];
}

/**
 * How long no contract may be signed. Only the last day is tested: while it is free it moves on by a day; free days
 * before it count (LOU 20:1; lag (1930:173) 2 §).
 */
export function standstill(sentOn: string, way: SendingWay, { days, calendar }: StandstillRules): Standstill {
  const movedPast: Standstill["movedPast"][number][] = [];
  let last = Temporal.PlainDate.from(sentOn).add({ days: days[way] });
  for (;;) {
    const because = freeOn(last.toString(), calendar);
    if (because === null) break;
    movedPast.push({ date: last.toString(), because });
    last = last.add({ days: 1 });
  }
  const signFrom = last.add({ days: 1 }).toString();
  return { sentOn, days: days[way], lastDay: last.toString(), signFrom, movedPast };
}

/** The date of an instant in a zone. */
export const dateOfInstant = (instant: string, timezone: string): string =>
  localOfInstant(instant, timezone).slice(0, 10);

/** Microseconds since 1970 UTC at which a day begins in a zone: a standstill is over when the day to sign from begins. */
export const startOfDayUs = (date: string, timezone: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime(timezone).epochMilliseconds * 1000;

/** The last whole second of a day in a zone, as microseconds since 1970 UTC. */
export const endOfDayUs = (date: string, timezone: string): number =>
  startOfDayUs(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), timezone) - 1_000_000;
