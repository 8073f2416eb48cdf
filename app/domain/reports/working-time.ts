import { add, type Fraction, fraction } from "#app/domain/money/fraction.ts";
import { countFraction, decimalFraction, type ReportFigure } from "#app/domain/reports/report-figure.ts";

/** Seconds of all agents together, as decimal strings; null where the file has no such column. */
export const workingTimeFields = [
  "scheduled",
  "readyInSchedule",
  "ready",
  "talk",
  "hold",
  "wrap",
  "idle",
] as const;
export type WorkingTimeField = (typeof workingTimeFields)[number];

export interface WorkingTimeSums extends Readonly<Record<WorkingTimeField, string | null>> {
  /** `2025-03` */
  readonly period: string;
  readonly group: string;
  /** Calls answered in this time. */
  readonly answered: number | null;
}

export interface WorkingTime {
  readonly groups: readonly WorkingTimeSums[];
}

type Known = Pick<ReportFigure, "metric" | "variant" | "unit"> & {
  readonly numerator: Fraction | null;
  readonly denominator: Fraction | null;
};

/** Adherence, occupancy and calls per hour by month, each with the variant that the fifth seed's wording would give. */
export function workingTimeFigures({ groups }: WorkingTime): ReportFigure[] {
  return groups.flatMap((sums) => {
    const { period, group, answered } = sums;
    const of = (field: WorkingTimeField): Fraction | null => {
      const seconds = sums[field];
      return seconds === null ? null : decimalFraction(seconds);
    };
    const calls = answered === null ? null : countFraction(answered);
    const withoutWrap = total(of("talk"), of("hold"));
    const handling = total(withoutWrap, of("wrap"));
    const ready = of("ready");
    const figures: readonly Known[] = [
      {
        ...percent("adherence", "INTERSECTION"),
        numerator: of("readyInSchedule"),
        denominator: of("scheduled"),
      },
      { ...percent("adherence", "CONFORMANCE"), numerator: ready, denominator: of("scheduled") },
      { ...percent("occupancy", "WITH-WRAP"), numerator: handling, denominator: total(handling, of("idle")) },
      {
        ...percent("occupancy", "SOURCE-NO-WRAP"),
        numerator: withoutWrap,
        denominator: total(withoutWrap, of("idle")),
      },
      {
        metric: "calls_per_hour",
        variant: "STANDARD",
        unit: "calls/h",
        numerator: calls,
        denominator: ready && fraction(ready.n, ready.d * 3600n),
      },
    ];
    const place = { window: period, group: group === "" ? null : group, beside: {} };
    return figures.flatMap(({ numerator, denominator, ...figure }) =>
      numerator === null || denominator === null ? [] : [{ ...figure, ...place, numerator, denominator }],
    );
  });
}

const percent = (metric: string, variant: string) => ({ metric, variant, unit: "%" });

const total = (a: Fraction | null, b: Fraction | null): Fraction | null =>
  a === null || b === null ? null : add(a, b);
