import { countFraction, type ReportFigure } from "#app/domain/reports/report-figure.ts";

/** A deviation of at least this many per cent from its reference needs a cause. */
export const deviationPercent = 5;
/** Two standard deviations of a count of 1,600 calls are 5 %: below, chance alone deviates by more. */
export const callsAboveChance = 1600;

export interface DeviationSums {
  readonly period: string;
  /** Values that were compared. */
  readonly compared: number;
  /** Deviations of 5 % or more, and those of them with a cause. */
  readonly deviations: number;
  readonly explained: number;
  /** Deviations of 5 % or more from a reference below 1,600 calls, and the smallest such reference. */
  readonly withinChance: number;
  readonly smallestReference: string | null;
}

export interface Deviations {
  readonly periods: readonly DeviationSums[];
}

export const deviationFigures = ({ periods }: Deviations): ReportFigure[] =>
  periods.map(({ period, compared, deviations, explained, withinChance }) => ({
    metric: "deviation_explained_pct",
    variant: "STANDARD",
    unit: "%",
    window: period,
    group: null,
    numerator: countFraction(explained),
    denominator: countFraction(deviations),
    beside: { compared: String(compared), within_chance: String(withinChance) },
  }));
