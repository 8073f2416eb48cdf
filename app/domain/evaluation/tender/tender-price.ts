import { explain } from "#app/domain/evaluation/explain.ts";
import type { Explanation } from "#app/domain/evaluation/explanation.ts";
import { published } from "#app/domain/evaluation/tender/share-of-weight.ts";
import type { EvaluatedResponse } from "#app/domain/evaluation/tender-evaluation.ts";
import { type Fraction, multiply, parseDecimal, sum } from "#app/domain/money/fraction.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

export interface PriceRow {
  readonly item: string;
  readonly volume: Fraction;
  readonly unitPrice: Fraction | null;
  /** Whether anything stands where the unit price should. */
  readonly given: boolean;
}

export function priceRows(
  { priceItems }: TenderContent,
  { content }: EvaluatedResponse,
): readonly PriceRow[] {
  return priceItems.map(({ id, volume }) => {
    const given = Object.hasOwn(content.unitPrices, id) ? (content.unitPrices[id] ?? "") : "";
    return {
      item: id,
      volume: published(volume),
      unitPrice: parseDecimal(given),
      given: given.trim() !== "",
    };
  });
}

/** Σ volume × unit price over the rows that have a number. */
export const sumOfRows = (rows: readonly PriceRow[]): Fraction =>
  sum(rows.flatMap(({ volume, unitPrice }) => (unitPrice ? [multiply(volume, unitPrice)] : [])));

export function explainPrice(
  { evaluation }: TenderContent,
  response: string,
  rows: readonly PriceRow[],
): Explanation {
  if (evaluation.type === "fixed_price_quality_only") {
    const source = { kind: "tender", field: "evaluation.fixedPriceSek" } as const;
    return explain({
      label: "fixed_price",
      formula: "p",
      value: published(evaluation.fixedPriceSek),
      source,
    });
  }
  const children = rows.flatMap(({ item, volume, unitPrice }) =>
    unitPrice === null
      ? []
      : explain({
          label: "price_row",
          subject: item,
          formula: "n · a",
          symbols: { n: volume, a: unitPrice },
          value: multiply(volume, unitPrice),
          source: { kind: "unit_price", response, item },
        }),
  );
  return {
    ...explain({ label: "tender_price", formula: "Σ n · a", value: sumOfRows(rows) }),
    substituted: children.map(({ decimal }) => decimal).join(" + ") || "0",
    children,
  };
}
