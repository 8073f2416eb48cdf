import { fraction } from "#app/domain/money/fraction.ts";
import { countFraction, printedFraction, type ReportFigure } from "#app/domain/reports/report-figure.ts";

export type SurveyKind = "customer" | "employee";

/** Fewer people than this might be recognised: nothing is stored of them. */
export const smallestGroup = 5;

/** All that is kept of the answers of a group in a period; never an answer itself. */
export interface SurveySums {
  readonly survey: SurveyKind;
  readonly period: string;
  /** Empty for all. */
  readonly group: string;
  /** Asked; null when the file does not say. */
  readonly invited: number | null;
  /** Respondents who answered all three questions. */
  readonly answered: number;
  /** Sum of all their answers to the three questions, each 1–10. */
  readonly points: number;
}

export interface Survey {
  readonly groups: readonly SurveySums[];
}

const metricOf = {
  customer: { metric: "customer_satisfaction", variant: "EQUAL-WEIGHT" },
  employee: { metric: "employee_satisfaction", variant: "STANDARD" },
} as const;

/** The index: mean over respondents of the mean of three (answer − 1)/9·100. Source: measurement of satisfaction 0–100. */
export function surveyFigures({ groups }: Survey): ReportFigure[] {
  return groups.map(({ survey, period, group, invited, answered, points }) => ({
    ...metricOf[survey],
    window: period,
    group: group === "" ? null : group,
    unit: "index",
    numerator: fraction(BigInt(points - 3 * answered) * 100n, 27n),
    denominator: countFraction(answered),
    beside: {
      answered: String(answered),
      ...(invited === null || invited === 0
        ? {}
        : {
            invited: String(invited),
            response_rate: printedFraction(fraction(BigInt(100 * answered), BigInt(invited))),
          }),
    },
  }));
}
