import { compare, divide, isPositive, parseDecimal } from "#app/domain/money/fraction.ts";

export type Direction = "higher" | "lower";

/** Whether a value reaches the target, compared exactly; null where there is no value. */
export function meetsTarget(value: string | null, target: string, direction: Direction): boolean | null {
  const [actual, wanted] = [value === null ? null : parseDecimal(value), parseDecimal(target)];
  if (actual === null || wanted === null) return null;
  const order = compare(actual, wanted);
  return direction === "higher" ? order >= 0 : order <= 0;
}

/** Steps of a heat map: 1–3 miss the target (by more than 30, 10, 0 per cent of it), 4–5 meet it (5: by 5 per cent). */
export type HeatStep = 1 | 2 | 3 | 4 | 5;

const bounds = ["0.7", "0.9", "1", "1.05"].map((bound) => parseDecimal(bound));

export function heatStep(value: string, target: string, direction: Direction): HeatStep {
  const [actual, wanted] = [parseDecimal(value), parseDecimal(target)];
  if (actual === null || wanted === null) throw new RangeError("a heat map holds decimal strings");
  const [upper, lower] = direction === "higher" ? [actual, wanted] : [wanted, actual];
  if (!isPositive(lower)) return 5;
  const ratio = divide(upper, lower);
  const reached = bounds.filter((bound) => bound !== null && compare(ratio, bound) >= 0).length;
  return (reached + 1) as HeatStep;
}
