import { countFraction, type ReportFigure } from "#app/domain/reports/report-figure.ts";

export interface AttendanceSums {
  /** `2025-03` */
  readonly period: string;
  readonly group: string;
  readonly shifts: number;
  readonly scheduled: number;
  readonly present: number;
  /** Shifts in which fewer were present than scheduled. */
  readonly shortShifts: number;
}

export interface Attendance {
  readonly groups: readonly AttendanceSums[];
}

/** Present of scheduled. Replacements count as present, so that full attendance may hide much sick leave. */
export const attendanceFigures = ({ groups }: Attendance): ReportFigure[] =>
  groups.map(({ period, group, shifts, scheduled, present, shortShifts }) => ({
    metric: "attendance",
    variant: "STANDARD",
    unit: "%",
    window: period,
    group: group === "" ? null : group,
    numerator: countFraction(present),
    denominator: countFraction(scheduled),
    beside: { shifts: String(shifts), short_shifts: String(shortShifts) },
  }));
