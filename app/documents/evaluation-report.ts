import type { Paragraph, Table } from "docx";
import { calculations, prices } from "#app/documents/evaluation-report-calculation.ts";
import { sensitivityAnnex } from "#app/documents/evaluation-report-charts.ts";
import { examination } from "#app/documents/evaluation-report-examination.ts";
import { bidderOf, type EvaluationReportInput } from "#app/documents/evaluation-report-input.ts";
import { ranking } from "#app/documents/evaluation-report-ranking.ts";
import { committeeScores, measuredData } from "#app/documents/evaluation-report-scores.ts";
import { printedInstant } from "#app/documents/printed-values.ts";
import { TableNumbers } from "#app/documents/table-numbers.ts";
import { fill } from "#app/documents/templates.ts";
import { tenderDocument } from "#app/documents/tender-document.ts";
import { fact, heading, paragraph, table } from "#app/documents/word-parts.ts";
import { isRelative } from "#app/domain/evaluation/model-tiers.ts";

/** The evaluation from participants to ranking, each figure with what it was made of. The same input gives the same bytes. */
export function evaluationReport(input: EvaluationReportInput): Promise<Buffer> {
  const tables = new TableNumbers(input.wording.table);
  const figures = new TableNumbers(input.wording.figure);
  return tenderDocument(input, [
    ...summary(input),
    ...participants(input, tables),
    ...examination(input, tables),
    ...committeeScores(input, tables),
    ...measuredData(input, tables),
    ...prices(input, tables),
    ...calculations(input, tables),
    ...ranking(input, tables, figures),
    ...sensitivityAnnex(input, tables, figures),
  ]);
}

function summary(input: EvaluationReportInput): Paragraph[] {
  const { wording, content, language, evaluation } = input;
  const { responses, winner } = evaluation;
  const admitted = responses.filter(({ admission }) => admission === "admitted").length;
  return [
    heading(1, "1", wording.summary, true),
    fact(wording.made_at, printedInstant(input.madeAt, content.timezone, language)),
    fact(wording.model, modelWords(input)),
    fact(wording.model_hash, input.modelSha256),
    fact(
      wording.bids,
      fill(wording.bids_count, { opened: String(responses.length), admitted: String(admitted) }),
    ),
    fact(wording.first, winner === null ? wording.first_none : bidderOf(input, winner)),
    paragraph(wording.recompute),
  ];
}

function modelWords({ content, wording }: EvaluationReportInput): string {
  const { evaluation } = content;
  switch (evaluation.type) {
    case "added_value_deduction":
      return wording.model_sek;
    case "weighted_points":
      return isRelative(evaluation) ? wording.model_relative : wording.model_points;
    case "lowest_price":
      return wording.model_price;
    case "threshold_lowest_price":
      return wording.model_threshold;
    case "fixed_price_quality_only":
      return wording.model_quality;
    case "quality_price_ratio":
      return wording.model_ratio;
  }
}

/** Who took part and what each declared; roles that read no bids are not asked to. */
function participants(input: EvaluationReportInput, tables: TableNumbers): (Paragraph | Table)[] {
  const { wording, content, language } = input;
  const at = (instant: string) => printedInstant(instant, content.timezone, language);
  const declaring: readonly string[] = ["evaluator", "chair", "observer", "finance"];
  return [
    heading(1, "2", wording.participants),
    tables.caption(wording.participants_table),
    table(
      [
        { head: wording.name, share: 0.34 },
        { head: wording.role, share: 0.26 },
        { head: wording.declaration, share: 0.4 },
      ],
      input.participants.map(({ name, role, declaration }) => ({
        cells: [
          name,
          wording[`role_${role}`],
          declaration === null
            ? declaring.includes(role)
              ? wording.declared_missing
              : wording.declared_not_asked
            : fill(declaration.conflict ? wording.declared_conflict : wording.declared_none, {
                time: at(declaration.at),
              }),
        ],
      })),
    ),
    ...(input.lockedBy.length === 0
      ? []
      : [
          heading(2, "2.1", wording.locked),
          ...input.lockedBy.map(({ name, at: instant }) =>
            paragraph(fill(wording.locked_by, { name, time: at(instant) })),
          ),
        ]),
  ];
}
