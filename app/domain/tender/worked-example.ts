import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { laboratoryCase, withBids } from "#app/domain/laboratory/laboratory-case.ts";
import { laboratoryParts } from "#app/domain/laboratory/laboratory-part.ts";
import { expectedPrice } from "#app/domain/laboratory/price-range.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { type Fraction, fraction, multiply, one, parseDecimal, zero } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { worthIn } from "#app/domain/tender/model-units.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/** An invented bid worked through the model. Amounts are decimal strings, halves up at two decimals. */
export interface ExampleBid {
  readonly name: "A" | "B" | "C";
  /** Share of every should, in percent. */
  readonly sharePercent: "100" | "80" | "0";
  readonly price: string;
  /** SEK or points that the shoulds give. */
  readonly quality: string;
  /** Comparison price, price, points or ratio, as the model counts; null for a bid below the quality floor. */
  readonly score: string | null;
}

/** Price as a share of the expected price, and share of every should: dear and full, middle, cheap and bare. */
const invented = [
  { name: "A", price: fraction(11n, 10n), share: one, sharePercent: "100" },
  { name: "B", price: one, share: fraction(4n, 5n), sharePercent: "80" },
  { name: "C", price: fraction(9n, 10n), share: zero, sharePercent: "0" },
] as const;

/** Three invented bids evaluated by the engine; null while value, worth or numbers of the model are missing. */
export function workedExample(tender: TenderContent): readonly ExampleBid[] | null {
  const { evaluation, requirements } = tender;
  const shoulds = requirements.filter(({ level }) => level === "should");
  if (shoulds.some((should) => parseDecimal(worthIn(evaluation, should) ?? "") === null)) return null;
  const expected = expectedPrice(tender);
  const parts = laboratoryParts(tender, "requirement");
  // A ceiling price says nothing about how the model computes.
  const model = laboratoryCase({ ...tender, ceilingPriceSek: null }, parts);
  if (expected === null || !model.ok) return null;
  const bids = invented.map(({ name, price, share }) => ({
    id: name,
    price: evaluation.type === "fixed_price_quality_only" ? expected : multiply(expected, price),
    shares: new Map(parts.map(({ id }) => [id, share])),
  }));
  const base = withBids(model.value, bids);
  const { scores } = evaluate(base);
  const { qualities } = evaluate({ ...base, gates: { ...base.gates, minTotalQuality: null } });
  return invented.map(({ name, sharePercent }, index) => {
    const score = scores.get(name);
    return {
      name,
      sharePercent,
      price: shown(bids[index]?.price ?? zero),
      quality: shown(qualities.get(name) ?? zero),
      score: score ? shown(score) : null,
    };
  });
}

const shown = (value: Fraction): string => toDecimal(value, 2, halfUp);
