import { offeredOf, type Totals } from "#app/domain/measurement/cell.ts";
import { countBelow, countWithin } from "#app/domain/measurement/histogram.ts";
import { compareRatios, type Ratio, ratio, sumRatios } from "#app/domain/measurement/ratio.ts";

/** The formulas in use that all call themselves service level; the first is the contract default. */
export const serviceLevelVariants = [
  "offered",
  "attempts",
  "answered",
  "positive",
  "ignore_t",
  "short",
  "genesys",
  "avaya_bcms",
] as const;
export type ServiceLevelVariant = (typeof serviceLevelVariants)[number];

/** Whole seconds 0–600: the service limit T and the limit S under which an abandon counts as short. */
export interface ServiceLimits {
  readonly thresholdS: number;
  readonly shortAbandonS: number;
}

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** Calls still open at the data end that had waited more than T: missed, though without an outcome. */
export const openMissed = (totals: Readonly<Totals>, { thresholdS }: ServiceLimits): number =>
  totals.open - countWithin(totals.waitsOpen, thresholdS);

export const shortAbandoned = (totals: Readonly<Totals>, { shortAbandonS }: ServiceLimits): number =>
  countWithin(totals.waitsAbandoned, shortAbandonS);

/** One variant as answered-in-time calls over its base; a base of 0 means that there is no level. */
export function serviceLevel(
  variant: ServiceLevelVariant,
  totals: Readonly<Totals>,
  limits: ServiceLimits,
): Share {
  return share(
    variant,
    totals,
    limits,
    countWithin(totals.waitsAnswered, limits.thresholdS),
    countWithin(totals.waitsAbandoned, limits.thresholdS),
  );
}

/** As `serviceLevel`, but with "less than T" in the numerator; the base stays. */
export function strictServiceLevel(
  variant: ServiceLevelVariant,
  totals: Readonly<Totals>,
  limits: ServiceLimits,
): Share {
  const { denominator } = serviceLevel(variant, totals, limits);
  const strict = share(
    variant,
    totals,
    limits,
    countBelow(totals.waitsAnswered, limits.thresholdS),
    countBelow(totals.waitsAbandoned, limits.thresholdS),
  );
  return { numerator: strict.numerator, denominator };
}

function share(
  variant: ServiceLevelVariant,
  totals: Readonly<Totals>,
  limits: ServiceLimits,
  answeredInTime: number,
  abandonedInTime: number,
): Share {
  const base = offeredOf(totals) + openMissed(totals, limits);
  switch (variant) {
    case "offered":
    case "avaya_bcms":
      return { numerator: answeredInTime, denominator: base };
    case "attempts":
      return { numerator: answeredInTime, denominator: base + totals.blocked };
    case "answered":
      return { numerator: answeredInTime, denominator: totals.answered };
    case "positive":
      return { numerator: answeredInTime + abandonedInTime, denominator: base };
    case "ignore_t":
      return { numerator: answeredInTime, denominator: base - abandonedInTime };
    case "short":
      return { numerator: answeredInTime, denominator: base - shortAbandoned(totals, limits) };
    case "genesys":
      return { numerator: answeredInTime, denominator: totals.answered + totals.abandoned };
  }
}

/** A share in per cent, exactly; null when the base is 0. */
export const percentOf = ({ numerator, denominator }: Share): Ratio | null =>
  denominator === 0 ? null : { n: 100n * BigInt(numerator), d: BigInt(denominator) };

/** Every variant is a sum over calls on both sides, so that the share of a whole is the sum of its parts. */
export function sumShares(shares: readonly Share[]): Share {
  return shares.reduce(
    (a, b) => ({ numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator }),
    { numerator: 0, denominator: 0 },
  );
}

/** Sign of the share in per cent minus `percent`. In plain numbers while they are exact, which is nearly always. */
export function comparePercent({ numerator, denominator }: Share, percent: Ratio): -1 | 0 | 1 {
  const left = 100 * numerator * Number(percent.d);
  const right = denominator * Number(percent.n);
  if (left > Number.MAX_SAFE_INTEGER || right > Number.MAX_SAFE_INTEGER) {
    return compareRatios({ n: 100n * BigInt(numerator), d: BigInt(denominator) }, percent);
  }
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Mean of the shares in per cent, exactly: what a level is not. Shares have a denominator. */
export function meanPercent(shares: readonly Share[]): Ratio | null {
  const sums = new Map<number, number>();
  for (const { numerator, denominator } of shares) {
    sums.set(denominator, (sums.get(denominator) ?? 0) + numerator);
  }
  if (shares.length === 0) return null;
  const { n, d } = sumRatios([...sums].map(([denominator, sum]) => ratio(100 * sum, denominator)));
  return { n, d: d * BigInt(shares.length) };
}
