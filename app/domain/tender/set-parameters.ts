import { failure, type Result, success } from "#app/domain/fault.ts";
import type { EditOf } from "#app/domain/tender/draft-edit.ts";
import { parametersOf } from "#app/domain/tender/model-parameters.ts";
import { malformed } from "#app/domain/tender/number-field.ts";
import type { DraftTender, EvaluationModel, PriceFunction } from "#app/domain/tender/tender.ts";

/**
 * Sets numbers of the model by their path, `priceWeight` or `priceFunction.slope`; one left out stays. Faults:
 * `number_malformed`, `parameter_unknown` for a number that the model does not have.
 */
export function setParameters(
  draft: DraftTender,
  { parameters }: EditOf<"set-parameters">,
): Result<DraftTender> {
  const known = parametersOf(draft.evaluation);
  const faults = Object.entries(parameters).flatMap(([name, value]) =>
    Object.hasOwn(known, name)
      ? malformed(`evaluation.${name}`, value)
      : [{ code: "parameter_unknown", place: { field: `evaluation.${name}` }, params: { name } }],
  );
  if (faults.length > 0) return failure(...faults);
  return success({ ...draft, evaluation: withParameters(draft.evaluation, { ...known, ...parameters }) });
}

function withParameters(model: EvaluationModel, given: Readonly<Record<string, string>>): EvaluationModel {
  const at = (name: string) => given[name] ?? "";
  switch (model.type) {
    case "added_value_deduction":
    case "lowest_price":
      return model;
    case "threshold_lowest_price":
    case "quality_price_ratio":
      return { ...model, weightTotal: at("weightTotal"), minQuality: at("minQuality") };
    case "fixed_price_quality_only":
      return { ...model, weightTotal: at("weightTotal"), fixedPriceSek: at("fixedPriceSek") };
    case "weighted_points":
      return {
        ...model,
        priceWeight: at("priceWeight"),
        weightTotal: at("weightTotal"),
        priceFunction: priceFunctionWith(model.priceFunction, at),
      };
  }
}

function priceFunctionWith(priceFunction: PriceFunction, at: (name: string) => string): PriceFunction {
  switch (priceFunction.type) {
    case "linear_fixed_bounds":
      return { ...priceFunction, lower: at("priceFunction.lower"), upper: at("priceFunction.upper") };
    case "linear_from_lowest":
      return { ...priceFunction, slope: at("priceFunction.slope") };
    case "inverse_proportional":
      return priceFunction;
  }
}
