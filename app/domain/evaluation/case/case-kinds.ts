import { abnormallyLowCase } from "#app/domain/evaluation/analysis/abnormally-low/abnormally-low-case.ts";
import { ahpCase } from "#app/domain/evaluation/analysis/ahp.ts";
import { breakEvenCase } from "#app/domain/evaluation/analysis/break-even-case.ts";
import { committeeCase } from "#app/domain/evaluation/analysis/committee.ts";
import { leaveOneOutCase } from "#app/domain/evaluation/analysis/leave-one-out.ts";
import { measuredRequirementCase } from "#app/domain/evaluation/analysis/measured-requirement.ts";
import { numericCase } from "#app/domain/evaluation/analysis/numeric.ts";
import { prometheeCase } from "#app/domain/evaluation/analysis/promethee.ts";
import { rankAcceptabilityCase } from "#app/domain/evaluation/analysis/rank-acceptability-case.ts";
import { serviceCreditCase } from "#app/domain/evaluation/analysis/service-credit.ts";
import { singleScoreFlipCase } from "#app/domain/evaluation/analysis/single-score-flip.ts";
import { tieBreakCase } from "#app/domain/evaluation/analysis/tie-break-case.ts";
import { topsisCase } from "#app/domain/evaluation/analysis/topsis.ts";
import { tornadoCase } from "#app/domain/evaluation/analysis/tornado.ts";
import { valueFunctionCase } from "#app/domain/evaluation/analysis/value-function-case.ts";
import { weightStabilityCase } from "#app/domain/evaluation/analysis/weight-stability.ts";
import { weightedProductCase } from "#app/domain/evaluation/analysis/weighted-product.ts";
import { weightedSumScaledCase } from "#app/domain/evaluation/analysis/weighted-sum-scaled.ts";
import { awardAnswer } from "#app/domain/evaluation/award/award-answer.ts";
import { inOrderOfIds } from "#app/domain/evaluation/award/award-case.ts";
import { type AwardModelName, isAwardModelName } from "#app/domain/evaluation/award/award-models.ts";
import { readAwardCase } from "#app/domain/evaluation/award/read-award-case.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";

const award =
  (name: AwardModelName): CaseKind =>
  ({ params, bids }) => {
    const awardCase = inOrderOfIds(readAwardCase(name, params, bids));
    return () => awardAnswer(awardCase, evaluate(awardCase));
  };

/** Everything beside the award models: it analyses an outcome, and decides none. */
export const analyses = {
  value_function: valueFunctionCase,
  wsm_sum_scaled: weightedSumScaledCase,
  wpm_log10: weightedProductCase,
  topsis: topsisCase,
  promethee_ii: prometheeCase,
  ahp_weights: ahpCase,
  "sensitivity.weight_stability_interval": weightStabilityCase,
  "sensitivity.tornado": tornadoCase,
  committee: committeeCase,
  tie_break: tieBreakCase,
  measured_requirement: measuredRequirementCase,
  service_credit: serviceCreditCase,
  abnormally_low: abnormallyLowCase,
  numeric: numericCase,
  smaa_rank_acceptability: rankAcceptabilityCase,
  "sensitivity.break_even_price": breakEvenCase,
  "sensitivity.single_score_flip": singleScoreFlipCase,
  "sensitivity.leave_one_out": leaveOneOutCase,
} as const satisfies Record<string, CaseKind>;

export type AnalysisName = keyof typeof analyses;

const isAnalysisName = (name: string): name is AnalysisName => Object.hasOwn(analyses, name);

/** The kind of a case by its `model`, or undefined. */
export function caseKindOf(model: string): CaseKind | undefined {
  if (isAwardModelName(model)) return award(model);
  return isAnalysisName(model) ? analyses[model] : undefined;
}
