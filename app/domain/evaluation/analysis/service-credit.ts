import { inIdOrder } from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import {
  compare,
  divide,
  type Fraction,
  hundred,
  multiply,
  smaller,
  zero,
} from "#app/domain/money/fraction.ts";

interface CreditTier {
  /** Breached strictly below, compared unrounded. */
  readonly below: Fraction;
  /** Percent of the monthly fee. */
  readonly percent: Fraction;
}

/** Percent of the fee for a measured value: that of the deepest breached tier alone, not their sum. */
function tierPercent(tiers: readonly CreditTier[], measured: Fraction): Fraction {
  const breached = tiers.filter(({ below }) => compare(measured, below) < 0);
  return (
    breached.reduce<CreditTier | null>(
      (deepest, tier) => (deepest === null || compare(tier.below, deepest.below) < 0 ? tier : deepest),
      null,
    )?.percent ?? zero
  );
}

/** Percent of the fee for a delay: every started hour counts whole. */
const startedHoursPercent = (hours: Fraction, percentPerHour: Fraction): Fraction =>
  multiply({ n: (hours.n + hours.d - 1n) / hours.d, d: 1n }, percentPerHour);

/** A service credit in money: percent of the monthly fee, at most `cap` percent. */
const serviceCredit = (monthlyFee: Fraction, percent: Fraction, cap: Fraction | null): Fraction =>
  divide(multiply(monthlyFee, cap ? smaller(percent, cap) : percent), hundred);

export const serviceCreditCase: CaseKind = ({ params, bids }) => {
  params.ignore("comparison");
  const fee = params.decimal("monthly_fee", "not_negative");
  const cap = params.optionalDecimal("cap_percent", "not_negative");
  const perHour = params.optionalDecimal("percent_per_started_hour", "not_negative");
  const tiers = perHour
    ? []
    : params.objects("tiers", (tier) => ({
        below: tier.decimal("below"),
        percent: tier.decimal("percent", "not_negative"),
      }));
  const percents = bids
    .map((bid) => {
      const id = bid.text("id");
      if (perHour)
        return { id, percent: startedHoursPercent(bid.decimal("hours_late", "not_negative"), perHour) };
      return { id, percent: tierPercent(tiers, bid.decimal("measured")) };
    })
    .sort(inIdOrder);
  return () => ({
    ...scoresAnswer(
      percents.map(({ id, percent }) => [id, serviceCredit(fee, percent, cap)] as const),
      true,
    ),
    ranking: [],
  });
};
