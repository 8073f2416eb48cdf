import { hundred, one } from "#app/domain/money/fraction.ts";
import { decimalFraction, type ReportFigure } from "#app/domain/reports/report-figure.ts";

/** A value that somebody entered from a test, an event or an assessment, with where its proof is to be found. */
export interface SingleValue {
  /** Id of a measure of the catalogue. */
  readonly metric: string;
  /** Decimal string in the unit of the measure. */
  readonly value: string;
  /** `2025-03-31` */
  readonly date: string;
  readonly proof: string;
}

export interface SingleValues {
  /** By measure, then date. */
  readonly values: readonly SingleValue[];
}

export const singleValueFigures = (
  { values }: SingleValues,
  unitOf: (metric: string) => string,
): ReportFigure[] =>
  values.map(({ metric, value, date, proof }) => ({
    metric,
    variant: "",
    unit: unitOf(metric),
    window: date,
    group: null,
    numerator: decimalFraction(value),
    denominator: unitOf(metric) === "%" ? hundred : one,
    beside: { proof },
  }));
