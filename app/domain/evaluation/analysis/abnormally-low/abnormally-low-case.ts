import {
  type LowBidRuleId,
  lowBidLimits,
  lowBidRules,
} from "#app/domain/evaluation/analysis/abnormally-low/generic.ts";
import { italianAbnormallyLow } from "#app/domain/evaluation/analysis/abnormally-low/italy.ts";
import { meanDiscountAbnormallyLow } from "#app/domain/evaluation/analysis/abnormally-low/mean-discount.ts";
import { readPriced } from "#app/domain/evaluation/analysis/abnormally-low/priced.ts";
import { spanishAbnormallyLow } from "#app/domain/evaluation/analysis/abnormally-low/spain.ts";
import { inIdOrder } from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import type { Fraction } from "#app/domain/money/fraction.ts";
import { wholeNumber } from "#app/domain/money/fraction.ts";

/** Which rule is meant shows in the params; there is no bid too few to ask. */
export const abnormallyLowCase: CaseKind = (input) => {
  const { params, bids } = input;
  if (params.has("n_rule")) return italianCase(input);
  if (bids.length === 0) params.faults.push({ code: "too_few_bids", place: { field: "bids" } });
  if (params.has("rules")) return genericCase(input);
  return params.has("rule") ? meanDiscountCase(input) : spanishCase(input);
};

const spanishCase: CaseKind = ({ params, bids }) => {
  const budget = params.decimal("base_budget", "positive");
  const priced = readPriced(bids);
  return () => {
    const { threshold, flagged } = spanishAbnormallyLow(priced, budget);
    return { ...scoresAnswer([["threshold", threshold]], true), flagged, ranking: [] };
  };
};

const meanDiscountCase: CaseKind = ({ params, bids }) => {
  params.oneOf("rule", ["mean_discount_plus_10pp"]);
  const base = params.decimal("base_budget", "positive");
  const priced = readPriced(bids);
  return () => {
    const { meanDiscount, thresholdDiscount, thresholdPrice, flagged } = meanDiscountAbnormallyLow(
      priced,
      base,
    );
    const figures = [
      ["mean_discount", meanDiscount],
      ["threshold_discount", thresholdDiscount],
      ["threshold_price", thresholdPrice],
    ] as const;
    return { ...scoresAnswer(figures, true), flagged, ranking: [] };
  };
};

const italianCase: CaseKind = ({ params, bids }) => {
  const rule = params.oneOf("n_rule", [">=15", "<15"]);
  const listed = params.has("discounts") ? params.decimals("discounts") : [];
  const named = bids
    .map((bid, i) => {
      const own = bid.has("discount") ? undefined : listed[i];
      return { id: bid.text("id"), discount: own ?? bid.decimal("discount") };
    })
    .sort(inIdOrder);
  // A list without bids is flagged by its positions.
  const discounted = bids.length > 0 ? named : listed.map((discount, i) => ({ id: String(i), discount }));
  if (discounted.length < 3) params.faults.push({ code: "too_few_bids", place: { field: "bids" } });
  return () => {
    const { flagged, k, ...figures } = italianAbnormallyLow(discounted, rule === ">=15");
    return {
      ...scoresAnswer([["k", wholeNumber(k)], ...Object.entries(figures)], true),
      flagged,
      ranking: [],
    };
  };
};

const limitNames: Readonly<Record<LowBidRuleId, string>> = {
  pct_below_mean: "limit_mean",
  pct_below_median: "limit_median",
  gap_to_second_lowest: "limit_second",
  pct_below_estimate: "limit_estimate",
};

const genericCase: CaseKind = ({ params, bids }) => {
  const rules = params.objects("rules", (fields) => {
    const id = fields.oneOf("id", lowBidRules);
    const percent = fields.decimal("pct", "not_negative");
    return {
      id,
      percent,
      estimate: id === "pct_below_estimate" ? fields.decimal("estimate", "positive") : null,
    };
  });
  const priced = readPriced(bids);
  return () => {
    const { mean, median, limits } = lowBidLimits(priced, rules);
    const shown = limits.flatMap(({ rule, limit }): [string, Fraction][] =>
      limit ? [[limitNames[rule], limit]] : [],
    );
    const flags = priced.map(({ id }) => {
      const raised = limits.filter(({ flagged }) => flagged.includes(id)).map(({ rule }) => rule);
      return [id, raised] as const;
    });
    return {
      ...scoresAnswer([["mean", mean], ["median", median], ...shown], true),
      flags: Object.fromEntries(flags.filter(([, raised]) => raised.length > 0)),
      ranking: [],
    };
  };
};
