import { countFraction, decimalFraction, type ReportFigure } from "#app/domain/reports/report-figure.ts";

export interface PeriodCost {
  readonly period: string;
  /** SEK, decimal string. */
  readonly cost: string;
  /** Answered by a telephonist. */
  readonly answered: number;
  /** Handled by the voice response alone; null when the report does not state them. */
  readonly handledByIvr: number | null;
}

export interface Costs {
  readonly periods: readonly PeriodCost[];
}

/** Cost over calls: handled by person or system (only where the system's calls are stated), and by person alone. */
export const costFigures = ({ periods }: Costs): ReportFigure[] =>
  periods.flatMap(({ period, cost, answered, handledByIvr }) => {
    const of = (variant: string, calls: number): ReportFigure => ({
      metric: "cost_per_call",
      variant,
      unit: "SEK",
      window: period,
      group: null,
      numerator: decimalFraction(cost),
      denominator: countFraction(calls),
      beside: {},
    });
    const person = of("PERSON-ONLY", answered);
    return handledByIvr === null ? [person] : [of("ALL-HANDLED", answered + handledByIvr), person];
  });
