import type { Scoring } from "#app/domain/catalogue/requirement.ts";
import { type Point, piecewiseValue, stepValue } from "#app/domain/evaluation/value-function.ts";
import { type Fraction, larger, parseDecimal, sum, zero } from "#app/domain/money/fraction.ts";

/** What is scored: a number of the answer or the measurement, or chosen values and levels. */
export type Scored = { readonly number: Fraction } | { readonly values: readonly string[] };

/** Share 0–1 of the weight by the requirement's value function; null when what is given is of another kind than it reads. */
export function shareOfWeight(scoring: Scoring, scored: Scored): Fraction | null {
  if (scoring.type === "levels") {
    if (!("values" in scored)) return null;
    const chosen = scoring.anchors.filter(({ value }) => scored.values.includes(value));
    const shares = chosen.map(({ share }) => published(share));
    if (scoring.combine === "sum") return sum(shares);
    return shares.length === 0 ? null : shares.reduce(larger);
  }
  if (!("number" in scored)) return null;
  const below = scoring.anchors.find(({ at }) => at === null);
  const points = scoring.anchors.flatMap(({ at, share }): Point[] =>
    at === null ? [] : [[published(at), published(share)]],
  );
  return scoring.type === "step"
    ? stepValue(scored.number, below ? published(below.share) : zero, points, scoring.direction)
    : piecewiseValue(scored.number, points);
}

/** A number of the published tender, which publication has checked. */
export function published(text: string): Fraction {
  const value = parseDecimal(text);
  if (value === null) throw new TypeError(`not a decimal in a published tender: ${text}`);
  return value;
}
