import type { Paragraph, Table } from "docx";
import type { PrintedTender } from "#app/documents/printed-tender.ts";
import type { MeasuredRequirement, ServiceLevelsInput } from "#app/documents/service-levels-input.ts";
import { measureDefinition } from "#app/documents/service-levels-measure.ts";
import { fill } from "#app/documents/templates.ts";
import { tenderDocument } from "#app/documents/tender-document.ts";
import {
  belowTable,
  caption,
  fact,
  heading,
  levelLabel,
  paragraph,
  table,
} from "#app/documents/word-parts.ts";
import { comparatorSign, formatDecimal, withSymbol } from "#app/domain/catalogue/number-format.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { withUnit } from "#app/domain/catalogue/unit.ts";

/** Every measure of a tender defined to the last choice, as the contract refers to it. The same input gives the same bytes. */
export function serviceLevels(input: ServiceLevelsInput): Promise<Buffer> {
  return tenderDocument(input, [
    ...rules(input),
    ...levels(input),
    ...measures(input),
    ...reporting(input),
    ...penalties(input),
  ]);
}

const measuredOf = ({ content }: PrintedTender): readonly MeasuredRequirement[] =>
  content.requirements.flatMap((requirement) =>
    requirement.measure === null ? [] : [{ ...requirement, measure: requirement.measure }],
  );

function rules({ wording }: ServiceLevelsInput): Paragraph[] {
  return [
    heading(1, "1", wording.purpose, true),
    paragraph(wording.purpose_text),
    heading(2, "1.1", wording.definitions),
    fact(wording.rule_limit, wording.rule_limit_text),
    fact(wording.rule_pooled, wording.rule_pooled_text),
    fact(wording.rule_no_data, wording.rule_no_data_text),
    fact(wording.rule_coverage, wording.rule_coverage_text),
    fact(wording.rule_calendar, wording.rule_calendar_text),
  ];
}

/** Chapter 2: all levels on one page. */
function levels(input: ServiceLevelsInput): (Paragraph | Table)[] {
  const { wording, language, vocabulary } = input;
  const measured = measuredOf(input);
  if (measured.length === 0) return [heading(1, "2", wording.levels), paragraph(wording.no_measures)];
  return [
    heading(1, "2", wording.levels, true),
    caption(fill(wording.table, { number: "1", text: wording.levels_table })),
    table(
      [
        { head: wording.id, share: 0.15 },
        { head: wording.level, share: 0.12 },
        { head: wording.measure, share: 0.33 },
        { head: wording.limit, share: 0.2, align: "right" },
        { head: wording.window, share: 0.2 },
      ],
      measured.map(({ id, level, measure }) => ({
        cells: [
          id,
          levelLabel(level === "must" ? wording.must : wording.should, level === "must"),
          vocabulary.metrics.get(measure.metric)?.name[language] ?? measure.metric,
          limitOf(measure, input),
          vocabulary.windows.get(measure.window)?.name[language] ?? measure.window,
        ],
      })),
    ),
  ];
}

function limitOf(measure: Measure, { wording, language, vocabulary }: ServiceLevelsInput): string {
  const { comparator, threshold, thresholdUpper } = measure;
  if (comparator === null || threshold === null) return wording.none;
  if (comparator === "between") {
    const upper = withUnit(thresholdUpper ?? threshold, measure.unit, vocabulary, language);
    return fill(wording.between, { lower: formatDecimal(threshold, language), upper });
  }
  return fill(wording.limit_value, {
    comparator: comparatorSign(comparator),
    value: withUnit(threshold, measure.unit, vocabulary, language),
  });
}

function measures(input: ServiceLevelsInput): Paragraph[] {
  const { wording } = input;
  const measured = measuredOf(input);
  if (measured.length === 0) return [];
  return [
    heading(1, "3", wording.measures, true),
    paragraph(wording.symbols),
    ...measured.flatMap((requirement) => measureDefinition(requirement, input)),
  ];
}

function reporting({ content, wording, language }: ServiceLevelsInput): Paragraph[] {
  const reports = content.requirements.filter(({ area }) => area === "reporting");
  return [
    heading(1, "4", wording.reporting),
    paragraph(reports.length === 0 ? wording.reporting_none : wording.reporting_text),
    ...reports.map(({ id, text }) => fact(id, text[language])),
  ];
}

/** The schedule of service credits as it is computed each month; the same ids as in table 1. */
function penalties({ content, wording, language, vocabulary }: ServiceLevelsInput): (Paragraph | Table)[] {
  const { steps, capPercent, combine, terminationAfter, feeItem } = content.serviceCredits;
  if (steps.length === 0) return [heading(1, "5", wording.penalties), paragraph(wording.penalties_none)];
  const fee = content.priceItems.find(({ id }) => id === feeItem)?.name[language] ?? "";
  const percent = (value: string) => withSymbol(formatDecimal(value, language), "%", language);
  return [
    heading(1, "5", wording.penalties),
    paragraph(fill(wording.penalties_fee, { item: fee })),
    caption(fill(wording.table, { number: "2", text: wording.penalties_table })),
    table(
      [
        { head: wording.id, share: 0.18 },
        { head: wording.measure, share: 0.42 },
        { head: wording.penalties_limit, share: 0.2, align: "right" },
        { head: wording.penalties_percent, share: 0.2, align: "right" },
      ],
      steps.map(({ requirement: id, limit, percent: share }) => {
        const measure = content.requirements.find((one) => one.id === id)?.measure ?? null;
        const metric = measure === null ? undefined : vocabulary.metrics.get(measure.metric);
        return {
          cells: [
            id,
            metric?.name[language] ?? "",
            withUnit(limit, measure?.unit ?? "", vocabulary, language),
            percent(share),
          ],
        };
      }),
    ),
    belowTable(wording.penalties_deepest),
    paragraph(fill(wording.penalties_cap, { percent: percent(capPercent) })),
    paragraph(combine === "largest" ? wording.penalties_largest : wording.penalties_sum),
    paragraph(wording.penalties_no_data),
    ...(terminationAfter === null
      ? []
      : [paragraph(fill(wording.penalties_termination, { months: String(terminationAfter) }))]),
  ];
}
