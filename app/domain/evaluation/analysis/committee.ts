import { readRows } from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { score20, scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import { tiersOf } from "#app/domain/evaluation/ranking.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { mean, median } from "#app/domain/statistics/average.ts";

/** Individual scores put together by mean, median and rounded mean: three rules that can give three orders. */
export const committeeCase: CaseKind = ({ params, bids }) => {
  params.ignore("scale");
  const rows = readRows(bids, params.count("evaluators", 1));
  return () => {
    const means = rows.map(({ id, values }) => ({ id, value: mean(values) }));
    const medians = rows.map(({ id, values }) => ({ id, value: median(values) }));
    return {
      ...scoresAnswer(
        means.map(({ id, value }) => [id, value] as const),
        true,
      ),
      ranking: tiersOf(means, "higher_is_better"),
      median: Object.fromEntries(medians.map(({ id, value }) => [id, score20(value)])),
      median_ranking: tiersOf(medians, "higher_is_better"),
      mean_rounded_whole: Object.fromEntries(means.map(({ id, value }) => [id, toDecimal(value, 0, halfUp)])),
    };
  };
};
