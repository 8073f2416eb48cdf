import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { isNegative, parseDecimal } from "#app/domain/money/fraction.ts";
import { decimalsOf, plainDecimal } from "#app/domain/response/check-answer.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/** A price per call may be a fraction of an öre, but not finer than a hundredth of one. */
const priceDecimals = 4;

/** One entered unit price in SEK; null when nothing is entered. */
export function readUnitPrice(
  content: Pick<TenderContent, "forbidNegativePrices">,
  item: string,
  entered: string,
): Result<string | null> {
  const place = { field: `prices.${item}` };
  if (entered.trim() === "") return success(null);
  const plain = plainDecimal(entered);
  const value = plain === null ? null : parseDecimal(plain);
  if (plain === null || value === null) return failure({ code: "price_not_a_number", place });
  const faults: Fault[] = [];
  if (decimalsOf(plain) > priceDecimals) {
    faults.push({ code: "price_too_many_decimals", place, params: { decimals: priceDecimals } });
  }
  if (content.forbidNegativePrices && isNegative(value)) faults.push({ code: "price_negative", place });
  return faults.length > 0 ? failure(...faults) : success(plain);
}
