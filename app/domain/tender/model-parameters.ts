import type { EvaluationModel } from "#app/domain/tender/tender.ts";

/** The numbers of a model that a buyer sets, by path below `evaluation`, in the order in which they are asked for. */
export function parametersOf(model: EvaluationModel): Readonly<Record<string, string>> {
  switch (model.type) {
    case "added_value_deduction":
    case "lowest_price":
      return {};
    case "threshold_lowest_price":
    case "quality_price_ratio":
      return { minQuality: model.minQuality, weightTotal: model.weightTotal };
    case "fixed_price_quality_only":
      return { fixedPriceSek: model.fixedPriceSek, weightTotal: model.weightTotal };
    case "weighted_points": {
      const { type: _, ...numbers } = model.priceFunction;
      const ofFunction = Object.entries(numbers).map(([name, value]) => [`priceFunction.${name}`, value]);
      return {
        priceWeight: model.priceWeight,
        ...Object.fromEntries(ofFunction),
        weightTotal: model.weightTotal,
      };
    }
  }
}
