import { type Survey, type SurveyKind, type SurveySums, smallestGroup } from "#app/domain/reports/survey.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import {
  grouped,
  hasColumn,
  mostCalls,
  neededCount,
  neededPeriod,
  sumsFile,
} from "#app/imports/reports/report-cells.ts";

const questions = ["q1", "q2", "q3"] as const;
/** Of one respondent: three answers of ten. */
const mostPoints = 30;
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
    { name: "q1", aliases: ["fråga 1", "question 1"] },
    { name: "q2", aliases: ["fråga 2", "question 2"] },
    { name: "q3", aliases: ["fråga 3", "question 3"] },
    { name: "group", aliases: ["grupp", "team"] },
    { name: "invited", aliases: ["tillfrågade"] },
    { name: "answered", aliases: ["svar"] },
    { name: "points", aliases: ["poäng"] },
  ],
  tells: (columns) =>
    questions.every((question) => columns.has(question)) ||
    ["survey", "answered", "points"].every((column) => columns.has(column)),
  template: `enkät;period;fråga 1;fråga 2;fråga 3;grupp;tillfrågade
kund;2025;8;7;9;;900
kund;2025;10;9;9;;900
`,
  people: {
    column: "q1",
    sums: ({ groups }) =>
      sumsFile(
        ["survey", "period", "group", "invited", "answered", "points"],
        groups.map((of) => [of.survey, of.period, of.group, of.invited, of.answered, of.points]),
      ),
  },
  read(cells) {
    if (hasColumn(cells, "points"))
      return { groups: cells.rows.flatMap((row) => readSums(cells, row) ?? []) };
    const answers = cells.rows.flatMap((row) => readAnswer(cells, row) ?? []);
    const groups = grouped(answers, ({ survey, period, group }) => [survey, period, group]).flatMap((of) =>
      sumsOf(cells, of),
    );
    return { groups };
  },
};

/** A group whose answers somebody else has summed up. */
function readSums(cells: Cells, row: Row): SurveySums | null {
  const survey = readSurvey(cells, row);
  const period = neededPeriod(cells, row, "period");
  const answered = neededCount(cells, row, "answered", mostCalls);
  const points = neededCount(cells, row, "points", mostPoints * (answered ?? 0));
  const invited = cells.count(row, "invited", mostCalls);
  if (points !== null && answered !== null && points < questions.length * answered)
    cells.fault("cell_scale", row, "points", { value: points });
  if (survey === null || period === null || answered === null || points === null) return null;
  if (survey === "employee" && answered < smallestGroup) {
    cells.warn("small_group", row, null);
    return null;
  }
  return { survey, period, group: cells.text(row, "group") ?? "", invited, answered, points };
}

function readSurvey(cells: Cells, row: Row): SurveyKind | null {
  const word = cells.neededText(row, "survey");
  const survey = kinds[word?.toLowerCase() ?? ""] ?? null;
  if (word !== null && survey === null) cells.fault("survey_unknown", row, "survey", { value: word });
  return survey;
}

function readAnswer(cells: Cells, row: Row): Answer | null {
  const survey = readSurvey(cells, row);
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
