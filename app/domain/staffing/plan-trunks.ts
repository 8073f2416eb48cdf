import { add, divide, type Fraction, isPositive, multiply, sum } from "#app/domain/money/fraction.ts";
import type { StaffedHalfHour } from "#app/domain/staffing/planned-half-hours.ts";
import {
  type JudgedTrunks,
  judgeTrunks,
  type TrunkLoad,
  usualBlocking,
} from "#app/domain/staffing/trunk-verdict.ts";

/**
 * The trunks that a plan states, against the calls of all queues together in each half hour: they share the trunks.
 * Where a plan states several numbers the half hours of each are judged by it, and the one that lacks most is told.
 * Null when it states none, or no calls are expected where it does.
 */
export function planTrunks(
  halfHours: readonly StaffedHalfHour[],
  threshold: Fraction,
  largestBlocking: Fraction = usualBlocking,
): JudgedTrunks | null {
  const times = Map.groupBy(halfHours, ({ date, weekday, slot }) => `${date} ${weekday} ${slot}`);
  const loads = [...times.values()].flatMap((queues) => {
    const stated = queues.flatMap(({ trunks }) => trunks ?? []);
    const load = together(queues);
    return stated.length === 0 || load === null ? [] : [{ trunks: Math.max(...stated), load }];
  });
  const judged = [...Map.groupBy(loads, ({ trunks }) => trunks)].map(([trunks, same]) =>
    judgeTrunks(
      trunks,
      same.map(({ load }) => load),
      threshold,
      largestBlocking,
    ),
  );
  const lacking = ({ trunks, worst }: JudgedTrunks) => (worst?.needed ?? 0) - trunks;
  const [most] = judged.toSorted((a, b) => lacking(b) - lacking(a));
  if (most === undefined) return null;
  const total = (of: (each: JudgedTrunks) => number) => judged.reduce((all, each) => all + of(each), 0);
  return { ...most, counted: total(({ counted }) => counted), short: total(({ short }) => short) };
}

/** The calls of several queues as one load, with means over all of them; null without calls. */
function together(queues: readonly StaffedHalfHour[]): TrunkLoad | null {
  const [first] = queues;
  const calls = queues.map((queue) => queue.calls).reduce(add);
  if (first === undefined || !isPositive(calls)) return null;
  const mean = (of: (queue: StaffedHalfHour) => Fraction) =>
    divide(sum(queues.map((queue) => multiply(queue.calls, of(queue)))), calls);
  return {
    start: first.start,
    calls,
    ring: mean(({ ring }) => ring),
    menu: mean(({ menu }) => menu),
    talk: mean(({ talk }) => talk),
  };
}
