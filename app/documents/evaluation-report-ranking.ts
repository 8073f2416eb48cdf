import type { Paragraph, Table } from "docx";
import { rankingCharts } from "#app/documents/evaluation-report-charts.ts";
import { bidderOf, type EvaluationReportInput, inOrder } from "#app/documents/evaluation-report-input.ts";
import { printedSek } from "#app/documents/printed-values.ts";
import { isInSek, printedWorth } from "#app/documents/printed-worth.ts";
import type { TableNumbers } from "#app/documents/table-numbers.ts";
import { fill } from "#app/documents/templates.ts";
import { belowTable, heading, paragraph, table } from "#app/documents/word-parts.ts";
import type { Decision } from "#app/domain/evaluation/tender-evaluation.ts";

/** Chapter 8: all bids, for each neighbouring pair the rule that put one before the other, and both as pictures. */
export function ranking(
  input: EvaluationReportInput,
  tables: TableNumbers,
  figures: TableNumbers,
): (Paragraph | Table)[] {
  const { wording, content, language, evaluation } = input;
  const inSek = isInSek(content);
  return [
    heading(1, "8", wording.ranking, true),
    tables.caption(wording.ranking_table),
    table(
      [
        { head: wording.rank, share: 0.09 },
        { head: wording.bidder, share: 0.31 },
        { head: wording.price, share: 0.2, align: "right" },
        { head: inSek ? wording.earned_sek : wording.earned_points, share: 0.2, align: "right" },
        { head: inSek ? wording.score_sek : wording.score_points, share: 0.2, align: "right" },
      ],
      inOrder(input).map(({ response, admission, rank, price, quality, score }) => ({
        marked: response === evaluation.winner,
        cells: [
          rank === null ? "–" : String(rank),
          bidderOf(input, response),
          price === null ? "–" : printedSek(price.decimal, language),
          printedWorth(quality.decimal, input),
          score === null ? wording[admission] : printedWorth(score.decimal, input),
        ],
      })),
    ),
    belowTable(wording.exact_note),
    ...(evaluation.decidedBy.length === 0
      ? []
      : [
          heading(2, "8.1", wording.decided),
          ...evaluation.decidedBy.map((decision) => paragraph(decided(decision, input))),
        ]),
    heading(2, evaluation.decidedBy.length === 0 ? "8.1" : "8.2", wording.pictures),
    ...rankingCharts(input, figures),
  ];
}

function decided({ better, worse, rule }: Decision, input: EvaluationReportInput): string {
  const { wording, content } = input;
  const words = {
    score: isInSek(content) ? wording.rule_score_sek : wording.rule_score_points,
    lower_tender_price: wording.rule_lower_tender_price,
    higher_quality: wording.rule_higher_quality,
    lottery: wording.rule_lottery,
  };
  return fill(wording.decided_pair, {
    better: bidderOf(input, better),
    worse: bidderOf(input, worse),
    rule: rule === null ? wording.rule_none : words[rule],
  });
}
