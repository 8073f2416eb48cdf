import { compare, isNegative, isPositive, parseDecimal } from "#app/domain/money/fraction.ts";
import { error, type Finding } from "#app/domain/tender/finding.ts";
import { dividesByPrice } from "#app/domain/tender/model-units.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";

const path = "evaluation.priceFunction";

/** How prices become points: parameters that are missing or make no sense, and prices that the function cannot read. */
export function priceFunctionFindings({ evaluation, forbidNegativePrices }: DraftTender): Finding[] {
  const findings: Finding[] = [];
  if (dividesByPrice(evaluation) && !forbidNegativePrices) {
    findings.push(error("MOD-11", "forbidNegativePrices", "price_near_zero"));
  }
  if (evaluation.type !== "weighted_points") return findings;
  const { priceFunction, priceWeight } = evaluation;
  const weight = parseDecimal(priceWeight);
  if (weight === null || !isPositive(weight)) {
    findings.push(error("MOD-01", "evaluation.priceWeight", "price_weight_missing"));
  }
  switch (priceFunction.type) {
    case "linear_fixed_bounds":
      return [...findings, ...boundFindings(priceFunction)];
    case "linear_from_lowest": {
      const slope = parseDecimal(priceFunction.slope);
      return slope !== null && isPositive(slope)
        ? findings
        : [...findings, error("MOD-01", `${path}.slope`, "slope_not_positive")];
    }
    case "inverse_proportional":
      return findings;
  }
}

function boundFindings(bounds: { readonly lower: string; readonly upper: string }): Finding[] {
  const findings: Finding[] = [];
  const [lower, upper] = [parseDecimal(bounds.lower), parseDecimal(bounds.upper)];
  if (lower === null || isNegative(lower)) findings.push(error("MOD-01", `${path}.lower`, "bound_malformed"));
  if (upper === null) findings.push(error("MOD-01", `${path}.upper`, "bound_malformed"));
  if (lower && upper && compare(upper, lower) <= 0) {
    findings.push(error("MOD-01", `${path}.upper`, "bounds_not_ascending"));
  }
  return findings;
}
