import { toDecimal } from "#app/domain/money/decimal.ts";
import { type Fraction, toExact } from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";

/** A score as the case format reports it: 20 decimals, half even, trailing zeros dropped. */
export const score20 = (value: Fraction): string => toDecimal(value, 20, halfEven);

type Values = ReadonlyMap<string, Fraction> | readonly (readonly [string, Fraction])[];

/** `scores`, and `exact` where all of them are rational. */
export function scoresAnswer(values: Values, rational: boolean) {
  const entries = [...values];
  return {
    scores: Object.fromEntries(entries.map(([id, value]) => [id, score20(value)])),
    ...(rational ? { exact: Object.fromEntries(entries.map(([id, value]) => [id, toExact(value)])) } : {}),
  };
}
