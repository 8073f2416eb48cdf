import type { IncidentLog } from "#app/domain/availability/incident-log.ts";
import type { IntervalReport } from "#app/domain/measurement/interval/interval.ts";
import type { StaffingPlan } from "#app/domain/staffing/staffing-plan.ts";

/** What is read out of each kind of record file that a vendor attaches, besides call records. */
export interface RecordContents {
  readonly incidents: IncidentLog;
  readonly staffing_plan: StaffingPlan;
  readonly interval_report: IntervalReport;
}

export type RecordKindId = keyof RecordContents;
