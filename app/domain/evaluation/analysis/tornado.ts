import { type Row, weighted } from "#app/domain/evaluation/analysis/values.ts";
import { othersShares, readWeightedRows } from "#app/domain/evaluation/analysis/weight-stability.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { score20 } from "#app/domain/evaluation/case/scores-answer.ts";
import { byId } from "#app/domain/evaluation/ranking.ts";
import {
  absolute,
  add,
  compare,
  divide,
  type Fraction,
  hundred,
  larger,
  multiply,
  one,
  smaller,
  subtract,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";

/** The winner's margin over the best rival; below 0 the award has flipped. Null without a rival. */
function margin(rows: readonly Row[], weights: readonly Fraction[], winner: Row): Fraction | null {
  const rivals = rows.filter(({ id }) => id !== winner.id).map(({ values }) => weighted(weights, values));
  return rivals.length === 0 ? null : subtract(weighted(weights, winner.values), rivals.reduce(larger));
}

/** Weight j set to `weight` (at most 1), the others scaled in proportion. */
function withWeight(weights: readonly Fraction[], j: number, weight: Fraction): readonly Fraction[] {
  const set = smaller(weight, one);
  const rest = subtract(one, set);
  return othersShares(weights, j).map((share, k) => (k === j ? set : multiply(rest, share)));
}

/** The winner's margin when weight j is so many percent lower and higher. */
export function tornadoBar(
  rows: readonly Row[],
  weights: readonly Fraction[],
  winner: Row,
  j: number,
  percent: Fraction,
) {
  const change = divide(percent, hundred);
  const at = (factor: Fraction) =>
    margin(rows, withWeight(weights, j, multiply(weights[j] ?? zero, factor)), winner);
  return { minus: at(subtract(one, change)), plus: at(add(one, change)) };
}

export const tornadoCase: CaseKind = ({ params, bids }) => {
  const percent = readPercent(params);
  const { names, weights, rows, winner } = readWeightedRows(params, bids);
  return () => {
    if (winner === undefined)
      return { scores: {}, winner: null, margin_of_winner: {}, order: [], ranking: [] };
    const bars = names.map((name, j) => {
      const { minus, plus } = tornadoBar(rows, weights, winner, j, wholeNumber(percent));
      return { name, minus, plus, width: minus && plus ? absolute(subtract(plus, minus)) : zero };
    });
    return {
      scores: {},
      winner: winner.id,
      margin_of_winner: Object.fromEntries(
        bars.map(({ name, minus, plus }) => [
          name,
          { [`minus${percent}`]: minus && score20(minus), [`plus${percent}`]: plus && score20(plus) },
        ]),
      ),
      order: bars.sort((a, b) => compare(b.width, a.width) || byId(a.name, b.name)).map(({ name }) => name),
      ranking: [],
    };
  };
};

/** The whole percent of "±20 % relative, others rescaled", which is also what is meant when nothing is said. */
function readPercent(params: Fields): number {
  if (!params.has("change")) return 20;
  const [, percent = ""] = /^\D*(\d{1,3})\s?(?:%|percent)/.exec(params.text("change")) ?? [];
  const value = Number(percent);
  if (value < 1 || value > 100) params.fault("unknown_value", "change");
  return value;
}
