import { inIdOrder } from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import {
  serviceCredit,
  startedHoursPercent,
  stepPercent,
} from "#app/domain/service-credit/service-credit.ts";

export const serviceCreditCase: CaseKind = ({ params, bids }) => {
  params.ignore("comparison");
  const fee = params.decimal("monthly_fee", "not_negative");
  const cap = params.optionalDecimal("cap_percent", "not_negative");
  const perHour = params.optionalDecimal("percent_per_started_hour", "not_negative");
  const tiers = perHour
    ? []
    : params.objects("tiers", (tier) => ({
        limit: tier.decimal("below"),
        percent: tier.decimal("percent", "not_negative"),
      }));
  const percents = bids
    .map((bid) => {
      const id = bid.text("id");
      if (perHour)
        return { id, percent: startedHoursPercent(bid.decimal("hours_late", "not_negative"), perHour) };
      return { id, percent: stepPercent(tiers, bid.decimal("measured"), "below") };
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
