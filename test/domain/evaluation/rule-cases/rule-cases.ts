import type { EvaluationCase } from "../published-cases.ts";
import { modelCases } from "./models-and-gates.ts";
import { priceFunctionCases } from "./price-functions.ts";
import { sensitivityCases } from "./sensitivity.ts";
import { figureCases } from "./values-and-figures.ts";

/** Cases of our own for rules that no published case shows, in the same format. */
export const ruleCases: readonly EvaluationCase[] = [
  ...priceFunctionCases,
  ...modelCases,
  ...sensitivityCases,
  ...figureCases,
];
