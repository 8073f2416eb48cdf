import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  add,
  compare,
  divide,
  equal,
  type Fraction,
  isPositive,
  multiply,
  parseDecimal,
  subtract,
  sum,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import type { EditOf } from "#app/domain/tender/draft-edit.ts";
import type { DraftTender, EvaluationModel, TenderRequirement } from "#app/domain/tender/tender.ts";

/**
 * The same ranking in the other model, between added value and points by fixed price bounds. With unclipped points
 * between fixed bounds a and b, price weight M and one point worth (b − a)/M SEK,
 * points = constant − comparison price · M/(b − a): the order of any bids is the same.
 *
 * Faults: `model_not_convertible`, `number_malformed`, `bounds_not_ascending`, `sek_per_point_not_positive`,
 * `conversion_not_exact` with the requirement whose worth has no finite decimal form in the other model: a conversion
 * never rounds.
 */
export function convertModel(draft: DraftTender, edit: EditOf<"convert-model">): Result<DraftTender> {
  if (edit.to === draft.evaluation.type) return success(draft);
  if (edit.to === "added_value_deduction") return toSek(draft);
  return draft.evaluation.type === "added_value_deduction"
    ? toPoints(draft, edit)
    : failure({ code: "model_not_convertible", place: { field: "evaluation" } });
}

type ToPoints = Extract<EditOf<"convert-model">, { to: "weighted_points" }>;

function toPoints(draft: DraftTender, edit: ToPoints): Result<DraftTender> {
  const field = (name: string) => ({ field: `evaluation.${name}` });
  const [lower, upper, sekPerPoint] = [edit.lower, edit.upper, edit.sekPerPoint].map(parseDecimal);
  const faults: Fault[] = [];
  if (!lower) faults.push({ code: "number_malformed", place: field("lower"), params: { value: edit.lower } });
  if (!upper) faults.push({ code: "number_malformed", place: field("upper"), params: { value: edit.upper } });
  if (!sekPerPoint || !isPositive(sekPerPoint)) {
    faults.push({ code: "sek_per_point_not_positive", place: field("sekPerPoint") });
  }
  if (lower && upper && compare(upper, lower) <= 0) {
    faults.push({ code: "bounds_not_ascending", place: field("upper") });
  }
  if (!lower || !upper || !sekPerPoint || faults.length > 0) return failure(...faults);

  const priceWeight = divide(subtract(upper, lower), sekPerPoint);
  const requirements = convertWorth(draft, "valueSek", "weight", (value) => divide(value, sekPerPoint));
  const weight = exactDecimal(priceWeight);
  if (!requirements.ok) return requirements;
  if (weight === null) return failure({ code: "conversion_not_exact", params: { id: "" } });
  const weights = requirements.value.flatMap(({ weight }) => (weight ? (parseDecimal(weight) ?? zero) : []));
  const model: EvaluationModel = {
    type: "weighted_points",
    priceWeight: weight,
    priceFunction: { type: "linear_fixed_bounds", lower: edit.lower, upper: edit.upper },
    weightTotal: exactDecimal(add(priceWeight, sum(weights))) ?? weight,
    tieBreak: draft.evaluation.tieBreak,
  };
  return success({ ...draft, requirements: requirements.value, evaluation: model });
}

function toSek(draft: DraftTender): Result<DraftTender> {
  if (fixedBounds(draft.evaluation) === null) {
    return failure({ code: "model_not_convertible", place: { field: "evaluation" } });
  }
  const sekPerPoint = sekPerPointOf(draft.evaluation);
  if (sekPerPoint === null) return failure({ code: "bounds_not_ascending", place: { field: "evaluation" } });
  const requirements = convertWorth(draft, "weight", "valueSek", (weight) => multiply(weight, sekPerPoint));
  if (!requirements.ok) return requirements;
  const { tieBreak } = draft.evaluation;
  return success({
    ...draft,
    requirements: requirements.value,
    evaluation: { type: "added_value_deduction", tieBreak },
  });
}

/** The published price bounds of a points model; null in every other model. */
export function fixedBounds(model: EvaluationModel) {
  if (model.type !== "weighted_points" || model.priceFunction.type !== "linear_fixed_bounds") return null;
  return { ...model.priceFunction, priceWeight: model.priceWeight };
}

/** SEK that one point is worth, (b − a)/M; null where the model has no price bounds or its bounds or weight are faulty. */
export function sekPerPointOf(model: EvaluationModel): Fraction | null {
  const bounds = fixedBounds(model);
  if (bounds === null) return null;
  const [lower, upper, weight] = [bounds.lower, bounds.upper, bounds.priceWeight].map(parseDecimal);
  if (!lower || !upper || !weight || !isPositive(weight) || compare(upper, lower) <= 0) return null;
  return divide(subtract(upper, lower), weight);
}

type Worth = "weight" | "valueSek";

function convertWorth(
  { requirements }: DraftTender,
  from: Worth,
  to: Worth,
  convert: (worth: Fraction) => Fraction,
): Result<TenderRequirement[]> {
  const faults: Fault[] = [];
  const converted = requirements.map((requirement) => {
    const before = requirement[from];
    const worth = before === null ? null : parseDecimal(before);
    if (requirement.level === "must") return requirement;
    if (worth === null) return { ...requirement, [to]: null };
    const decimal = exactDecimal(convert(worth));
    if (decimal === null) {
      faults.push({
        code: "conversion_not_exact",
        place: { field: `requirements.${requirement.id}.${to}` },
        params: { id: requirement.id },
      });
    }
    return { ...requirement, [to]: decimal };
  });
  return faults.length > 0 ? failure(...faults) : success(converted);
}

/** At most this many decimals are written out; a longer worth would not be read by anybody. */
const decimals = 12;

/** The fraction as a decimal string; null where it has none of at most twelve decimals. */
function exactDecimal(value: Fraction): string | null {
  const text = toDecimal(value, decimals, halfEven);
  const parsed = parseDecimal(text);
  return parsed !== null && equal(parsed, value) ? text : null;
}
