import { type Random, seededRandom, wholeBelow } from "#app/domain/example/random.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import type { LaboratoryPart } from "#app/domain/laboratory/laboratory-part.ts";
import type { PriceRange } from "#app/domain/laboratory/price-range.ts";
import {
  compare,
  divide,
  type Fraction,
  hundred,
  isNegative,
  parseDecimal,
  zero,
} from "#app/domain/money/fraction.ts";

export const fewestBids = 2;
export const mostBids = 6;

/** A bid as it stands in the table that one types in: decimal strings, shares in percent by part. */
export interface TypedBid {
  readonly id: string;
  readonly price: string;
  readonly shares: Readonly<Record<string, string>>;
}

/** A bid that the model can be tried on. */
export interface FictitiousBid {
  readonly id: string;
  readonly price: Fraction;
  /** 0–1 by part. */
  readonly shares: ReadonlyMap<string, Fraction>;
}

/** A, B, C, … */
export const bidName = (index: number): string => String.fromCharCode(65 + index);

/** Shares are drawn in these steps of a percent, prices in thousandths of the expected price's order. */
const shareStep = 5;

/** Bids drawn within the range, the same for the same seed. */
export function drawBids(
  parts: readonly LaboratoryPart[],
  range: PriceRange,
  count: number,
  seed: number,
): readonly TypedBid[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => ({
    id: bidName(index),
    price: drawPrice(random, range).toString(),
    shares: Object.fromEntries(
      parts.map(({ id }) => [id, String(shareStep * wholeBelow(random, 100 / shareStep + 1))]),
    ),
  }));
}

/** Rounded down to three or four significant digits, as people write a price that is made up. */
export function drawPrice(random: Random, { low, high }: PriceRange): bigint {
  const drawn = low + (BigInt(wholeBelow(random, 1_000_001)) * (high - low)) / 1_000_000n;
  const step = 10n ** BigInt(Math.max(0, high.toString().length - 4));
  const rounded = (drawn / step) * step;
  return rounded < low ? low : rounded;
}

/**
 * Reads typed bids. Faults, with the field `<bid>.price` or `<bid>.<part>`: `number_malformed`, `price_below_zero`,
 * `share_out_of_range`. An empty share is 0.
 */
export function readBids(
  typed: readonly TypedBid[],
  parts: readonly LaboratoryPart[],
): Result<readonly FictitiousBid[]> {
  const faults: Fault[] = [];
  const number = (text: string, field: string): Fraction => {
    const value = parseDecimal(text);
    if (value === null) faults.push({ code: "number_malformed", place: { field }, params: { value: text } });
    return value ?? zero;
  };
  const bids = typed.map(({ id, price, shares }): FictitiousBid => {
    const amount = number(price, `${id}.price`);
    if (isNegative(amount)) faults.push({ code: "price_below_zero", place: { field: `${id}.price` } });
    return {
      id,
      price: amount,
      shares: new Map(
        parts.map((part) => {
          const text = shares[part.id] ?? "";
          const field = `${id}.${part.id}`;
          const percent = text === "" ? zero : number(text, field);
          if (isNegative(percent) || compare(percent, hundred) > 0) {
            faults.push({ code: "share_out_of_range", place: { field } });
          }
          return [part.id, divide(percent, hundred)];
        }),
      ),
    };
  });
  return faults.length > 0 ? failure(...faults) : success(bids);
}
