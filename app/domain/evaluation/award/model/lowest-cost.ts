import { type AwardModel, type Bid, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { scoredBy } from "#app/domain/evaluation/award/scored-by.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { explain } from "#app/domain/evaluation/explain.ts";
import {
  add,
  divide,
  type Fraction,
  fraction,
  isPositive,
  leastCommonMultiple,
  multiply,
  one,
} from "#app/domain/money/fraction.ts";

/** Net present value over the horizon: p + Σ c_t/(1 + r)^t, t = 1…n, lowest best. */
export function readLowestCost(params: Fields): AwardModel {
  const rate = params.decimal("rate");
  const growth = add(one, rate);
  if (!isPositive(growth)) params.fault("number_out_of_range", "rate");
  const discounted = (bid: Bid) => {
    let factor = one;
    return bid.yearlyCosts.map((cost) => {
      factor = multiply(factor, growth);
      return { cost, factor, value: divide(cost, factor) };
    });
  };
  const running = (bid: Bid) => presentValue(bid.yearlyCosts, growth);
  const explained = (bid: Bid) => ({
    ...explain({
      label: "running_cost",
      formula: "Σ c / (1 + r)^t",
      value: running(bid),
      symbols: { r: rate },
    }),
    children: discounted(bid).map(({ cost, factor, value }, i) =>
      explain({
        label: "yearly_cost",
        subject: String(i + 1),
        formula: "c / f",
        symbols: { c: cost, f: factor },
        value,
      }),
    ),
  });
  return {
    direction: "lower_is_better",
    rational: true,
    weights: [],
    score: () =>
      scoredBy(
        "life_cycle_cost",
        "p + C",
        (bid) => add(priceOf(bid), running(bid)),
        (bid) => ({ p: priceOf(bid), C: { value: running(bid), explanation: explained(bid) } }),
      ),
  };
}

/**
 * Σ c_t/g^t from the last year to the first, over one denominator that is reduced once: reducing at each of many years
 * would take longer than all the rest.
 */
function presentValue(costs: readonly Fraction[], { n: growth, d: whole }: Fraction): Fraction {
  const denominator = costs.reduce((common, { d }) => leastCommonMultiple(common, d), 1n);
  let [total, growths] = [0n, 1n];
  for (const { n, d } of costs.toReversed()) {
    total = (total + n * (denominator / d) * growths) * whole;
    growths *= growth;
  }
  return fraction(total, denominator * growths);
}
