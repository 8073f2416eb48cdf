import { Paragraph, type Table } from "docx";
import { printedInstant, printedSek } from "#app/documents/printed-values.ts";
import { isInSek } from "#app/documents/printed-worth.ts";
import type { RequirementSpecificationInput } from "#app/documents/requirement-specification-input.ts";
import { fill } from "#app/documents/templates.ts";
import { caption, fact, heading, levelLabel, paragraph, runs, table } from "#app/documents/word-parts.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";

/** Chapter 1: what is bought, by whom, until when. */
export function aboutTender({ content, wording, language }: RequirementSpecificationInput): Paragraph[] {
  const { buyer, estimatedValueSek, ceilingPriceSek, deadline } = content;
  const facts: (readonly [string, string])[] = [
    [wording.buyer, buyer.name],
    [wording.organisation_number, buyer.organisationNumber],
    [wording.contact, `${buyer.contactName}, ${buyer.contactEmail}`],
    [wording.case_label, content.caseNumber],
    [wording.contract_length, fill(wording.contract_months, { months: String(content.contractMonths) })],
  ];
  if (estimatedValueSek !== null)
    facts.push([wording.estimated_value, printedSek(estimatedValueSek, language)]);
  if (ceilingPriceSek !== null) {
    const amount = printedSek(ceilingPriceSek, language);
    facts.push([wording.ceiling_price, fill(wording.ceiling_price_rule, { amount })]);
  }
  if (deadline !== null) facts.push([wording.deadline, printedInstant(deadline, content.timezone, language)]);
  return [
    heading(1, "1", wording.about, true),
    paragraph(content.description[language]),
    ...facts.map(([label, text]) => fact(label, text)),
  ];
}

/** Chapter 2: what must and should mean, and what a measure is held against. */
export function howToRead(input: RequirementSpecificationInput): Paragraph[] {
  const { wording } = input;
  return [
    heading(1, "2", wording.reading),
    new Paragraph({ children: [levelLabel(wording.must, true), ...runs(`\u2002${wording.reading_must}`)] }),
    new Paragraph({
      children: [levelLabel(wording.should, false), ...runs(`\u2002${whatShouldMeans(input)}`)],
    }),
    paragraph(wording.reading_measure),
    paragraph(wording.reading_follow_up),
  ];
}

function whatShouldMeans({ content, wording, language }: RequirementSpecificationInput): string {
  const { evaluation } = content;
  const number = (value: string): string => formatDecimal(value, language);
  switch (evaluation.type) {
    case "added_value_deduction":
      return wording.reading_should_sek;
    case "lowest_price":
      return wording.reading_should_none;
    case "weighted_points":
      return fill(wording.reading_should_points, { total: number(evaluation.weightTotal) });
    case "fixed_price_quality_only":
      return fill(wording.reading_should_quality, { total: number(evaluation.weightTotal) });
    case "threshold_lowest_price":
    case "quality_price_ratio": {
      const ratio = evaluation.type === "quality_price_ratio";
      const words = ratio ? wording.reading_should_ratio : wording.reading_should_threshold;
      return fill(words, { total: number(evaluation.weightTotal), floor: number(evaluation.minQuality) });
    }
  }
}

/** Chapter 3: the volumes that prices are asked for. */
export function volumes({
  content,
  wording,
  language,
}: RequirementSpecificationInput): (Paragraph | Table)[] {
  return [
    heading(1, "3", wording.volumes),
    paragraph(wording.volumes_note),
    caption(fill(wording.table, { number: "1", text: wording.volumes_table })),
    table(
      [
        { head: wording.item, share: 0.56 },
        { head: wording.unit, share: 0.22 },
        { head: wording.volume, share: 0.22, align: "right" },
      ],
      content.priceItems.map((item) => ({
        cells: [item.name[language], item.unit[language], formatDecimal(item.volume, language)],
      })),
    ),
  ];
}

/** Annex B: every requirement on one line. */
export function overview({
  content,
  wording,
  language,
}: RequirementSpecificationInput): (Paragraph | Table)[] {
  const inSek = isInSek(content);
  return [
    heading(1, "B", wording.overview, true),
    caption(fill(wording.table, { number: "2", text: wording.overview_table })),
    table(
      [
        { head: wording.overview_id, share: 0.16 },
        { head: wording.overview_title, share: 0.5 },
        { head: wording.overview_level, share: 0.14 },
        {
          head: inSek ? wording.overview_value_sek : wording.overview_value_points,
          share: 0.2,
          align: "right",
        },
      ],
      content.requirements.map(({ id, title, level, valueSek, weight }) => ({
        cells: [
          id,
          title[language],
          levelLabel(level === "must" ? wording.must : wording.should, level === "must"),
          inSek
            ? valueSek === null
              ? "–"
              : printedSek(valueSek, language)
            : weight === null
              ? "–"
              : formatDecimal(weight, language),
        ],
      })),
    ),
  ];
}
