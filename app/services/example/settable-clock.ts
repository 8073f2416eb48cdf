import { instantText } from "#app/domain/response/instant.ts";
import { instantOfLocal, localOfInstant, microsecondsOf } from "#app/domain/tender/deadline.ts";
import { accepted } from "#app/services/example/accepted.ts";

/** The clock that an application reads while the example is made; its maker moves it, and only forwards. */
export interface SettableClock {
  nowUs: number;
}

const dayUs = 86_400_000_000;
const secondUs = 1_000_000;

export const exampleZone = "Europe/Stockholm";

/** Two acts never happen at the same moment, so that their order can be told from their times. */
export const pass = (clock: SettableClock, seconds: number): void => {
  clock.nowUs += seconds * secondUs;
};

/** Local time such as `2026-09-13T09:00`, some days before (or, below 0, after) the day of an instant. */
export function localTime(endUs: number, daysBefore: number, time: string): string {
  const day = instantText(endUs - daysBefore * dayUs);
  return `${localOfInstant(day, exampleZone).slice(0, 10)}T${time}`;
}

export function moveTo(clock: SettableClock, local: string): void {
  const us = microsecondsOf(accepted(instantOfLocal(local, exampleZone)));
  if (us < clock.nowUs) throw new Error(`the example's clock would go back to ${local}`);
  clock.nowUs = us;
}
