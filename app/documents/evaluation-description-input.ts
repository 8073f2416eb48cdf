import type { PrintedTender } from "#app/documents/printed-tender.ts";
import { printedSek } from "#app/documents/printed-values.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import { fill } from "#app/documents/templates.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import type { ExampleEvaluation } from "#app/domain/evaluation/tender/example-evaluation.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { hundred, multiply, parseDecimal } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";

export interface EvaluationDescriptionInput extends PrintedTender {
  readonly wording: Wording<"evaluation-description">;
  /** Null while the tender lacks what an example needs. */
  readonly example: ExampleEvaluation | null;
}

export const isInSek = ({ evaluation }: Pick<TenderContent, "evaluation">): boolean =>
  evaluation.type === "added_value_deduction";

/** The shoulds, which are the award criteria. */
export const criteriaOf = ({ requirements }: TenderContent): readonly TenderRequirement[] =>
  requirements.filter(({ level }) => level === "should");

/** SEK or points, as the model counts; whole ones without decimals. */
export function printedWorth(value: string, { content, language }: EvaluationDescriptionInput): string {
  const plain = value.replace(/\.00$/, "");
  return isInSek(content) ? printedSek(plain, language) : formatDecimal(plain, language);
}

/** A share 0–1 in percent, at most two decimals. */
export function printedShare(share: string, { wording, language }: EvaluationDescriptionInput): string {
  const value = parseDecimal(share);
  if (value === null) return share;
  return fill(wording.percent, {
    value: formatDecimal(toDecimal(multiply(value, hundred), 2, halfUp), language),
  });
}
