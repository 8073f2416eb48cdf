import { type AwardCase, type Bid, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { qualityOf } from "#app/domain/evaluation/award/quality.ts";
import { type EvaluationResult, evaluate } from "#app/domain/evaluation/evaluate.ts";
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  isZero,
  multiply,
  one,
  subtract,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";

export type BreakEven =
  | {
      readonly price: Fraction;
      /** False where the root is irrational. */
      readonly exact: boolean;
      /** False where a still lower price loses again, as scores by standard deviation can make it. */
      readonly monotone: boolean;
    }
  | { readonly price: null; readonly reason: "cannot_win_on_price" | "wins_at_any_price" };

/** Where a bid stands at some price: alone first, tied first, or behind; null where the model cannot score at all. */
type Standing = 1 | 0 | -1 | null;
type StandingAt = (price: Fraction) => Standing;

const two = fraction(2n);
const half = fraction(1n, 2n);
/** Prices tried between the bid's own and the lowest, so that a model in which cheaper is not better is found out. */
const steps = 64;
/** A price may be so many times doubled before it is said to win at any. */
const doublings = 64;
/** Halvings of the bracket: enough for every fraction whose denominator has some 45 digits to be the only simple one in it. */
const halvings = 300;
/** Of an irrational root no more is shown than 20 decimals. */
const irrationalHalvings = 160;
const mostDenominator = 10n ** 45n;
const little = fraction(1n, 2n ** 64n);

/**
 * The price at which a bid that is behind comes level with the first, or a first one falls level: nearest to its own
 * price; strictly lower wins, so of prices that all tie it is the lowest. Found on full re-evaluation, since in a
 * relative model the others' scores move too, by halving, and then recognised as the simplest fraction in the bracket,
 * which for a rational model is the exact root.
 */
export function breakEvenPrice(base: AwardCase, bid: Bid): BreakEven {
  const standing = standingAt(base, bid);
  const wins = (price: Fraction) => standing(price) === 1;
  const own = priceOf(bid);
  if (wins(own)) {
    const high = losingPriceAbove(own, wins);
    if (high === null) return { price: null, reason: "wins_at_any_price" };
    return { ...edgeBetween(standing, high.below, high.price, base.model.rational), monotone: true };
  }
  const lowest = [zero, fraction(1n, 10n ** 9n)].find((price) => standing(price) !== null) ?? zero;
  const tried = Array.from({ length: steps + 1 }, (_, i) =>
    subtract(own, multiply(subtract(own, lowest), divide(wholeNumber(i), wholeNumber(steps)))),
  );
  const winning = tried.findIndex(wins);
  const [low, high] = [tried[winning], tried[winning - 1]];
  if (!low || !high) return { price: null, reason: "cannot_win_on_price" };
  return {
    ...edgeBetween(standing, low, high, base.model.rational),
    monotone: tried.slice(winning).every((price) => (standing(price) ?? -1) >= 0),
  };
}

/** The first of the doubled prices at which the bid no longer wins, with the one before it. */
function losingPriceAbove(own: Fraction, wins: (price: Fraction) => boolean) {
  let below = own;
  for (let i = 0; i < doublings; i += 1) {
    const price = isZero(below) ? one : multiply(below, two);
    if (!wins(price)) return { below, price };
    below = price;
  }
  return null;
}

/** Where winning ends: at `winning` the bid is alone first, at `level`, a higher price, it is tied or behind. */
function edgeBetween(standing: StandingAt, winning: Fraction, level: Fraction, rational: boolean) {
  let [low, high] = [winning, level];
  for (let i = 1; i <= (rational ? halvings : irrationalHalvings); i += 1) {
    const middle = multiply(add(low, high), half);
    if (standing(middle) === 1) low = middle;
    else high = middle;
    if (rational && i % 32 === 0) {
      const root = simplestBetween(low, high);
      const above = add(root, multiply(subtract(high, low), little));
      if (standing(root) === 0 && (standing(above) ?? -1) === -1) return { price: root, exact: true };
    }
  }
  const edge = simplestBetween(low, high);
  return { price: edge, exact: rational && edge.d < mostDenominator };
}

function standingAt(base: AwardCase, bid: Bid): StandingAt {
  const quality = qualityOf(base.criteria);
  // What is outside a band may come inside it when another price moves the band; every other reason is the bid's own.
  const excluded = [...evaluate(base).excluded].filter(([, reasons]) => !reasons.includes("outside_band"));
  const out = new Set(excluded.map(([id]) => id));
  // Quality does not change with the price: giving its total saves summing it in each of some hundred evaluations.
  const rivals = base.bids
    .filter(({ id }) => id !== bid.id && !out.has(id))
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
