import { compare, parseDecimal } from "#app/domain/money/fraction.ts";
import { exactSum } from "#app/domain/reports/report-figure.ts";
import {
  type WorkingTime,
  type WorkingTimeField,
  workingTimeFields,
} from "#app/domain/reports/working-time.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import {
  grouped,
  hasColumn,
  mostCalls,
  neededCount,
  neededDecimal,
  neededPeriod,
} from "#app/imports/reports/report-cells.ts";

const columnOf: Readonly<Record<WorkingTimeField, string>> = {
  scheduled: "scheduled_s",
  readyInSchedule: "ready_in_schedule_s",
  ready: "ready_s",
  talk: "talk_s",
  hold: "hold_s",
  wrap: "wrap_s",
  idle: "idle_s",
};
/** A month of 500 agents. */
const mostSeconds = 900_000_000;

interface Line {
  readonly period: string;
  readonly group: string;
  readonly times: Readonly<Record<WorkingTimeField, string | null>>;
  readonly answered: number | null;
}

/** Time of agents by day or month and group; a column about a person is not read. */
export const workingTime: RecordKind<WorkingTime> = {
  columns: [
    { name: "period", needed: true, aliases: ["datum", "date", "dag", "day", "månad", "month"] },
    { name: "group", aliases: ["grupp", "team", "kö", "queue"] },
    { name: "scheduled_s", aliases: ["schemalagd tid", "scheduled time"] },
    { name: "ready_in_schedule_s", aliases: ["klar tid inom schema", "ready time in schedule"] },
    { name: "ready_s", aliases: ["klar tid", "ready time", "logged_in_s", "inloggad tid"] },
    { name: "talk_s", aliases: ["samtalstid", "talk time"] },
    { name: "hold_s", aliases: ["parkeringstid", "hold time"] },
    { name: "wrap_s", aliases: ["efterarbete", "wrap time"] },
    { name: "idle_s", aliases: ["ledig tid", "idle time"] },
    { name: "answered", aliases: ["besvarade", "besvarade samtal"] },
  ],
  tells: (columns) =>
    columns.has("period") &&
    (columns.has("scheduled_s") ||
      (columns.has("idle_s") && columns.has("talk_s")) ||
      columns.has("ready_s")),
  template: `datum;grupp;scheduled_s;ready_in_schedule_s;ready_s;talk_s;hold_s;wrap_s;idle_s;answered
2025-03-03;;288000;262800;270000;151200;7200;36000;75600;840
2025-03-04;;288000;259200;266400;158400;7200;36000;64800;870
`,
  read(cells) {
    const fields = workingTimeFields.filter((field) => hasColumn(cells, columnOf[field]));
    const lines = cells.rows.flatMap((row) => readLine(cells, row, fields) ?? []);
    const groups = grouped(lines, ({ period, group }) => [period, group]).flatMap((of) => sumsOf(of));
    return { groups };
  },
};

function readLine(cells: Cells, row: Row, fields: readonly WorkingTimeField[]): Line | null {
  const period = neededPeriod(cells, row, "period");
  const times = Object.fromEntries(
    workingTimeFields.map((field) => [
      field,
      fields.includes(field) ? neededDecimal(cells, row, columnOf[field], mostSeconds) : null,
    ]),
  ) as Line["times"];
  const answered = hasColumn(cells, "answered") ? neededCount(cells, row, "answered", mostCalls) : null;
  // An overlap can be no longer than either of the two times.
  for (const whole of ["scheduled", "ready"] as const) {
    if (longer(times.readyInSchedule, times[whole])) {
      cells.fault("time_contradiction", row, columnOf.readyInSchedule, {
        value: times.readyInSchedule ?? "",
        most: times[whole] ?? "",
      });
      break;
    }
  }
  return period === null ? null : { period, group: cells.text(row, "group") ?? "", times, answered };
}

function sumsOf(lines: readonly Line[]): WorkingTime["groups"] {
  const [first] = lines;
  if (first === undefined) return [];
  const sums = Object.fromEntries(
    workingTimeFields.map((field) => {
      const known = lines.flatMap(({ times }) => times[field] ?? []);
      return [field, known.length === lines.length ? exactSum(known) : null];
    }),
  ) as Line["times"];
  const answered = lines.some((line) => line.answered === null)
    ? null
    : lines.reduce((sum, line) => sum + (line.answered ?? 0), 0);
  return [{ period: first.period, group: first.group, answered, ...sums }];
}

function longer(part: string | null, whole: string | null): boolean {
  const [a, b] = [parseDecimal(part ?? ""), parseDecimal(whole ?? "")];
  return a !== null && b !== null && compare(a, b) > 0;
}
