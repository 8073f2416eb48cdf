import { toFixedDecimal } from "#app/domain/money/decimal.ts";
import { compare, type Fraction, multiply, parseDecimal, sum } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import type { ResponseContent } from "#app/domain/response/response.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

interface PriceRow {
  readonly item: string;
  readonly unitPrice: string | null;
  /** Volume × unit price, SEK with two decimals rounded half up for display; null without a unit price. */
  readonly sum: string | null;
}

export interface PriceSheet {
  readonly rows: readonly PriceRow[];
  /** Exact sum of the rows, then rounded once for display; null while a unit price is missing. */
  readonly total: string | null;
  readonly missing: readonly string[];
  /** Whether the exact total is above the published ceiling; null while there is no total or no ceiling. */
  readonly aboveCeiling: boolean | null;
}

/** Sums computed exactly; only what is shown is rounded. */
export function priceSheet(
  content: Pick<TenderContent, "priceItems" | "ceilingPriceSek">,
  unitPrices: ResponseContent["unitPrices"],
): PriceSheet {
  const exact = content.priceItems.map(({ id, volume }) => {
    const unitPrice = unitPrices[id] ?? null;
    const price = unitPrice === null ? null : parseDecimal(unitPrice);
    const amount = parseDecimal(volume);
    return { item: id, unitPrice, sum: price && amount ? multiply(price, amount) : null };
  });
  const missing = exact.filter((row) => row.sum === null).map((row) => row.item);
  const total =
    missing.length > 0 || exact.length === 0 ? null : sum(exact.flatMap((row) => (row.sum ? [row.sum] : [])));
  const ceiling = content.ceilingPriceSek === null ? null : parseDecimal(content.ceilingPriceSek);
  const shown = (value: Fraction | null) => (value === null ? null : toFixedDecimal(value, 2, halfUp));
  return {
    rows: exact.map((row) => ({ ...row, sum: shown(row.sum) })),
    total: shown(total),
    missing,
    aboveCeiling: total && ceiling ? compare(total, ceiling) > 0 : null,
  };
}
