import type { Zone } from "#app/domain/measurement/zone.ts";
import type { RecordContents } from "#app/domain/records/record-contents.ts";
import { attendanceFigures } from "#app/domain/reports/attendance.ts";
import { blockedFigures } from "#app/domain/reports/blocked-counts.ts";
import { costFigures } from "#app/domain/reports/costs.ts";
import { deviationFigures } from "#app/domain/reports/deviations.ts";
import { employeeFigures } from "#app/domain/reports/employees.ts";
import { intervalFigures } from "#app/domain/reports/interval-figures.ts";
import { monitoringFigures } from "#app/domain/reports/monitoring.ts";
import type { ReportFigure } from "#app/domain/reports/report-figure.ts";
import { singleValueFigures } from "#app/domain/reports/single-values.ts";
import { surveyFigures } from "#app/domain/reports/survey.ts";
import { workingTimeFigures } from "#app/domain/reports/working-time.ts";

/** Kinds of record files that give figures here; incident logs and staffing plans have pages of their own. */
export const reportKinds = [
  "interval_report",
  "blocked_counts",
  "working_time",
  "attendance",
  "employees",
  "survey",
  "monitoring",
  "costs",
  "deviations",
  "single_values",
] as const;
export type ReportKind = (typeof reportKinds)[number];

/** The reports of one response; null for those that it does not have. */
export type Reports = { readonly [K in ReportKind]: RecordContents[K] | null };

export interface FigureContext {
  readonly zone: Zone;
  readonly unitOf: (metric: string) => string;
}

/** Every figure of every report, in the order of the kinds. */
export function figuresOfReports(
  reports: Reports,
  { zone, unitOf }: FigureContext,
): { readonly kind: ReportKind; readonly figures: readonly ReportFigure[] }[] {
  const of = <K extends ReportKind>(
    kind: K,
    figures: (content: RecordContents[K]) => readonly ReportFigure[],
  ) => {
    const content: RecordContents[K] | null = reports[kind];
    return content === null ? [] : [{ kind, figures: figures(content) }];
  };
  return [
    ...of("interval_report", (content) => intervalFigures(content, zone)),
    ...of("blocked_counts", (content) => blockedFigures(content, zone)),
    ...of("working_time", workingTimeFigures),
    ...of("attendance", attendanceFigures),
    ...of("employees", employeeFigures),
    ...of("survey", surveyFigures),
    ...of("monitoring", monitoringFigures),
    ...of("costs", costFigures),
    ...of("deviations", deviationFigures),
    ...of("single_values", (content) => singleValueFigures(content, unitOf)),
  ];
}
