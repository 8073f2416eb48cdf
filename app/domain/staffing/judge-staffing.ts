import type { Cell } from "#app/domain/measurement/cell.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { isPositive, toExact } from "#app/domain/money/fraction.ts";
import { forecastFromCells } from "#app/domain/staffing/forecast.ts";
import {
  type JudgedHalfHour,
  type JudgedPlan,
  judgeHalfHour,
  sumUpPlan,
} from "#app/domain/staffing/plan-verdict.ts";
import {
  plannedHalfHours,
  type StaffedHalfHour,
  type UnforecastHalfHour,
} from "#app/domain/staffing/planned-half-hours.ts";
import type { TenderPromise } from "#app/domain/staffing/promised-level.ts";
import type { StaffingPlan } from "#app/domain/staffing/staffing-plan.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";

/** A plan with what its calls need, queue by queue. */
export interface JudgedStaffing {
  readonly queues: readonly { readonly queue: string; readonly plan: JudgedPlan<StaffedHalfHour> }[];
  readonly staffed: readonly StaffedHalfHour[];
  readonly unforecast: readonly UnforecastHalfHour[];
}

/** What a plan's calls may be expected from, besides the plan: recorded calls, else the volumes of the tender. */
export interface StaffingContext {
  readonly tender: Pick<PublishedTender, "priceItems" | "contractMonths">;
  readonly cells: readonly Cell[];
  readonly zone: Zone;
}

/** Holds every half hour of a plan against a promised level. `words` names a half hour as it is shown. */
export function judgeStaffing(
  plan: StaffingPlan,
  promise: TenderPromise,
  { tender, cells, zone }: StaffingContext,
  words: (halfHour: StaffedHalfHour) => string = () => "",
): JudgedStaffing {
  const expected = { ...tender, recorded: forecastFromCells(cells, zone) };
  const { staffed, unforecast } = plannedHalfHours(plan, expected, zone);
  const named = staffed.map((each) => ({ ...each, start: words(each) }));
  const queues = [...new Set(plan.lines.map(({ queue }) => queue))].sort();
  return {
    staffed: named,
    unforecast,
    queues: queues.map((queue) => ({
      queue,
      plan: judgeQueue(
        named.filter((each) => each.queue === queue),
        promise,
      ),
    })),
  };
}

/** Half hours of the same load are judged once: a plan has many that are alike. */
function judgeQueue(
  halfHours: readonly StaffedHalfHour[],
  promise: TenderPromise,
): JudgedPlan<StaffedHalfHour> {
  const known = new Map<string, JudgedHalfHour>();
  const withCalls = halfHours.filter(({ calls }) => isPositive(calls));
  const judged = withCalls.map((plan) => {
    const { calls, handling, patience, agents } = plan;
    const key = [toExact(calls), toExact(handling), toExact(patience), agents].join();
    const found = known.get(key) ?? judgeHalfHour(plan, { ...promise, patience });
    known.set(key, found);
    return { ...found, plan };
  });
  return sumUpPlan(judged, halfHours.length - withCalls.length);
}
