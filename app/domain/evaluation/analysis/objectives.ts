import type { Fields } from "#app/domain/evaluation/case/fields.ts";

/** Whether a criterion is a cost or a benefit. */
export type Objective = "min" | "max";

export function readObjectives(params: Fields, columns: number): readonly Objective[] {
  const objectives = params.list("objectives", (value, path): Objective => {
    if (value !== "min" && value !== "max")
      params.faults.push({ code: "unknown_value", place: { field: path } });
    return value === "min" ? "min" : "max";
  });
  if (objectives.length !== columns) params.fault("wrong_number_of_values", "objectives");
  return objectives;
}
