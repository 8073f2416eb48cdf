import { type AwardModel, type Bid, priceOf } from "#app/domain/evaluation/award/award-case.ts";
import { readQualityPriceRatio } from "#app/domain/evaluation/award/model/quality-price-ratio.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import {
  compare,
  divide,
  fraction,
  hundred,
  larger,
  multiply,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";

/**
 * UfAB Erweiterte Richtwertmethode: Z = L/P · factor; bids within s % of the best Z stay, its lower edge included, and
 * among them the highest L, the lowest P or a named criterion decides. Relative: a losing bid moves the band.
 */
export function readUfabBand(params: Fields): AwardModel {
  const percent = params.decimal("band_percent", "positive");
  if (compare(percent, fraction(10n)) > 0 || compare(percent, fraction(1n)) < 0) {
    params.fault("number_out_of_range", "band_percent");
  }
  const decision = params.text("decision");
  const byCriterion = decision !== "highest_L" && decision !== "lowest_price";
  const criterion = decision.replace(/^points:/, "");
  const ratio = readQualityPriceRatio(params);
  return {
    ...ratio,
    ...(byCriterion ? { namedCriterion: criterion } : {}),
    score: (bids, quality) => {
      const scored = ratio.score(bids, quality);
      if ("error" in scored) return scored;
      const best = bids.map(scored.score).reduce(larger);
      const lower = divide(multiply(best, subtract(hundred, percent)), hundred);
      const keys: Readonly<Record<string, (bid: Bid) => ReturnType<typeof priceOf>>> = {
        highest_L: quality.total,
        lowest_price: priceOf,
      };
      return {
        ...scored,
        band: {
          lower,
          within: bids.filter((bid) => compare(scored.score(bid), lower) >= 0).map(({ id }) => id),
          key: keys[decision] ?? ((bid: Bid) => bid.points.get(criterion) ?? zero),
          direction: decision === "lowest_price" ? "lower_is_better" : "higher_is_better",
        },
      };
    },
  };
}
