import type { Paragraph, Table } from "docx";
import { bidderOf, type EvaluationReportInput, inOrder } from "#app/documents/evaluation-report-input.ts";
import { levelText } from "#app/documents/level-text.ts";
import type { TableNumbers } from "#app/documents/table-numbers.ts";
import { fill } from "#app/documents/templates.ts";
import { heading, paragraph, table } from "#app/documents/word-parts.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import { withUnit } from "#app/domain/catalogue/unit.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { parseDecimal } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

/** Chapter 4: the level that the committee agreed on for every bid, with its reason. */
export function committeeScores(input: EvaluationReportInput, tables: TableNumbers): (Paragraph | Table)[] {
  const { wording, content, language, consensus } = input;
  const judged = content.requirements.filter(({ id }) => consensus.some((one) => one.requirement === id));
  if (judged.length === 0) return [heading(1, "4", wording.scores, true), paragraph(wording.scores_none)];
  return [
    heading(1, "4", wording.scores, true),
    paragraph(wording.scores_note),
    ...judged.flatMap((requirement) => [
      tables.caption(fill(wording.scores_table, { id: `${requirement.id} ${requirement.title[language]}` })),
      table(
        [
          { head: wording.bidder, share: 0.25 },
          { head: wording.level, share: 0.35 },
          { head: wording.reason, share: 0.4 },
        ],
        inOrder(input).flatMap(({ response }) => {
          const agreed = consensus.find(
            (one) => one.response === response && one.requirement === requirement.id,
          );
          if (agreed === undefined) return [];
          const { level, reason } = agreed;
          return [
            {
              cells: [
                bidderOf(input, response),
                levelText(requirement, level, wording, language),
                reason || "–",
              ],
            },
          ];
        }),
      ),
    ]),
  ];
}

/** Chapter 5: what call records say, bid by bid, never a zero where there is no data. */
export function measuredData(input: EvaluationReportInput, tables: TableNumbers): (Paragraph | Table)[] {
  const { wording, content, language, vocabulary, measured } = input;
  const rows = content.requirements.flatMap(({ id, title, measure }) =>
    inOrder(input).flatMap(({ response }) => {
      const value = measured.find((one) => one.response === response && one.requirement === id);
      if (value === undefined) return [];
      return [
        {
          cells: [
            `${id} ${title[language]}`,
            bidderOf(input, response),
            wording[`verdict_${value.verdict}`],
            value.value === null
              ? "–"
              : withUnit(shortened(value.value), measure?.unit ?? "", vocabulary, language),
            value.coverage === null
              ? "–"
              : fill(wording.percent, { value: formatDecimal(shortened(value.coverage), language) }),
          ],
        },
      ];
    }),
  );
  if (rows.length === 0) return [heading(1, "5", wording.measured), paragraph(wording.measured_none)];
  return [
    heading(1, "5", wording.measured, true),
    paragraph(wording.measured_note),
    tables.caption(wording.measured_table),
    table(
      [
        { head: wording.requirement, share: 0.32 },
        { head: wording.bidder, share: 0.26 },
        { head: wording.verdict, share: 0.15 },
        { head: wording.value, share: 0.15, align: "right" },
        { head: wording.coverage, share: 0.12, align: "right" },
      ],
      rows,
    ),
  ];
}

/** Two decimals for the eye; the verdict was made from the unrounded value. */
function shortened(value: string): string {
  const exact = parseDecimal(value);
  return exact === null ? value : toDecimal(exact, 2, halfUp);
}
