import { Paragraph } from "docx";
import { criteriaChapter, scalesChapter } from "#app/documents/evaluation-description-criteria.ts";
import { exampleChapter } from "#app/documents/evaluation-description-example.ts";
import { criteriaOf, type EvaluationDescriptionInput } from "#app/documents/evaluation-description-input.ts";
import { printedSek } from "#app/documents/printed-values.ts";
import { isInSek } from "#app/documents/printed-worth.ts";
import { fill } from "#app/documents/templates.ts";
import { tenderDocument } from "#app/documents/tender-document.ts";
import { fact, heading, paragraph, runs } from "#app/documents/word-parts.ts";
import { style } from "#app/documents/word-style.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import { isJudged } from "#app/domain/scoring/judged.ts";

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

function basisChapter({ content, wording, language }: EvaluationDescriptionInput): Paragraph[] {
  const { evaluation } = content;
  const basis =
    evaluation.type === "weighted_points"
      ? fill(wording.basis_points, { total: formatDecimal(evaluation.weightTotal, language) })
      : criteriaOf(content).length === 0
        ? wording.basis_price
        : wording.basis_sek;
  return [
    heading(1, "1", wording.basis, true),
    paragraph(basis),
    paragraph(wording.absolute),
    paragraph(wording.frozen),
  ];
}

function stepsChapter({ wording }: EvaluationDescriptionInput): Paragraph[] {
  const { step_open, step_gates, step_scores, step_lock, step_price } = wording;
  return [
    heading(1, "2", wording.steps),
    ...[step_open, step_gates, step_scores, step_lock, step_price].map((text, index) =>
      fact(fill(wording.step, { number: String(index + 1) }), text),
    ),
  ];
}

function gatesChapter({ content, wording, language }: EvaluationDescriptionInput): Paragraph[] {
  const { ceilingPriceSek, forbidNegativePrices, requirements } = content;
  const musts = requirements.filter(({ level }) => level === "must").length;
  return [
    heading(1, "3", wording.gates),
    paragraph(fill(wording.gates_musts, { musts: String(musts) })),
    paragraph(wording.gates_unit_prices),
    ...(forbidNegativePrices ? [paragraph(wording.gates_negative)] : []),
    paragraph(
      ceilingPriceSek === null
        ? wording.gates_no_ceiling
        : fill(wording.gates_ceiling, { amount: printedSek(ceilingPriceSek, language) }),
    ),
    paragraph(wording.gates_no_floors),
    paragraph(wording.gates_reasons),
  ];
}

/** Chapter 6: the formula, unanswered requirements and rounding. */
function formulaChapter({ content, wording, language }: EvaluationDescriptionInput): Paragraph[] {
  const { evaluation } = content;
  const symbols =
    evaluation.type === "weighted_points"
      ? fill(wording.symbols_points, {
          weight: formatDecimal(evaluation.priceWeight, language),
          lower: printedSek(evaluation.priceBounds.lower, language),
          upper: printedSek(evaluation.priceBounds.upper, language),
        })
      : wording.symbols_sek;
  return [
    heading(1, "6", wording.formula, true),
    new Paragraph({
      style: style.requirement,
      children: runs(isInSek(content) ? wording.formula_sek : wording.formula_points, { bold: true }),
    }),
    paragraph(symbols),
    heading(2, "6.1", wording.missing),
    paragraph(wording.missing_text),
    heading(2, "6.2", wording.rounding),
    paragraph(wording.rounding_text),
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
