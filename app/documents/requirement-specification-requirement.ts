import { HeadingLevel, Paragraph, TextRun } from "docx";
import { numberForm } from "#app/documents/answer-form.ts";
import { asSentence, printableText, printedSek } from "#app/documents/printed-values.ts";
import { isInSek } from "#app/documents/printed-worth.ts";
import type { RequirementSpecificationInput } from "#app/documents/requirement-specification-input.ts";
import { fill } from "#app/documents/templates.ts";
import { fact, levelLabel, paragraph } from "#app/documents/word-parts.ts";
import { style } from "#app/documents/word-style.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** One requirement as it binds: label, id and title, the sentence itself, and what belongs to it. */
export function requirementBlock(
  requirement: TenderRequirement,
  input: RequirementSpecificationInput,
): Paragraph[] {
  const { wording, language } = input;
  const { level, measure } = requirement;
  const facts: (readonly [string, string])[] = [
    [wording.motive, requirement.motive[language]],
    [wording.proof, requirement.proof[language]],
    [wording.answer, answerForm(requirement, input)],
  ];
  if (measure !== null) {
    facts.push(
      [wording.measure, asSentence(input.measureSentence(measure), language)],
      [wording.formula, formulaOf(measure, input)],
    );
  }
  facts.push([wording.follow_up, requirement.followUp[language]]);
  if (level === "should")
    facts.push([wording.value, worth(requirement, input)], [wording.scale, scale(requirement, input)]);
  const printed = facts.filter(([, text]) => text !== "");
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_3,
      children: [
        levelLabel(level === "must" ? wording.must : wording.should, level === "must"),
        new TextRun(
          `\u2002${printableText(requirement.id)}\u2002${printableText(requirement.title[language])}`,
        ),
      ],
    }),
    paragraph(requirement.text[language], style.requirement),
    // The first facts stay with the requirement, so that no page ends with a bare sentence.
    ...printed.map(([label, text], index) => fact(label, text, index === 0)),
  ];
}

/** What full share is worth, in SEK or points; "" for a must. */
function worth(
  { valueSek, weight }: TenderRequirement,
  { content, wording, language }: RequirementSpecificationInput,
): string {
  if (isInSek(content)) {
    return valueSek === null ? "" : fill(wording.value_sek, { amount: printedSek(valueSek, language) });
  }
  return weight === null ? "" : fill(wording.value_points, { points: formatDecimal(weight, language) });
}

const scale = ({ scoring }: TenderRequirement, { language }: RequirementSpecificationInput): string =>
  scoring.anchors.map((anchor) => anchor[language]).join("\n");

/** Name of the variant and its formula; the variant alone when the catalogue does not know the metric. */
function formulaOf(measure: Measure, { vocabulary, wording }: RequirementSpecificationInput): string {
  const metric = vocabulary.metrics.get(measure.metric);
  const formula = metric?.variants.find(({ id }) => id === measure.variant)?.formula ?? metric?.formula;
  return formula === undefined
    ? measure.variant
    : fill(wording.formula_of, { variant: measure.variant, formula });
}

function answerForm({ answer }: TenderRequirement, input: RequirementSpecificationInput): string {
  const { wording, vocabulary, language } = input;
  switch (answer.type) {
    case "yes-no":
      return wording.answer_yes_no;
    case "number":
      return numberForm(answer, wording, vocabulary, language);
    case "choice": {
      const options = answer.options.map((option) => option[language]).join("; ");
      return fill(answer.multiple ? wording.answer_choice_multiple : wording.answer_choice, { options });
    }
    case "file":
      return wording.answer_file;
    case "text":
      return wording.answer_text;
  }
}
