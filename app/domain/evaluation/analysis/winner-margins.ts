import { tornadoBar } from "#app/domain/evaluation/analysis/tornado.ts";
import { weightedRows } from "#app/domain/evaluation/analysis/weighted-rows.ts";
import type { AwardCase, Bid } from "#app/domain/evaluation/award/award-case.ts";
import type { EvaluationResult } from "#app/domain/evaluation/evaluate.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import {
  absolute,
  add,
  compare,
  divide,
  type Fraction,
  hundred,
  multiply,
  one,
  smaller,
  subtract,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";

/** The winner's margin over the best rival, in SEK or points, when one thing is lower and higher; below 0 the award flips. */
export interface MarginBar {
  /** Null is the price: its weight in a points model, the winner's own price in SEK. */
  readonly criterion: string | null;
  readonly changePercent: number;
  readonly minus: Fraction;
  readonly plus: Fraction;
}

const worthPercent = 20;
const pricePercent = 5;

/**
 * The tornado of an award: each weight (others rescaled) or SEK value (others as they are) 20 percent lower and higher, and
 * in a model in SEK the winner's price by 5 percent. Widest first. Empty without a sole winner or without a rival.
 */
export function winnerMargins(base: AwardCase, result: EvaluationResult): readonly MarginBar[] {
  const { winner, scores } = result;
  if (winner === null || scores.size < 2) return [];
  const bars =
    base.model.direction === "lower_is_better" ? sekBars(base, winner) : pointsBars(base, result, winner);
  const width = ({ minus, plus }: MarginBar) => absolute(subtract(plus, minus));
  return [...bars].sort((a, b) => compare(width(b), width(a)));
}

function pointsBars(base: AwardCase, result: EvaluationResult, winner: string): readonly MarginBar[] {
  const { rows, weights, names, total } = weightedRows(base, result);
  const first = rows.find(({ id }) => id === winner);
  if (first === undefined) return [];
  return names.map((criterion, j) => {
    const { minus, plus } = tornadoBar(rows, weights, first, j, wholeNumber(worthPercent));
    return {
      criterion,
      changePercent: worthPercent,
      minus: multiply(minus ?? zero, total),
      plus: multiply(plus ?? zero, total),
    };
  });
}

function sekBars(base: AwardCase, winner: string): readonly MarginBar[] {
  const marginOf = (changed: AwardCase) => marginIn(evaluate(changed), winner);
  const worth = base.criteria.map(({ id }) => {
    const with20 = (factor: Fraction) =>
      marginOf({
        ...base,
        criteria: base.criteria.map((one) =>
          one.id === id ? { ...one, weight: multiply(one.weight, factor) } : one,
        ),
      });
    return { criterion: id, changePercent: worthPercent, ...bothWays(with20, worthPercent) };
  });
  const withPrice = (factor: Fraction) =>
    marginOf({ ...base, bids: base.bids.map((bid) => (bid.id === winner ? priced(bid, factor) : bid)) });
  return [{ criterion: null, changePercent: pricePercent, ...bothWays(withPrice, pricePercent) }, ...worth];
}

const priced = (bid: Bid, factor: Fraction): Bid => ({ ...bid, price: multiply(bid.price ?? zero, factor) });

function bothWays(margin: (factor: Fraction) => Fraction, percent: number) {
  const change = divide(wholeNumber(percent), hundred);
  return { minus: margin(subtract(one, change)), plus: margin(add(one, change)) };
}

/** By how much the winner's comparison price is below the lowest of the others. */
function marginIn({ scores }: EvaluationResult, winner: string): Fraction {
  const others = [...scores].filter(([id]) => id !== winner).map(([, score]) => score);
  return subtract(others.reduce(smaller), scores.get(winner) ?? zero);
}
