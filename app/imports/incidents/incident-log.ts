import type { CoveredTime, IncidentLog, LoggedIncident } from "#app/domain/availability/incident-log.ts";
import { monthBounds, monthsTouched } from "#app/domain/availability/months.ts";
import type { Cells, Row } from "#app/imports/records/cells.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";

/** Class of a line that is no incident but says for which time the log speaks of a system. */
const coveringClass = "period";

/** More than any log of a year; each line is looked at again for every month. */
const mostLines = 20_000;
const mostSystems = 200;
/** A log that spans more has a year that was mistyped, and would have hundreds of months to judge. */
const longestUs = 10 * 366 * 86_400_000_000;

/** An incident log: one line per incident, and lines of class `period` for the time that it speaks of. */
export const incidentLog: RecordKind<IncidentLog> = {
  columns: [
    { name: "system", needed: true },
    { name: "start", needed: true, aliases: ["start_ts", "start_at"] },
    { name: "end", needed: true, aliases: ["end_ts", "end_at"] },
    { name: "id" },
    { name: "class" },
    { name: "planned" },
    { name: "announced", aliases: ["announced_ts", "announced_at"] },
    { name: "affected_share" },
    { name: "notice", aliases: ["notice_ts", "notice_at"] },
    { name: "report", aliases: ["report_ts", "report_at"] },
  ],
  mostRows: mostLines,
  tells: (columns) => ["system", "start", "end"].every((name) => columns.has(name)),
  template: `system;start;end;id;class;planned;announced;affected_share;notice;report
Telefoni;2026-09-01 00:00:00;2026-10-01 00:00:00;;period;;;;;
Telefoni;2026-09-08 13:02:10;2026-09-08 13:31:00;INC-1;major;no;;0,4;2026-09-08 13:10:00;2026-09-10 09:00:00
Telefoni;2026-09-20 01:00:00;2026-09-20 03:00:00;CHG-7;maintenance;yes;2026-09-12 08:00:00;;;
`,
  read(cells) {
    const covered: CoveredTime[] = [];
    const incidents: LoggedIncident[] = [];
    const known = new Set<string>();
    const beyond = cells.rows[mostLines];
    if (beyond !== undefined) cells.fault("record_rows", beyond, null, { max: mostLines });
    for (const row of cells.rows.slice(0, mostLines)) {
      const { covering, incident } = readRow(cells, row);
      if (covering) covered.push(covering);
      if (incident === null) continue;
      const key = JSON.stringify([incident.system, incident.id, incident.fromUs, incident.toUs]);
      if (known.has(key)) cells.fault("row_duplicate", row, null);
      known.add(key);
      incidents.push(incident);
    }
    checkExtent(cells, [...covered, ...incidents]);
    if (covered.length === 0 && incidents.length > 0) {
      cells.warn("period_assumed", { line: 1 }, null);
      covered.push(...assumedPeriods(cells, incidents));
    }
    return { covered: covered.sort(byTime), incidents: incidents.sort(byTime) };
  },
};

function readRow(
  cells: Cells,
  row: Row,
): { readonly covering: CoveredTime | null; readonly incident: LoggedIncident | null } {
  const system = cells.neededText(row, "system");
  const { fromUs, toUs } = cells.interval(row, "start", "end");
  if (cells.text(row, "start") === null) cells.fault("value_missing", row, "start");
  const kind = cells.text(row, "class");
  const covers = kind?.toLowerCase() === coveringClass;
  if (covers && cells.text(row, "end") === null) cells.fault("value_missing", row, "end");
  const rest = {
    planned: cells.flag(row, "planned") ?? false,
    announcedUs: cells.instant(row, "announced"),
    affectedShare: cells.decimal(row, "affected_share", 1),
    noticeUs: cells.instant(row, "notice"),
    reportUs: cells.instant(row, "report"),
  };
  const none = { covering: null, incident: null };
  if (system === null || fromUs === null) return none;
  if (covers) return toUs === null ? none : { ...none, covering: { system, fromUs, toUs } };
  return { ...none, incident: { id: cells.text(row, "id"), system, fromUs, toUs, class: kind, ...rest } };
}

/** Faults `log_span` and `too_many_systems`, at the head: no single line is wrong. */
function checkExtent(cells: Cells, lines: readonly Placed[]): void {
  const from = lines.reduce((least, { fromUs }) => Math.min(least, fromUs), Number.POSITIVE_INFINITY);
  const to = lines.reduce((most, { fromUs, toUs }) => Math.max(most, toUs ?? fromUs), 0);
  if (to - from > longestUs) cells.fault("log_span", { line: 1 }, null);
  const systems = new Set(lines.map(({ system }) => system)).size;
  if (systems > mostSystems)
    cells.fault("too_many_systems", { line: 1 }, null, { count: systems, max: mostSystems });
}

/** Without a word on it: the whole calendar months from the first to the last time stamp, for every system named. */
function assumedPeriods(cells: Cells, incidents: readonly LoggedIncident[]): CoveredTime[] {
  const stamps = incidents.flatMap(({ fromUs, toUs }) => (toUs === null ? [fromUs] : [fromUs, toUs]));
  const from = stamps.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  const to = stamps.reduce((most, each) => Math.max(most, each), 0);
  const bounds = monthsTouched({ from, to: to + 1 }, cells.zone).map((month) =>
    monthBounds(month, cells.zone),
  );
  const [fromUs, toUs] = [bounds[0]?.from ?? from, bounds.at(-1)?.to ?? to];
  return [...new Set(incidents.map(({ system }) => system))].map((system) => ({ system, fromUs, toUs }));
}

interface Placed {
  readonly system: string;
  readonly fromUs: number;
  readonly toUs: number | null;
}

const byTime = (a: Placed, b: Placed): number =>
  (a.system < b.system ? -1 : a.system > b.system ? 1 : 0) ||
  a.fromUs - b.fromUs ||
  (a.toUs ?? Number.MAX_SAFE_INTEGER) - (b.toUs ?? Number.MAX_SAFE_INTEGER);
