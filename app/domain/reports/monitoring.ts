import { fraction } from "#app/domain/money/fraction.ts";
import { decimalFraction, type ReportFigure } from "#app/domain/reports/report-figure.ts";

export interface MonitoringSums {
  readonly period: string;
  /** Assessed calls; null when the file does not tell them apart. */
  readonly calls: number | null;
  /** Sum of weight × points, and of weight × highest points, as decimal strings. */
  readonly points: string;
  readonly highest: string;
}

export interface Monitoring {
  readonly periods: readonly MonitoringSums[];
}

/** Weighted points of 100. */
export const monitoringFigures = ({ periods }: Monitoring): ReportFigure[] =>
  periods.map(({ period, calls, points, highest }) => {
    const { n, d } = decimalFraction(points);
    return {
      metric: "monitoring_score",
      variant: "WEIGHTED",
      unit: "points",
      window: period,
      group: null,
      numerator: fraction(n * 100n, d),
      denominator: decimalFraction(highest),
      beside: calls === null ? {} : { calls: String(calls) },
    };
  });
