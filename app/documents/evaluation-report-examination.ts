import type { Paragraph, Table } from "docx";
import {
  bidderOf,
  type EvaluationReportInput,
  inOrder,
  printedAnswer,
} from "#app/documents/evaluation-report-input.ts";
import { reasonSentence } from "#app/documents/reason-sentence.ts";
import type { TableNumbers } from "#app/documents/table-numbers.ts";
import { fill } from "#app/documents/templates.ts";
import { fact, heading, table } from "#app/documents/word-parts.ts";
import type { EvaluationCell } from "#app/domain/evaluation/tender-evaluation.ts";

/** Chapter 3: each bid against every must, with all reasons where it is rejected. */
export function examination(input: EvaluationReportInput, tables: TableNumbers): (Paragraph | Table)[] {
  const { wording, content, language } = input;
  const musts = content.requirements.filter(({ level }) => level === "must");
  return [
    heading(1, "3", wording.examination, true),
    ...inOrder(input).flatMap(({ response, admission, reasons, cells }, index) => {
      const bidder = bidderOf(input, response);
      const words = reasons.map((reason) => reasonSentence(reason, content, language, wording));
      return [
        heading(2, `3.${index + 1}`, bidder),
        fact(wording.outcome, wording[admission]),
        ...(words.length === 0 ? [] : [fact(wording.reasons, words.join("\n"))]),
        ...(musts.length === 0
          ? []
          : [
              tables.caption(fill(wording.musts_table, { bidder })),
              table(
                [
                  { head: wording.requirement, share: 0.17 },
                  { head: wording.title, share: 0.29 },
                  { head: wording.answer, share: 0.34 },
                  { head: wording.outcome, share: 0.2 },
                ],
                musts.flatMap((requirement) => {
                  const cell = cells.find((one) => one.requirement === requirement.id);
                  if (cell === undefined) return [];
                  const answer = cell.answer === null ? "–" : printedAnswer(requirement, cell, input);
                  const cellsOfRow = [requirement.id, requirement.title[language], answer];
                  return [{ marked: cell.met !== true, cells: [...cellsOfRow, outcomeOf(cell, input)] }];
                }),
              ),
            ]),
      ];
    }),
  ];
}

function outcomeOf({ met, state }: EvaluationCell, { wording }: EvaluationReportInput): string {
  if (state !== "answered") return wording[state];
  return met === true ? wording.met : wording.not_met;
}
