import type { Paragraph, Table } from "docx";
import { criteriaOf, type EvaluationDescriptionInput } from "#app/documents/evaluation-description-input.ts";
import { isInSek, printedShare, printedWorth } from "#app/documents/printed-worth.ts";
import { fill } from "#app/documents/templates.ts";
import { caption, heading, leadIn, paragraph, type TableLine, table } from "#app/documents/word-parts.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import type { Scoring } from "#app/domain/catalogue/requirement.ts";
import { unitName } from "#app/domain/catalogue/unit.ts";
import { isScoredByMeasurement } from "#app/domain/evaluation/tender/should-share.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { multiply, parseDecimal, sum } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { isJudged } from "#app/domain/scoring/judged.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** Chapter 4: every criterion with what it is worth, and the sum. */
export function criteriaChapter(input: EvaluationDescriptionInput): (Paragraph | Table)[] {
  const { content, wording, language } = input;
  const criteria = criteriaOf(content);
  if (criteria.length === 0) return [heading(1, "4", wording.criteria), paragraph(wording.criteria_none)];
  const worths = criteria.map((criterion) => worthOf(criterion, input));
  const { evaluation } = content;
  const price = evaluation.type === "weighted_points" ? evaluation.priceWeight : null;
  const total = sum([...worths, price].flatMap((worth) => parseDecimal(worth ?? "") ?? []));
  const lines: TableLine[] = criteria.map((criterion, index) => ({
    cells: [
      criterion.id,
      criterion.title[language],
      assessedBy(criterion, input),
      worths[index] == null ? "–" : printedWorth(worths[index], input),
    ],
  }));
  if (price !== null) lines.push({ cells: ["", wording.price_criterion, "", printedWorth(price, input)] });
  return [
    heading(1, "4", wording.criteria, true),
    paragraph(wording.criteria_note),
    caption(fill(wording.table, { number: "1", text: wording.criteria_table })),
    table(
      [
        { head: wording.criterion, share: 0.16 },
        { head: wording.title, share: 0.4 },
        { head: wording.assessed, share: 0.24 },
        { head: isInSek(content) ? wording.value_sek : wording.value_points, share: 0.2, align: "right" },
      ],
      [
        ...lines,
        { marked: true, cells: [wording.total, "", "", printedWorth(toDecimal(total, 2, halfUp), input)] },
      ],
    ),
  ];
}

/** Chapter 5: the scale of every criterion, one table each, with share and worth of each level. */
export function scalesChapter(input: EvaluationDescriptionInput): (Paragraph | Table)[] {
  const { content, wording, language } = input;
  const criteria = criteriaOf(content);
  if (criteria.length === 0) return [heading(1, "5", wording.scales), paragraph(wording.criteria_none)];
  return [
    heading(1, "5", wording.scales, true),
    paragraph(wording.scales_note),
    ...criteria.flatMap((criterion, index) => [
      heading(3, `5.${index + 1}`, `${criterion.id} ${criterion.title[language]}`),
      leadIn(readingOf(criterion.scoring, input)),
      caption(
        fill(wording.table, {
          number: String(index + 2),
          text: fill(wording.scale_table, { id: criterion.id }),
        }),
      ),
      scaleTable(criterion, input),
    ]),
  ];
}

function scaleTable(criterion: TenderRequirement, input: EvaluationDescriptionInput): Table {
  const { content, wording, language } = input;
  const { scoring } = criterion;
  const worth = parseDecimal(worthOf(criterion, input) ?? "");
  const amountOf = (share: string): string => {
    const part = parseDecimal(share);
    return worth && part ? printedWorth(toDecimal(multiply(worth, part), 2, halfUp), input) : "–";
  };
  const inSek = isInSek(content);
  const end = [
    { head: wording.share, share: 0.13, align: "right" },
    { head: inSek ? wording.worth_sek : wording.worth_points, share: 0.19, align: "right" },
  ] as const;
  if (scoring.type === "levels") {
    return table(
      [{ head: wording.requires, share: 0.68 }, ...end],
      scoring.anchors.map((anchor) => ({
        cells: [anchor[language], printedShare(anchor.share, input), amountOf(anchor.share)],
      })),
    );
  }
  const { unit } = scoring;
  const at = (value: string | null): string => {
    if (value === null) return wording.below_first;
    const name = unit === null ? "" : `\u00a0${unitName(unit, input.vocabulary, language)}`;
    return formatDecimal(value, language) + name;
  };
  return table(
    [{ head: wording.at, share: 0.2 }, { head: wording.requires, share: 0.48 }, ...end],
    scoring.anchors.map((anchor) => ({
      cells: [at(anchor.at), anchor[language], printedShare(anchor.share, input), amountOf(anchor.share)],
    })),
  );
}

const worthOf = (
  { valueSek, weight }: TenderRequirement,
  { content }: EvaluationDescriptionInput,
): string | null => (isInSek(content) ? valueSek : weight);

function assessedBy(criterion: TenderRequirement, { wording }: EvaluationDescriptionInput): string {
  if (isScoredByMeasurement(criterion)) return wording.assessed_measured;
  if (isJudged(criterion)) return wording.assessed_committee;
  switch (criterion.answer.type) {
    case "number":
      return wording.assessed_number;
    case "choice":
      return wording.assessed_choice;
    case "yes-no":
      return wording.assessed_yes_no;
    // Without a scale of levels nobody can judge them: they are read and earn nothing.
    case "file":
    case "text":
      return wording.assessed_committee;
  }
}

function readingOf(scoring: Scoring, { wording }: EvaluationDescriptionInput): string {
  switch (scoring.type) {
    case "levels":
      return scoring.combine === "sum" ? wording.reading_sum : wording.reading_levels;
    case "step":
      return scoring.direction === "higher" ? wording.reading_step_higher : wording.reading_step_lower;
    case "linear":
    case "piecewise":
      return wording.reading_line;
  }
}
