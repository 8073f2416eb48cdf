import { analysed, readBaseCase } from "#app/domain/evaluation/analysis/base-case.ts";
import { limitBids } from "#app/domain/evaluation/analysis/values.ts";
import { type AwardCase, type Bid, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { qualityOf } from "#app/domain/evaluation/award/quality.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { score20 } from "#app/domain/evaluation/case/scores-answer.ts";
import { type EvaluationResult, evaluate } from "#app/domain/evaluation/evaluate.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  hundred,
  isZero,
  multiply,
  one,
  subtract,
  toExact,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";

export type BreakEven =
  | { readonly price: Fraction; readonly exact: boolean }
  | { readonly price: null; readonly reason: "cannot_win_on_price" | "wins_at_any_price" };

/** Where a bid stands at some price: alone first, tied first, or behind. */
type Standing = 1 | 0 | -1;

const two = fraction(2n);
const half = fraction(1n, 2n);
/** Halvings of the bracket: enough for every fraction whose denominator has some 45 digits to be the only simple one in it. */
const halvings = 300;

/**
 * The highest price at which a bid ties for first place; strictly lower wins. Found by halving on full re-evaluation, since
 * in a relative model the others' scores move too, and then recognised as the simplest fraction in the bracket, which
 * for a rational model is the exact root. `exact` is false where the root is irrational.
 */
export function breakEvenPrice(base: AwardCase, bid: Bid): BreakEven {
  const standing = standingAt(base, bid);
  const lowest = [zero, divide(one, fraction(10n ** 9n))].find((price) => standing(price) !== null);
  if (lowest === undefined || (standing(lowest) ?? -1) < 0)
    return { price: null, reason: "cannot_win_on_price" };
  let low = lowest;
  let high = larger(priceOf(bid));
  for (let i = 0; standing(high) !== -1; i += 1) {
    if (i === 64) return { price: null, reason: "wins_at_any_price" };
    low = high;
    high = multiply(high, two);
  }
  for (let i = 0; i < halvings; i += 1) {
    const middle = multiply(add(low, high), half);
    if (standing(middle) === -1) high = middle;
    else low = middle;
  }
  const root = simplestBetween(low, high);
  const known = base.model.rational && root.d < 10n ** 45n;
  if (!known && isZero(low)) return { price: null, reason: "cannot_win_on_price" };
  return { price: root, exact: known };
}

const larger = (price: Fraction): Fraction => (isZero(price) ? one : price);

/** The bid's standing by price; null where the model cannot score at all (a price of 0 in a ratio). */
function standingAt(base: AwardCase, bid: Bid): (price: Fraction) => Standing | null {
  const quality = qualityOf(base.criteria);
  const { excluded } = evaluate(base);
  // Quality does not change with the price: giving its total saves summing it in each of some hundred evaluations.
  const rivals = base.bids
    .filter((other) => other.id !== bid.id && !excluded.has(other.id))
    .map((other) => ({ ...other, quality: quality.total(other) }));
  const own = { ...bid, quality: quality.total(bid) };
  return (price) => {
    const result = evaluate({ ...base, bids: [...rivals, { ...own, price }] });
    return result.error === null ? standingIn(result, bid.id) : null;
  };
}

/** By scores before canonical rounding, so that the price of an irrational model is not just somewhere in a rounded tie. */
function standingIn({ scores, excluded, direction, band, ranking }: EvaluationResult, id: string): Standing {
  const own = scores.get(id);
  if (own === undefined || excluded.has(id)) return -1;
  if (band) {
    const [first = []] = ranking;
    if (!first.includes(id)) return -1;
    return first.length === 1 ? 1 : 0;
  }
  const sign = direction === "higher_is_better" ? 1 : -1;
  const leads = [...scores].flatMap(([other, score]) => (other === id ? [] : [sign * compare(own, score)]));
  if (leads.some((lead) => lead < 0)) return -1;
  return leads.some((lead) => lead === 0) ? 0 : 1;
}

/** The fraction of smallest denominator in [low, high], by continued fractions; 0 ≤ low ≤ high. */
function simplestBetween(low: Fraction, high: Fraction): Fraction {
  const whole = { n: (low.n + low.d - 1n) / low.d, d: 1n };
  if (compare(whole, high) <= 0) return whole;
  const floor = { n: low.n / low.d, d: 1n };
  return add(
    floor,
    divide(one, simplestBetween(divide(one, subtract(high, floor)), divide(one, subtract(low, floor)))),
  );
}

export const breakEvenCase: CaseKind = (input) => {
  const { params, bids } = input;
  limitBids(params, bids, 300);
  const id = params.text("bid");
  const base = readBaseCase(input, "base_model");
  const bid = base?.bids.find((candidate) => candidate.id === id);
  if (bid === undefined) params.fault("unknown_bid", "bid");
  else if (bid.price === null) params.fault("missing_field", "bid");
  return analysed(base, (award) => {
    const found = bid && breakEvenPrice(award, bid);
    if (!bid || !found) throw new TypeError("computed in spite of faults");
    if (found.price === null) {
      return {
        break_even_price: null,
        break_even_exact: null,
        reduction: null,
        reduction_percent: null,
        reason: found.reason,
      };
    }
    const price = priceOf(bid);
    const reduction = subtract(price, found.price);
    return {
      break_even_price: score20(found.price),
      ...(found.exact ? { break_even_exact: toExact(found.price) } : {}),
      reduction: score20(reduction),
      reduction_percent: isZero(price)
        ? null
        : toDecimal(divide(multiply(reduction, hundred), price), 12, halfEven),
    };
  });
};
