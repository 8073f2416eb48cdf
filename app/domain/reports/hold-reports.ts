import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { intervalValuesOf } from "#app/domain/measurement/interval/interval-value.ts";
import type { VerdictKind } from "#app/domain/measurement/verdict.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { figuresOfReports, type ReportKind, type Reports } from "#app/domain/reports/figures-of-records.ts";
import { judgeFigures } from "#app/domain/reports/judge-figures.ts";
import { printedFraction, valueOfFigure } from "#app/domain/reports/report-figure.ts";

/** One requirement held against the report that says most of it. Values are decimal strings. */
export interface HeldByReport {
  readonly requirement: string;
  /** Kind of that report. */
  readonly kind: ReportKind;
  readonly verdict: VerdictKind;
  readonly value: string | null;
  /** Per cent of the open days that the report speaks of; null where days do not matter. */
  readonly coverage: string | null;
  readonly windows: readonly {
    readonly window: string;
    readonly verdict: VerdictKind;
    readonly value: string | null;
  }[];
}

interface Promised {
  readonly id: string;
  readonly measure: Measure | null;
}

/**
 * Holds reports against the requirements that they can decide; the others are left out. Of several reports that speak
 * of one requirement the interval report counts, but of blocked calls the carrier's counters, which see every attempt.
 */
export function holdReports(requirements: readonly Promised[], reports: Reports, zone: Zone): HeldByReport[] {
  const ofIntervals = new Map(
    heldByIntervals(requirements, reports, zone).map((held) => [held.requirement, held]),
  );
  const ofFigures = new Map(
    heldByFigures(requirements, reports, zone).map((held) => [held.requirement, held]),
  );
  return requirements.flatMap(({ id }) => {
    const [interval, figure] = [ofIntervals.get(id), ofFigures.get(id)];
    const carrier = figure?.kind === "blocked_counts" ? figure : undefined;
    const counts = interval?.verdict === "no_data" ? (figure ?? interval) : interval;
    return carrier ?? counts ?? figure ?? [];
  });
}

function heldByIntervals(
  requirements: readonly Promised[],
  { interval_report: report }: Reports,
  zone: Zone,
): HeldByReport[] {
  if (report === null) return [];
  return intervalValuesOf(requirements, report, zone).map(
    ({ requirement, verdict, value, coverage, windows }) => ({
      requirement,
      kind: "interval_report",
      verdict,
      value,
      coverage,
      windows: windows
        .filter(({ window }) => window !== "period")
        .map(({ window, verdict, value }) => ({ window, verdict, value })),
    }),
  );
}

function heldByFigures(requirements: readonly Promised[], reports: Reports, zone: Zone): HeldByReport[] {
  const byKind = figuresOfReports(reports, { zone, unitOf: () => "" });
  return requirements.flatMap(({ id, measure }) => {
    if (measure === null) return [];
    for (const { kind, figures } of byKind) {
      const held = judgeFigures(measure, figures);
      if (held === null) continue;
      const windows = held.windows.map(({ figure, verdict }) => {
        const value = valueOfFigure(figure);
        return { window: figure.window, verdict, value: value && printedFraction(value) };
      });
      const value = held.value && printedFraction(held.value);
      return [{ requirement: id, kind, verdict: held.verdict, value, coverage: null, windows }];
    }
    return [];
  });
}
