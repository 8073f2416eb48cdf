import { type Survey, type SurveyKind, smallestGroup } from "#app/domain/reports/survey.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import { grouped, mostCalls, neededPeriod } from "#app/imports/reports/report-cells.ts";

const questions = ["q1", "q2", "q3"] as const;
const kinds: Readonly<Record<string, SurveyKind>> = {
  customer: "customer",
  kund: "customer",
  employee: "employee",
  staff: "employee",
  personal: "employee",
  medarbetare: "employee",
};

interface Answer {
  readonly row: Row;
  readonly survey: SurveyKind;
  readonly period: string;
  readonly group: string;
  readonly invited: number | null;
  /** Sum of the three answers; null when one is missing. */
  readonly points: number | null;
}

/** A survey with one row per respondent. Only sums leave this file. */
export const survey: RecordKind<Survey> = {
  columns: [
    { name: "survey", needed: true, aliases: ["enkät"] },
    { name: "period", needed: true, aliases: ["datum", "date", "månad", "month"] },
    { name: "q1", needed: true, aliases: ["fråga 1", "question 1"] },
    { name: "q2", needed: true, aliases: ["fråga 2", "question 2"] },
    { name: "q3", needed: true, aliases: ["fråga 3", "question 3"] },
    { name: "group", aliases: ["grupp", "team"] },
    { name: "invited", aliases: ["tillfrågade"] },
  ],
  tells: (columns) => questions.every((question) => columns.has(question)),
  template: `enkät;period;fråga 1;fråga 2;fråga 3;grupp;tillfrågade
kund;2025;8;7;9;;900
kund;2025;10;9;9;;900
`,
  read(cells) {
    const answers = cells.rows.flatMap((row) => readAnswer(cells, row) ?? []);
    const groups = grouped(answers, ({ survey, period, group }) => [survey, period, group]).flatMap((of) =>
      sumsOf(cells, of),
    );
    return { groups };
  },
};

function readAnswer(cells: Cells, row: Row): Answer | null {
  const word = cells.neededText(row, "survey");
  const survey = kinds[word?.toLowerCase() ?? ""] ?? null;
  if (word !== null && survey === null) cells.fault("survey_unknown", row, "survey", { value: word });
  const period = neededPeriod(cells, row, "period");
  const answers = questions.map((question) => {
    const answer = cells.count(row, question, 10);
    if (answer === 0) cells.fault("cell_scale", row, question, { value: "0" });
    return answer;
  });
  const complete = answers.every((answer) => answer !== null);
  if (!complete) cells.warn("incomplete_answers", row, null);
  const invited = cells.count(row, "invited", mostCalls);
  if (survey === null || period === null) return null;
  const points = complete ? answers.reduce<number>((sum, answer) => sum + (answer ?? 0), 0) : null;
  return { row, survey, period, group: cells.text(row, "group") ?? "", invited, points };
}

function sumsOf(cells: Cells, answers: readonly Answer[]): Survey["groups"] {
  const [first] = answers;
  if (first === undefined) return [];
  const { survey, period, group, invited, row } = first;
  const other = answers.find((answer) => answer.invited !== invited);
  if (other !== undefined) {
    const value = String(other.invited ?? "");
    cells.fault("invited_differs", other.row, "invited", { value, expected: String(invited ?? "") });
  }
  const complete = answers.flatMap(({ points }) => points ?? []);
  if (invited !== null && answers.length > invited)
    cells.fault("more_answers_than_invited", row, "invited", { value: invited, most: answers.length });
  if (survey === "employee" && complete.length < smallestGroup) {
    cells.warn("small_group", row, null);
    return [];
  }
  const points = complete.reduce((sum, each) => sum + each, 0);
  return [{ survey, period, group, invited, answered: complete.length, points }];
}
