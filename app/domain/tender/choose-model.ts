import { failure, type Result, success } from "#app/domain/fault.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { add, divide, fraction, isPositive, multiply, parseDecimal } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import type { EditOf } from "#app/domain/tender/draft-edit.ts";
import { isModelChoice, type ModelChoice, modelChoiceOf } from "#app/domain/tender/model-choice.ts";
import { refusalOfName } from "#app/domain/tender/model-refusal.ts";
import type { DraftTender, EvaluationModel } from "#app/domain/tender/tender.ts";
import { totalWorth } from "#app/domain/tender/total-worth.ts";

/**
 * Another model for the draft, with parameters that make sense until the buyer sets them: price and quality half and
 * half, the expected or ceiling price as upper bound, six tenths of the points as quality floor. Weights and SEK values
 * of the shoulds stay as they are, each for the models that read it.
 *
 * Faults: those of `modelRefusal` for a model that is none of `modelChoices`.
 */
export function chooseModel(draft: DraftTender, { choice }: EditOf<"choose-model">): Result<DraftTender> {
  if (!isModelChoice(choice)) {
    const refusal = refusalOfName(choice);
    const place = { field: "evaluation" };
    return failure({ code: refusal.code, place, params: { rule: refusal.ruleId, model: choice } });
  }
  if (choice === modelChoiceOf(draft.evaluation)) return success(draft);
  return success({ ...draft, evaluation: initialModel(choice, draft) });
}

function initialModel(choice: ModelChoice, draft: DraftTender): EvaluationModel {
  const { tieBreak } = draft.evaluation;
  const points = totalWorth({ ...draft, evaluation: { type: "quality_price_ratio", ...noFloor, tieBreak } });
  const text = (value: typeof points) => toDecimal(value, 12, halfUp);
  const weightTotal = text(points);
  const minQuality = isPositive(points) ? toDecimal(multiply(points, sixTenths), 2, halfUp) : "0";
  // A draft without shoulds yet gets the usual hundred points.
  const priceWeight = isPositive(points) ? weightTotal : "100";
  const inPoints = {
    type: "weighted_points",
    tieBreak,
    priceWeight,
    weightTotal: text(add(points, parseDecimal(priceWeight) ?? points)),
  } as const;
  switch (choice) {
    case "added_value_deduction":
    case "lowest_price":
      return { type: choice, tieBreak };
    case "threshold_lowest_price":
    case "quality_price_ratio":
      return { type: choice, tieBreak, weightTotal, minQuality };
    case "fixed_price_quality_only":
      return { type: choice, tieBreak, weightTotal, fixedPriceSek: draft.estimatedValueSek ?? "0" };
    case "linear_fixed_bounds":
      return { ...inPoints, priceFunction: { type: choice, lower: "0", upper: upperBound(draft) } };
    case "inverse_proportional":
      return { ...inPoints, priceFunction: { type: choice } };
    case "linear_from_lowest":
      return { ...inPoints, priceFunction: { type: choice, slope: "1" } };
  }
}

const noFloor = { weightTotal: "0", minQuality: "0" } as const;
const sixTenths = divide(fraction(6n), fraction(10n));

const upperBound = ({ ceilingPriceSek, estimatedValueSek }: DraftTender): string =>
  ceilingPriceSek ?? estimatedValueSek ?? "0";
