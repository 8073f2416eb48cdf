import type { PlannedStaff, PlannedTime, StaffingPlan } from "#app/domain/staffing/staffing-plan.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";

const weekdays: readonly (readonly string[])[] = [
  ["1", "mon", "monday", "mån", "måndag"],
  ["2", "tue", "tuesday", "tis", "tisdag"],
  ["3", "wed", "wednesday", "ons", "onsdag"],
  ["4", "thu", "thursday", "tor", "torsdag"],
  ["5", "fri", "friday", "fre", "fredag"],
  ["6", "sat", "saturday", "lör", "lördag"],
  ["7", "sun", "sunday", "sön", "söndag"],
];

const halfHourUs = 1_800_000_000;
const mostAgents = 10_000;
/** In a half hour. */
const mostCalls = 20_000;
const mostSeconds = 86_400;
/** Nobody listens to music for longer. */
const longestPatience = 3600;
/** Half a year of one queue; the need of each is computed at every look. */
const mostLines = 10_000;
const mostQueues = 200;
/** Callers who would wait if nobody answered, over all lines: what the computation grows with. */
const mostWaiting = 2_000_000;

/** A staffing plan: agents by half hour, of a week that repeats itself or of dates, and queue. */
export const staffingPlan: RecordKind<StaffingPlan> = {
  columns: [
    { name: "start", aliases: ["interval_start", "start_at"] },
    { name: "weekday", aliases: ["veckodag"] },
    { name: "time", aliases: ["tid"] },
    { name: "queue", aliases: ["kö"] },
    { name: "agents", needed: true, aliases: ["planned_agents", "telefonister"] },
    { name: "forecast_calls", aliases: ["forecast_offered"] },
    { name: "aht_s" },
    { name: "talk_s" },
    { name: "ring_s" },
    { name: "ivr_s" },
    { name: "patience_s" },
    { name: "shrinkage" },
    { name: "trunks", aliases: ["channel_count"] },
  ],
  mostRows: mostLines,
  tells: (columns) =>
    columns.has("agents") && (columns.has("start") || (columns.has("weekday") && columns.has("time"))),
  template: `weekday;time;queue;agents;forecast_calls;aht_s;patience_s;shrinkage;trunks
mon;08:00;Växel;15;100;180;120;;40
mon;08:30;Växel;17;115;180;120;;40
tue;08:00;Växel;14;90;180;120;;40
`,
  read(cells) {
    const known = new Set<string>();
    const beyond = cells.rows[mostLines];
    if (beyond !== undefined) cells.fault("record_rows", beyond, null, { max: mostLines });
    const lines = cells.rows.slice(0, mostLines).flatMap((row): PlannedStaff[] => {
      const time = readTime(cells, row);
      const line = readLine(cells, row);
      if (time === null) return [];
      const key = JSON.stringify([time, line.queue]);
      if (known.has(key)) cells.fault("row_duplicate", row, null);
      known.add(key);
      return [{ time, ...line }];
    });
    const queues = new Set(lines.map(({ queue }) => queue)).size;
    if (queues > mostQueues)
      cells.fault("too_many_queues", { line: 1 }, "queue", { count: queues, max: mostQueues });
    const waiting = lines.reduce((sum, line) => sum + waitingIn(line), 0);
    if (waiting > mostWaiting) cells.fault("plan_too_large", { line: 1 }, "forecast_calls");
    return { lines: lines.sort(byTime) };
  },
};

/** Calls of a half hour times patience: those who would be in the queue at once. */
const waitingIn = ({ calls, patienceS }: PlannedStaff): number =>
  (Number(calls ?? 0) * Number(patienceS ?? 0)) / 1800;

function readTime(cells: Cells, row: Row): PlannedTime | null {
  const written = cells.text(row, "start");
  if (written !== null) {
    const startUs = cells.instant(row, "start");
    if (startUs === null || startUs % halfHourUs === 0) return startUs === null ? null : { startUs };
    cells.fault("half_hour_expected", row, "start", { value: written });
    return null;
  }
  const day = cells.text(row, "weekday");
  const time = cells.text(row, "time");
  // Without both of its two columns a file of weekdays has no times at all.
  if (day === null && time === null) {
    cells.fault("value_missing", row, row.values.has("start") ? "start" : "weekday");
    return null;
  }
  const weekday = weekdays.findIndex((names) => names.includes((day ?? "").toLowerCase())) + 1;
  if (day === null) cells.fault("value_missing", row, "weekday");
  else if (weekday === 0) cells.fault("weekday_unknown", row, "weekday", { value: day });
  const slot = slotOf(time ?? "");
  if (time === null) cells.fault("value_missing", row, "time");
  else if (slot === null) cells.fault("half_hour_expected", row, "time", { value: time });
  return weekday === 0 || slot === null ? null : { weekday, slot };
}

function slotOf(time: string): number | null {
  const [, hour = "", minute = ""] = /^(\d{1,2})[:.](00|30)(?::00)?$/.exec(time) ?? [];
  return hour === "" || Number(hour) > 23 ? null : Number(hour) * 2 + Number(minute) / 30;
}

function readLine(cells: Cells, row: Row): Omit<PlannedStaff, "time"> {
  const agents = cells.count(row, "agents", mostAgents);
  if (cells.text(row, "agents") === null) cells.fault("value_missing", row, "agents");
  const line = {
    queue: cells.text(row, "queue") ?? "",
    agents: agents ?? 0,
    calls: cells.decimal(row, "forecast_calls", mostCalls),
    handlingS: cells.decimal(row, "aht_s", mostSeconds),
    talkS: cells.decimal(row, "talk_s", mostSeconds),
    ringS: cells.decimal(row, "ring_s", mostSeconds),
    menuS: cells.decimal(row, "ivr_s", mostSeconds),
    patienceS: cells.decimal(row, "patience_s", longestPatience),
    shrinkage: cells.decimal(row, "shrinkage", 1),
    trunks: cells.count(row, "trunks", mostAgents),
  };
  // Nobody would be left to answer, and no call can last no time.
  if (Number(line.shrinkage) === 1) cells.fault("shrinkage_whole", row, "shrinkage", { value: "1" });
  for (const [column, value] of [
    ["aht_s", line.handlingS],
    ["patience_s", line.patienceS],
  ] as const) {
    if (value !== null && Number(value) === 0) cells.fault("cell_above_zero", row, column, { value });
  }
  return line;
}

const orderOf = (time: PlannedTime): number =>
  "startUs" in time ? time.startUs : time.weekday * 48 + time.slot;

const byTime = (a: PlannedStaff, b: PlannedStaff): number =>
  orderOf(a.time) - orderOf(b.time) || (a.queue < b.queue ? -1 : a.queue > b.queue ? 1 : 0);
