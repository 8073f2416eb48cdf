import type { Paragraph, Table } from "docx";
import {
  bidderOf,
  type EvaluationReportInput,
  inOrder,
  printedAnswer,
} from "#app/documents/evaluation-report-input.ts";
import { printedSek } from "#app/documents/printed-values.ts";
import { isInSek, printedScore, printedShare, printedWorth } from "#app/documents/printed-worth.ts";
import type { TableNumbers } from "#app/documents/table-numbers.ts";
import { fill } from "#app/documents/templates.ts";
import { belowTable, heading, table } from "#app/documents/word-parts.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import type { ResponseEvaluation } from "#app/domain/evaluation/tender-evaluation.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { parseExact, subtract } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { priceSheet } from "#app/domain/response/price-sheet.ts";

/** Chapter 6: the price sheet of every bid, summed as the evaluation sums it. */
export function prices(input: EvaluationReportInput, tables: TableNumbers): (Paragraph | Table)[] {
  const { wording, content, language, unitPrices } = input;
  const money = (value: string | null): string => (value === null ? "–" : printedSek(value, language));
  return [
    heading(1, "6", wording.prices, true),
    ...inOrder(input).flatMap(({ response }) => {
      const sheet = priceSheet(content, unitPrices[response] ?? {});
      return [
        tables.caption(fill(wording.prices_table, { bidder: bidderOf(input, response) })),
        table(
          [
            { head: wording.item, share: 0.34 },
            { head: wording.volume, share: 0.2, align: "right" },
            { head: wording.unit_price, share: 0.22, align: "right" },
            { head: wording.sum, share: 0.24, align: "right" },
          ],
          [
            ...content.priceItems.map((item) => {
              const row = sheet.rows.find((one) => one.item === item.id);
              return {
                cells: [
                  item.name[language],
                  formatDecimal(item.volume, language),
                  money(row?.unitPrice ?? null),
                  money(row?.sum ?? null),
                ],
              };
            }),
            { marked: true, cells: [wording.price_total, "", "", money(sheet.total)] },
          ],
        ),
      ];
    }),
  ];
}

/** Chapter 7: from answers to result, bid by bid. */
export function calculations(input: EvaluationReportInput, tables: TableNumbers): (Paragraph | Table)[] {
  const { wording } = input;
  return [
    heading(1, "7", wording.calculation, true),
    ...inOrder(input).flatMap((response, index) => [
      heading(2, `7.${index + 1}`, bidderOf(input, response.response), index > 0),
      ...calculation(response, input, tables),
    ]),
  ];
}

function calculation(
  response: ResponseEvaluation,
  input: EvaluationReportInput,
  tables: TableNumbers,
): (Paragraph | Table)[] {
  const { wording, content } = input;
  const shoulds = content.requirements.filter(({ level }) => level === "should");
  const rows = shoulds.flatMap((requirement) => {
    const cell = response.cells.find((one) => one.requirement === requirement.id);
    if (cell === undefined) return [];
    return [
      {
        cells: [
          requirement.id,
          printedAnswer(requirement, cell, input),
          cell.share === null ? "–" : shareOf(cell.share.exact, cell.share.decimal, input),
          cell.value === null ? "–" : printedWorth(cell.value.decimal, input),
        ],
      },
    ];
  });
  const total = printedWorth(response.quality.decimal, input);
  return [
    tables.caption(fill(wording.calculation_table, { bidder: bidderOf(input, response.response) })),
    table(
      [
        { head: wording.requirement, share: 0.17 },
        { head: wording.answer, share: 0.48 },
        { head: wording.share, share: 0.12, align: "right" },
        {
          head: isInSek(content) ? wording.earned_sek : wording.earned_points,
          share: 0.23,
          align: "right",
        },
      ],
      [...rows, { marked: true, cells: [wording.total, "", "", total] }],
    ),
    belowTable(formula(response, total, input), true),
  ];
}

/** Percent of the exact share, so that two thirds are 66.67 % and not 67 %. */
function shareOf(exact: string, decimal: string, input: EvaluationReportInput): string {
  const value = parseExact(exact);
  return printedShare(value === null ? decimal : toDecimal(value, 4, halfUp), input);
}

function formula(response: ResponseEvaluation, quality: string, input: EvaluationReportInput): string {
  const { wording, content, language } = input;
  const { score, price } = response;
  if (score === null || price === null) return wording.not_compared;
  const values = {
    price: printedSek(price.decimal, language),
    quality,
    score: printedScore(score.decimal, input),
  };
  switch (content.evaluation.type) {
    case "added_value_deduction":
      return fill(wording.formula_sek, values);
    case "lowest_price":
    case "threshold_lowest_price":
      return fill(wording.formula_price, values);
    case "fixed_price_quality_only":
      return fill(wording.formula_quality, values);
    case "quality_price_ratio":
      return fill(wording.formula_ratio, values);
    case "weighted_points":
      break;
  }
  const [total, earned] = [parseExact(score.exact), parseExact(response.quality.exact)];
  if (total === null || earned === null) throw new TypeError("a figure without its exact value");
  const pricePoints = toDecimal(subtract(total, earned), 2, halfUp);
  return fill(wording.formula_points, { ...values, price_points: formatDecimal(pricePoints, language) });
}
