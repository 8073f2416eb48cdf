import type { EvaluationCase } from "../published-cases.ts";
import { awardModelCases } from "./award-models.ts";
import { gateCases } from "./gates.ts";
import { lowBidCases } from "./low-bids.ts";
import { manyCriteriaCases } from "./many-criteria.ts";
import { measuredCases } from "./measured-requirements.ts";
import { priceFunctionCases } from "./price-functions.ts";
import { roundingCases } from "./rounding.ts";
import { sensitivityCases } from "./sensitivity.ts";
import { tieCases } from "./ties.ts";
import { valueFunctionCases } from "./value-functions.ts";

/** Cases of our own for rules that no published case shows, in the same format. */
export const ruleCases: readonly EvaluationCase[] = [
  ...priceFunctionCases,
  ...awardModelCases,
  ...gateCases,
  ...tieCases,
  ...sensitivityCases,
  ...valueFunctionCases,
  ...manyCriteriaCases,
  ...lowBidCases,
  ...measuredCases,
  ...roundingCases,
];
