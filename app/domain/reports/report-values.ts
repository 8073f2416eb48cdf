import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { intervalValuesOf } from "#app/domain/measurement/interval/interval-value.ts";
import type { VerdictKind } from "#app/domain/measurement/verdict.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { figuresOfReports, type ReportKind, type Reports } from "#app/domain/reports/figures-of-records.ts";
import { judgeFigures } from "#app/domain/reports/judge-figures.ts";
import { printedFraction } from "#app/domain/reports/report-figure.ts";

interface ReportValue {
  readonly requirement: string;
  readonly verdict: VerdictKind;
  readonly value: string | null;
  /** Per cent of the open days that the report speaks of; null where days do not matter. */
  readonly coverage: string | null;
  /** Kind of the report that says so. */
  readonly kind: ReportKind;
}

/** What reports say of the requirements that they can decide; nothing for those that no report speaks of. */
export function reportValuesOf(
  requirements: readonly { readonly id: string; readonly measure: Measure | null }[],
  reports: Reports,
  zone: Zone,
): ReportValue[] {
  const { interval_report: report } = reports;
  const ofIntervals = report === null ? [] : intervalValuesOf(requirements, report, zone);
  const values = new Map<string, ReportValue>();
  for (const { requirement, verdict, value, coverage } of ofIntervals) {
    values.set(requirement, { requirement, verdict, value, coverage, kind: "interval_report" });
  }
  const byKind = figuresOfReports(reports, { zone, unitOf: () => "" });
  for (const { id, measure } of requirements) {
    const known = values.get(id);
    if (measure === null || (known !== undefined && known.verdict !== "no_data")) continue;
    for (const { kind, figures } of byKind) {
      const held = judgeFigures(measure, figures);
      if (held === null) continue;
      const value = held.value && printedFraction(held.value);
      values.set(id, { requirement: id, verdict: held.verdict, value, coverage: null, kind });
      break;
    }
  }
  return [...values.values()];
}
