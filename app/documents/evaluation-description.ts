import type { Paragraph } from "docx";
import { criteriaChapter, scalesChapter } from "#app/documents/evaluation-description-criteria.ts";
import { exampleChapter } from "#app/documents/evaluation-description-example.ts";
import type { EvaluationDescriptionInput } from "#app/documents/evaluation-description-input.ts";
import { basisChapter, formulaChapter } from "#app/documents/evaluation-description-model.ts";
import { printedSek } from "#app/documents/printed-values.ts";
import { isInSek } from "#app/documents/printed-worth.ts";
import { fill } from "#app/documents/templates.ts";
import { tenderDocument } from "#app/documents/tender-document.ts";
import { fact, heading, paragraph } from "#app/documents/word-parts.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import { isJudged } from "#app/domain/scoring/judged.ts";
import { dividesByPrice } from "#app/domain/tender/model-units.ts";

/** How bids are examined and ranked, with an example computed by the engine. The same input gives the same bytes. */
export function evaluationDescription(input: EvaluationDescriptionInput): Promise<Buffer> {
  return tenderDocument(input, [
    ...basisChapter(input),
    ...stepsChapter(input),
    ...gatesChapter(input),
    ...criteriaChapter(input),
    ...scalesChapter(input),
    ...formulaChapter(input),
    ...committeeChapter(input),
    ...tiesChapter(input),
    ...exampleChapter(input),
  ]);
}

function stepsChapter({ content, wording }: EvaluationDescriptionInput): Paragraph[] {
  const { step_open, step_gates, step_scores, step_lock, step_price, step_result } = wording;
  const fixed = content.evaluation.type === "fixed_price_quality_only";
  return [
    heading(1, "2", wording.steps),
    ...[step_open, step_gates, step_scores, step_lock, fixed ? step_result : step_price].map((text, index) =>
      fact(fill(wording.step, { number: String(index + 1) }), text),
    ),
  ];
}

function gatesChapter({ content, wording, language }: EvaluationDescriptionInput): Paragraph[] {
  const { ceilingPriceSek, evaluation, forbidNegativePrices, requirements } = content;
  const musts = requirements.filter(({ level }) => level === "must").length;
  return [
    heading(1, "3", wording.gates),
    paragraph(fill(wording.gates_musts, { musts: String(musts) })),
    ...(evaluation.type === "fixed_price_quality_only"
      ? [
          paragraph(
            fill(wording.gates_fixed_price, { amount: printedSek(evaluation.fixedPriceSek, language) }),
          ),
        ]
      : [
          paragraph(wording.gates_unit_prices),
          ...(forbidNegativePrices ? [paragraph(wording.gates_negative)] : []),
        ]),
    ...(dividesByPrice(evaluation) ? [paragraph(wording.gates_price_positive)] : []),
    paragraph(
      ceilingPriceSek === null
        ? wording.gates_no_ceiling
        : fill(wording.gates_ceiling, { amount: printedSek(ceilingPriceSek, language) }),
    ),
    paragraph(
      "minQuality" in evaluation
        ? fill(wording.gates_floor, {
            floor: formatDecimal(evaluation.minQuality, language),
            total: formatDecimal(evaluation.weightTotal, language),
          })
        : wording.gates_no_floors,
    ),
    paragraph(wording.gates_reasons),
  ];
}

function committeeChapter({ content, wording }: EvaluationDescriptionInput): Paragraph[] {
  const judged = content.requirements.filter(isJudged).map(({ id }) => id);
  return [
    heading(1, "7", wording.committee),
    ...(judged.length === 0
      ? [paragraph(wording.committee_none)]
      : [
          paragraph(wording.committee_text),
          paragraph(fill(wording.committee_criteria, { ids: judged.join(", ") })),
        ]),
    heading(2, "7.1", wording.low_bids),
    paragraph(wording.low_bids_text),
  ];
}

function tiesChapter({ content, wording }: EvaluationDescriptionInput): Paragraph[] {
  const words = {
    lower_tender_price: wording.tie_lower_tender_price,
    higher_quality: isInSek(content) ? wording.tie_higher_quality_sek : wording.tie_higher_quality_points,
    lottery: wording.tie_lottery,
  };
  const rules = content.evaluation.tieBreak;
  return [
    heading(1, "8", wording.ties),
    ...(rules.length === 0
      ? [paragraph(wording.ties_none)]
      : [
          paragraph(wording.ties_text),
          ...rules.map((rule, index) => fact(fill(wording.step, { number: String(index + 1) }), words[rule])),
        ]),
  ];
}
