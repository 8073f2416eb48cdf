import { type Fraction, parseDecimal, sum, zero } from "#app/domain/money/fraction.ts";
import { worthIn } from "#app/domain/tender/model-units.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/** SEK or points of all shoulds at full share; one without a worth counts 0. */
export const totalWorth = ({ evaluation, requirements }: TenderContent): Fraction =>
  sum(
    requirements
      .filter(({ level }) => level === "should")
      .map((should) => parseDecimal(worthIn(evaluation, should) ?? "") ?? zero),
  );
