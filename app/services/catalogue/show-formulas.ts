import { emptyTotals, type Totals } from "#app/domain/measurement/cell.ts";
import { binOfWait, packHistogram } from "#app/domain/measurement/histogram.ts";
import {
  type ServiceLevelVariant,
  serviceLevel,
  serviceLevelVariants,
} from "#app/domain/measurement/service-level.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { compare, fraction, hundred, multiply } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

const second = 1_000_000;
/** Two bars of time on each side of the limits T = 20 s and S = 5 s: what the formulas see of a wait. */
const waits = { short: binOfWait(3 * second), inTime: binOfWait(12 * second), late: binOfWait(60 * second) };

/**
 * Twenty ended calls of one real day in 2010 at a small switchboard: 8 answered, 6
 * of them within 20 seconds; 12 hung up, 8 of them within 20 seconds and 2 of those within 5. Another call was still
 * waiting when the log ended. Only these counts are used.
 */
const calls: Totals = {
  ...emptyTotals(),
  answered: 8,
  abandoned: 12,
  waitsAnswered: packHistogram([waits.inTime, 6, waits.late, 2]),
  waitsAbandoned: packHistogram([waits.short, 2, waits.inTime, 6, waits.late, 4]),
};

export interface FormulaLevel {
  readonly variant: ServiceLevelVariant;
  /** Decimal string, at most one decimal. */
  readonly percent: string;
}

/** The eight formulas that are all called service level, on the same calls; per cent as decimal strings, highest first. */
export function showFormulas(): readonly {
  readonly variant: ServiceLevelVariant;
  readonly percent: string;
}[] {
  const levels = serviceLevelVariants.map((variant) => {
    const { numerator, denominator } = serviceLevel(variant, calls, { thresholdS: 20, shortAbandonS: 5 });
    return { variant, share: multiply(hundred, fraction(BigInt(numerator), BigInt(denominator))) };
  });
  return levels
    .sort((a, b) => compare(b.share, a.share))
    .map(({ variant, share }) => ({ variant, percent: toDecimal(share, 1, halfUp) }));
}
