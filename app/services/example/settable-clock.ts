import { Temporal } from "temporal-polyfill";
import { instantText } from "#app/domain/response/instant.ts";
import { instantOfLocal, localOfInstant, microsecondsOf } from "#app/domain/tender/deadline.ts";
import { accepted } from "#app/services/example/accepted.ts";

/** The clock that an application reads while the example is made; its maker moves it. */
export interface SettableClock {
  nowUs: number;
}

export const exampleZone = "Europe/Stockholm";

/** Two acts never happen at the same moment, so that their order can be told from their times. */
export const pass = (clock: SettableClock, seconds: number): void => {
  clock.nowUs += seconds * 1_000_000;
};

/** Local time, such as `2026-09-08T09:00`, of a day counted from a Monday: people work on working days. */
export type Calendar = (day: number, time: string) => string;

/** Counts from the last Monday before an instant, or that very day: day -3 is a Friday before it. */
export function calendarUntil(endUs: number): Calendar {
  const last = Temporal.PlainDate.from(localOfInstant(instantText(endUs), exampleZone).slice(0, 10));
  const monday = last.subtract({ days: last.dayOfWeek - 1 });
  return (day, time) => `${monday.add({ days: day }).toString()}T${time}`;
}

export const microsecondsAt = (local: string): number =>
  microsecondsOf(accepted(instantOfLocal(local, exampleZone)));

/** Lets time pass until then; throws when that would mean going back. */
export function moveTo(clock: SettableClock, local: string): void {
  const us = microsecondsAt(local);
  if (us < clock.nowUs) throw new Error(`the example's clock would go back to ${local}`);
  clock.nowUs = us;
}
