import { fraction } from "#app/domain/money/fraction.ts";
import { countFraction, printedFraction, type ReportFigure } from "#app/domain/reports/report-figure.ts";

/** All that is kept of a staff list; of fewer than five people in a base, nothing. */
export interface Employees {
  /** First and last day of the twelve months, both included. */
  readonly fromDate: string;
  readonly toDate: string;
  readonly turnover: {
    readonly leavers: number;
    readonly headcountAtStart: number;
    readonly headcountAtEnd: number;
  } | null;
  /** Of those employed at the end. */
  readonly tenure: { readonly people: number; readonly days: number; readonly medianDays: string } | null;
  /** Of those employed all twelve months whose sick days are known. */
  readonly health: { readonly people: number; readonly healthy: number } | null;
}

/** A mean month of the Gregorian calendar has 30.436875 days (365.2425/12). */
const daysPerMonth = fraction(3652425n, 120000n);

/** Turnover over mean headcount, mean and median tenure, and who had at most five sick days in twelve months. */
export function employeeFigures({ fromDate, toDate, turnover, tenure, health }: Employees): ReportFigure[] {
  const place = { window: `${fromDate}/${toDate}`, group: null };
  const figures: ReportFigure[] = [];
  if (turnover !== null) {
    const { leavers, headcountAtStart, headcountAtEnd } = turnover;
    figures.push({
      ...place,
      metric: "staff_turnover",
      variant: "LEAVERS-OVER-MEAN",
      unit: "%",
      numerator: countFraction(leavers),
      denominator: fraction(BigInt(headcountAtStart + headcountAtEnd), 2n),
      beside: { headcount_at_start: String(headcountAtStart), headcount_at_end: String(headcountAtEnd) },
    });
  }
  if (tenure !== null) {
    const inMonths = (days: bigint, of = 1n) => fraction(days * daysPerMonth.d, of * daysPerMonth.n);
    const [whole = "0", half] = tenure.medianDays.split(".");
    const median = inMonths(BigInt(whole) * 2n + (half === undefined ? 0n : 1n), 2n);
    figures.push({
      ...place,
      metric: "mean_tenure",
      variant: "MEAN",
      unit: "months",
      numerator: inMonths(BigInt(tenure.days)),
      denominator: countFraction(tenure.people),
      beside: { people: String(tenure.people), median: printedFraction(median) },
    });
  }
  if (health !== null) {
    figures.push({
      ...place,
      metric: "healthy_attendance",
      variant: "MAX-FIVE-DAYS",
      unit: "%",
      numerator: countFraction(health.healthy),
      denominator: countFraction(health.people),
      beside: { people: String(health.people) },
    });
  }
  return figures;
}
