import {
  type PriceFunction,
  pricedField,
} from "#app/domain/evaluation/award/price-function/price-function.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import {
  add,
  compare,
  divide,
  equal,
  type Fraction,
  isNegative,
  isZero,
  larger,
  multiply,
  one,
  parseDecimal,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";
import { mean } from "#app/domain/statistics/average.ts";
import { power } from "#app/domain/statistics/irrational.ts";

const discountFormula = "((p0 − p) / p0)";

/** R = (base − p)/base, the discount that the Italian functions score. */
function readDiscount(fields: Fields) {
  const base = fields.decimal("base_price", "positive");
  return { base, discount: (price: Fraction) => divide(subtract(base, price), base) };
}

/** M·R/R_max; nothing to anyone when nobody gives a discount. */
export function readAnacLinear(fields: Fields, weight: Fraction): PriceFunction {
  const { base, discount } = readDiscount(fields);
  return {
    rational: true,
    over: (prices) => {
      const best = prices.map(discount).reduce(larger);
      if (isNegative(best)) return { error: "price_above_base_price" };
      if (isZero(best)) return pricedField(() => zero, "0", {});
      const points = (p: Fraction) => divide(multiply(weight, discount(p)), best);
      return pricedField(points, `M · ${discountFormula} / Rmax`, { M: weight, p0: base, Rmax: best });
    },
  };
}

/** M(R/R_max)^α, R ≥ 0. */
export function readAnacPower(fields: Fields, weight: Fraction): PriceFunction {
  const { base, discount } = readDiscount(fields);
  const alpha = fields.decimal("alpha", "positive");
  return {
    rational: false,
    over: (prices) => {
      const discounts = prices.map(discount);
      if (discounts.some(isNegative)) return { error: "price_above_base_price" };
      const best = discounts.reduce(larger);
      if (isZero(best)) return pricedField(() => zero, "0", {});
      const points = (p: Fraction) => multiply(weight, power(divide(discount(p), best), alpha));
      const symbols = { M: weight, p0: base, Rmax: best, α: alpha };
      return pricedField(points, `M · (${discountFormula} / Rmax)^α`, symbols);
    },
  };
}

const bendPoints = ["0.80", "0.85", "0.90"].map(parseDecimal);

/** Up to the mean discount M·X·R/R̄, above it M(X + (1 − X)(R − R̄)/(R_max − R̄)). */
export function readAnacBilinear(fields: Fields, weight: Fraction): PriceFunction {
  const { base, discount } = readDiscount(fields);
  const x = fields.decimal("X");
  if (!bendPoints.some((allowed) => allowed && equal(allowed, x))) fields.fault("unknown_value", "X");
  return {
    rational: true,
    over: (prices) => {
      const discounts = prices.map(discount);
      const [average, best] = [mean(discounts), discounts.reduce(larger)];
      if (isNegative(average)) return { error: "price_above_base_price" };
      if (isZero(average)) return pricedField(() => zero, "0", {});
      const isBelow = (p: Fraction) => compare(discount(p), average) <= 0;
      const points = (p: Fraction) => {
        const r = discount(p);
        if (isBelow(p)) return divide(multiply(multiply(weight, x), r), average);
        const rest = divide(multiply(subtract(one, x), subtract(r, average)), subtract(best, average));
        return multiply(weight, add(x, rest));
      };
      const formula = (p: Fraction) =>
        isBelow(p)
          ? `M · X · ${discountFormula} / Rm`
          : `M · (X + (1 − X) · (${discountFormula} − Rm) / (Rmax − Rm))`;
      return pricedField(points, formula, { M: weight, X: x, p0: base, Rm: average, Rmax: best });
    },
  };
}
