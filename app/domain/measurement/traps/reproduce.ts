import {
  type Interval,
  offeredOfInterval,
  type ReportedShare,
} from "#app/domain/measurement/interval/interval.ts";
import { compareRatios, distance, type Ratio, ratio, ratioOfDecimal } from "#app/domain/measurement/ratio.ts";

/** The base of a reported percentage, and the numerators that it may have: `least` to `most` calls. */
interface ReportedBase {
  readonly denominator: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Whether some whole number of calls gives the reported percentage at its decimals, by the formula that the report
 * declares; null when the counts do not say, or the base is 0. A half may be rounded either way.
 */
export function canArise(reported: ReportedShare, interval: Interval): boolean | null {
  const base = baseOfReported(reported, interval);
  const percent = ratioOfDecimal(reported.percent);
  if (base === null || base.denominator === 0 || percent === null) return null;
  const decimals = reported.percent.split(".")[1]?.length ?? 0;
  const half: Ratio = { n: 1n, d: 2n * 10n ** BigInt(decimals) };
  const nearest = Number((percent.n * BigInt(base.denominator)) / (percent.d * 100n));
  return [nearest, nearest + 1].some(
    (n) =>
      n >= base.least &&
      n <= base.most &&
      compareRatios(distance(ratio(100 * n, base.denominator), percent), half) <= 0,
  );
}

export function baseOfReported(reported: ReportedShare, interval: Interval): ReportedBase | null {
  const offered = offeredOfInterval(interval);
  const { answered, abandoned } = interval.values;
  switch (reported.figure) {
    case "answer_rate":
      return exactly(answered, offered);
    case "abandon_rate":
      // Whether short abandons are left out is the secret of the report.
      return offered === null || abandoned === undefined
        ? null
        : { denominator: offered, least: 0, most: abandoned };
    case "service_level":
      return baseOfLevel(reported, interval, offered);
  }
}

function baseOfLevel(
  { variant }: ReportedShare,
  { values, within }: Interval,
  offered: number | null,
): ReportedBase | null {
  const { answered, abandoned, blocked } = values;
  // Several limits, and nobody knows by which the percentage was counted.
  const [limit] = within.length === 1 ? within : [];
  const inTime = limit?.answered ?? null;
  const gaveUpInTime = limit?.abandoned ?? null;
  const base = (denominator: number | null): ReportedBase | null => {
    if (denominator === null || answered === undefined) return null;
    if (inTime !== null) return exactly(inTime, denominator);
    return { denominator, least: 0, most: answered };
  };
  switch (variant) {
    case "offered":
    case "avaya_bcms":
      return base(offered);
    case "short":
      return null;
    case "attempts":
      return base(offered === null || blocked === undefined ? null : offered + blocked);
    case "answered":
      return base(answered ?? null);
    case "genesys":
      return base(answered === undefined || abandoned === undefined ? null : answered + abandoned);
    case "positive":
      return inTime === null || gaveUpInTime === null ? null : exactly(inTime + gaveUpInTime, offered);
    case "ignore_t":
      return inTime === null || gaveUpInTime === null || offered === null
        ? null
        : exactly(inTime, offered - gaveUpInTime);
  }
}

function exactly(numerator: number | undefined, denominator: number | null): ReportedBase | null {
  if (numerator === undefined || denominator === null) return null;
  return { denominator, least: numerator, most: numerator };
}
