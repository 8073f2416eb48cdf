import type { IncidentLog } from "#app/domain/availability/incident-log.ts";
import type { IntervalReport } from "#app/domain/measurement/interval/interval.ts";
import type { Attendance } from "#app/domain/reports/attendance.ts";
import type { BlockedCounts } from "#app/domain/reports/blocked-counts.ts";
import type { Costs } from "#app/domain/reports/costs.ts";
import type { Deviations } from "#app/domain/reports/deviations.ts";
import type { Employees } from "#app/domain/reports/employees.ts";
import type { Monitoring } from "#app/domain/reports/monitoring.ts";
import type { SingleValues } from "#app/domain/reports/single-values.ts";
import type { Survey } from "#app/domain/reports/survey.ts";
import type { WorkingTime } from "#app/domain/reports/working-time.ts";
import type { StaffingPlan } from "#app/domain/staffing/staffing-plan.ts";

/** What is read out of each kind of record file that a vendor attaches, besides call records. */
export interface RecordContents {
  readonly incidents: IncidentLog;
  readonly staffing_plan: StaffingPlan;
  readonly interval_report: IntervalReport;
  readonly blocked_counts: BlockedCounts;
  readonly survey: Survey;
  readonly working_time: WorkingTime;
  readonly attendance: Attendance;
  readonly employees: Employees;
  readonly costs: Costs;
  readonly monitoring: Monitoring;
  readonly deviations: Deviations;
  readonly single_values: SingleValues;
}

export type RecordKindId = keyof RecordContents;

/** Where the figures of a page come from. */
export interface RecordSource {
  readonly fileId: string;
  /** Zone in which local times were read, and in which times are shown. */
  readonly zone: string;
  readonly rows: number;
  /** When the records were taken over. */
  readonly atUs: number;
  /** Of the content as it was read, hex. */
  readonly sha256: string;
}
