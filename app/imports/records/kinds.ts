import type { RecordContents, RecordKindId } from "#app/domain/records/record-contents.ts";
import { incidentLog } from "#app/imports/incidents/incident-log.ts";
import { intervalTemplate } from "#app/imports/interval/interval-records.ts";
import type { RecordKind } from "#app/imports/records/record-kind.ts";
import { attendance } from "#app/imports/reports/attendance.ts";
import { blockedCounts } from "#app/imports/reports/blocked-counts.ts";
import { costs } from "#app/imports/reports/costs.ts";
import { deviations } from "#app/imports/reports/deviations.ts";
import { employees } from "#app/imports/reports/employees.ts";
import { monitoring } from "#app/imports/reports/monitoring.ts";
import { singleValues } from "#app/imports/reports/single-values.ts";
import { survey } from "#app/imports/reports/survey.ts";
import { workingTime } from "#app/imports/reports/working-time.ts";
import { staffingPlan } from "#app/imports/staffing-plan/staffing-plan.ts";

/** Interval reports come in layouts of several systems and are told before these. */
export type TableKindId = Exclude<RecordKindId, "interval_report">;

/** Every kind of record file whose header is its first line. The first whose header it is reads a file. */
export const recordKinds: { readonly [K in TableKindId]: RecordKind<RecordContents[K]> } = {
  incidents: incidentLog,
  staffing_plan: staffingPlan,
  blocked_counts: blockedCounts,
  survey,
  working_time: workingTime,
  attendance,
  employees,
  costs,
  monitoring,
  deviations,
  single_values: singleValues,
};

export const tableKindIds = Object.keys(recordKinds) as readonly TableKindId[];

export const recordKindIds: readonly RecordKindId[] = ["interval_report", ...tableKindIds];

/** A file that is taken as it stands, as an example to fill in; null for a kind that there is not. */
export function templateOfKind(kind: string): string | null {
  if (kind === "interval_report") return intervalTemplate;
  const table = tableKindIds.find((each) => each === kind);
  return table === undefined ? null : recordKinds[table].template;
}
