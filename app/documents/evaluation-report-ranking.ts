import type { Paragraph, Table } from "docx";
import { rankingCharts } from "#app/documents/evaluation-report-charts.ts";
import { bidderOf, type EvaluationReportInput, inOrder } from "#app/documents/evaluation-report-input.ts";
import { printedSek } from "#app/documents/printed-values.ts";
import { isInSek, printedScore, printedWorth } from "#app/documents/printed-worth.ts";
import type { TableNumbers } from "#app/documents/table-numbers.ts";
import { fill } from "#app/documents/templates.ts";
import { belowTable, heading, paragraph, table } from "#app/documents/word-parts.ts";
import type { Decision } from "#app/domain/evaluation/tender-evaluation.ts";
import { scoreUnit } from "#app/domain/tender/model-units.ts";

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
        { head: wording.rank, share: 0.08 },
        { head: wording.bidder, share: 0.26 },
        { head: wording.price, share: 0.22, align: "right" },
        { head: inSek ? wording.earned_sek : wording.earned_points, share: 0.22, align: "right" },
        { head: scoreWords(input).head, share: 0.22, align: "right" },
      ],
      inOrder(input).map(({ response, admission, rank, price, quality, score }) => ({
        marked: response === evaluation.winner,
        cells: [
          rank === null ? "–" : String(rank),
          bidderOf(input, response),
          price === null ? "–" : printedSek(price.decimal, language),
          printedWorth(quality.decimal, input),
          score === null ? wording[admission] : printedScore(score.decimal, input),
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

/** What the result of a bid is called, and what put a better one before a worse. */
function scoreWords({ content, wording }: EvaluationReportInput) {
  switch (scoreUnit(content.evaluation)) {
    case "sek":
      return isInSek(content)
        ? { head: wording.score_sek, rule: wording.rule_score_sek }
        : { head: wording.score_price, rule: wording.rule_score_price };
    case "points":
      return { head: wording.score_points, rule: wording.rule_score_points };
    case "points_per_million":
      return { head: wording.score_ratio, rule: wording.rule_score_ratio };
  }
}

function decided({ better, worse, rule }: Decision, input: EvaluationReportInput): string {
  const { wording } = input;
  const words = {
    score: scoreWords(input).rule,
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
