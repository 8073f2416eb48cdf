import { exactDecimal, significantDecimal } from "#app/domain/measurement/ratio.ts";
import {
  divide,
  type Fraction,
  fraction,
  hundred,
  isNegative,
  isZero,
  multiply,
  negate,
  parseDecimal,
  sum,
} from "#app/domain/money/fraction.ts";

/** What a report can show of a vendor, by the ids of the catalogue's measures and variants. */
export interface ReportFigure {
  readonly metric: string;
  readonly variant: string;
  /** `2025`, `2025-Q1`, `2025-03`, `2025-W10`, or the dates of a rolling year: `2024-04-01/2025-03-31`. */
  readonly window: string;
  /** Queue, team or shift; null for all together. */
  readonly group: string | null;
  readonly unit: string;
  readonly numerator: Fraction;
  readonly denominator: Fraction;
  /** What belongs beside the value: number of answers, response rate, median … as decimal strings. */
  readonly beside: Readonly<Record<string, string>>;
}

/** The exact value, in per cent where that is the unit; null without denominator: no data is not 0. */
export function valueOfFigure({ numerator, denominator, unit }: ReportFigure): Fraction | null {
  if (isZero(denominator)) return null;
  const value = divide(numerator, denominator);
  return unit === "%" ? multiply(value, hundred) : value;
}

/** A figure over several windows: sums of numerators and denominators, never a mean of values. Null for none. */
export function pooled(figures: readonly ReportFigure[], window: string): ReportFigure | null {
  const [first] = figures;
  if (first === undefined) return null;
  return {
    ...first,
    window,
    numerator: sum(figures.map(({ numerator }) => numerator)),
    denominator: sum(figures.map(({ denominator }) => denominator)),
    beside: figures.length === 1 ? first.beside : {},
  };
}

/** Twelve significant digits, half even. */
export const printedFraction = (value: Fraction): string =>
  isNegative(value) ? `-${significantDecimal(negate(value))}` : significantDecimal(value);

/** An exact decimal string; of decimals as files have them. */
export const exactSum = (parts: readonly string[]): string => exactDecimalOf(sum(parts.map(decimalFraction)));

/** An exact decimal string; of two decimals with at most six places. */
export const exactProduct = (a: string, b: string): string =>
  exactDecimalOf(multiply(decimalFraction(a), decimalFraction(b)));

/** Six places times six places. */
const mostPlaces = 12;

function exactDecimalOf({ n, d }: Fraction): string {
  const unit = 10n ** BigInt(mostPlaces);
  if ((n * unit) % d !== 0n) throw new Error("more decimals than a product of two has");
  return exactDecimal((n * unit) / d, Number(unit));
}

/** A decimal string of stored content, which was checked when it was read. */
export function decimalFraction(text: string): Fraction {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not a decimal: ${text}`);
  return value;
}

export const countFraction = (count: number): Fraction => fraction(BigInt(count));
