import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { meets } from "#app/domain/measurement/comparison.ts";
import type { VerdictKind } from "#app/domain/measurement/verdict.ts";
import { toDecimal, toSignificant } from "#app/domain/money/decimal.ts";
import {
  compare,
  divide,
  type Fraction,
  fraction,
  hundred,
  isPositive,
  multiply,
  parseDecimal,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import {
  type JudgedStaffing,
  judgeStaffing,
  type StaffingContext,
} from "#app/domain/staffing/judge-staffing.ts";
import { planTrunks } from "#app/domain/staffing/plan-trunks.ts";
import { promisedLevel, type TenderPromise } from "#app/domain/staffing/promised-level.ts";
import type { StaffingPlan } from "#app/domain/staffing/staffing-plan.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** What a staffing plan says of one requirement. */
export interface StaffingValue {
  readonly requirement: string;
  readonly verdict: VerdictKind;
  /** Percent; null where the plan says nothing of it. */
  readonly value: string | null;
  /** Percent of the plan's half hours whose calls are known. */
  readonly coverage: string | null;
  /** Half hours that are enough, of all with calls. */
  readonly enough: number;
  readonly counted: number;
}

type Requirement = Pick<TenderRequirement, "id" | "measure">;

/** Requirements that a plan can decide. */
export const staffingRequirements = <R extends Requirement>(requirements: readonly R[]): R[] =>
  requirements.filter(({ measure }) => measure !== null && decides(measure));

/** Whether a plan decides a measure: how many half hours are staffed enough, or how many calls find no free trunk. */
const decides = ({ metric, variant, comparator, threshold, evidence }: Measure): boolean =>
  threshold !== null &&
  parseDecimal(threshold) !== null &&
  evidence === "census" &&
  ((metric === "staffing_plan_coverage_pct" &&
    ["ERLANG-A", "ERLANG-C"].includes(variant) &&
    (comparator === ">=" || comparator === ">")) ||
    (metric === "trunk_blocking_forecast" && variant === "ERLANG-B" && comparator === "<="));

/** Below this share of half hours whose calls are known, a plan decides nothing. */
const leastKnown = fraction(95n, 100n);

/** Holds a plan against every requirement that it can decide. Without a plan: no data. */
export function staffingValuesOf(
  requirements: readonly Requirement[],
  plan: StaffingPlan | null,
  context: StaffingContext,
): StaffingValue[] {
  // Requirements usually speak of the same level: the plan is judged once for each.
  const judged = new Map<string | null, JudgedStaffing>();
  return staffingRequirements(requirements).flatMap(({ id, measure }) => {
    if (measure === null) return [];
    const none = { verdict: "no_data" as const, value: null, coverage: null, enough: 0, counted: 0 };
    if (plan === null) return [{ requirement: id, ...none }];
    const levelFrom = measure.parameters.level_from;
    const promise = promisedLevel(requirements, levelFrom === undefined ? null : String(levelFrom));
    const staffing = judged.get(promise.requirement) ?? judgeStaffing(plan, promise, context);
    judged.set(promise.requirement, staffing);
    return [{ requirement: id, ...(staffingValue(measure, staffing, promise) ?? none) }];
  });
}

function staffingValue(
  measure: Measure,
  { queues, staffed, unforecast }: JudgedStaffing,
  promise: TenderPromise,
): Omit<StaffingValue, "requirement"> | null {
  const halfHours = queues.flatMap((each) => each.plan.halfHours);
  if (halfHours.length === 0) return null;
  const known = fraction(BigInt(staffed.length), BigInt(staffed.length + unforecast.length));
  const coverage = toDecimal(multiply(hundred, known), 4, halfEven);
  const judged = (met: boolean): VerdictKind => {
    if (compare(known, leastKnown) < 0) return "undetermined";
    return met ? "verified" : "refuted";
  };
  const limit = parseDecimal(measure.threshold ?? "0") ?? hundred;
  if (measure.metric === "trunk_blocking_forecast") {
    const trunks = isPositive(limit) ? planTrunks(staffed, promise.threshold, divide(limit, hundred)) : null;
    if (trunks?.worst == null) return null;
    const value = (100 * trunks.worst.blocked).toFixed(6);
    const enough = trunks.counted - trunks.short;
    return { verdict: judged(trunks.short === 0), value, coverage, enough, counted: trunks.counted };
  }
  const model = measure.variant === "ERLANG-A" ? "erlangA" : "erlangC";
  const enough = halfHours.filter(({ plan: { agents }, needed }) => agents >= needed[model]).length;
  const share: Fraction = fraction(BigInt(100 * enough), BigInt(halfHours.length));
  const comparator = measure.comparator === ">" ? ">" : ">=";
  const value = toSignificant(share, 12, halfEven);
  return {
    verdict: judged(meets(share, comparator, limit)),
    value,
    coverage,
    enough,
    counted: halfHours.length,
  };
}
