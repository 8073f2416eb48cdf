import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type { Language, Text } from "#app/domain/language.ts";
import { defaultDefinition } from "#app/domain/measurement/definition.ts";
import { intervalValuesOf } from "#app/domain/measurement/interval/interval-value.ts";
import {
  type IntervalMonthFigures,
  measureIntervals,
} from "#app/domain/measurement/interval/measure-intervals.ts";
import { allQueues } from "#app/domain/measurement/months.ts";
import { everything } from "#app/domain/measurement/period.ts";
import { trapMessage } from "#app/domain/measurement/traps/wording.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { figuresOfReports, type ReportKind, type Reports } from "#app/domain/reports/figures-of-records.ts";
import { type HeldByReport, holdReports } from "#app/domain/reports/hold-reports.ts";
import { printedFraction, type ReportFigure, valueOfFigure } from "#app/domain/reports/report-figure.ts";
import {
  alarmsInTheNoise,
  normsMixedUp,
  type ReportTrap,
  recordingAfterThreat,
  reportTrapMessage,
} from "#app/domain/reports/report-traps.ts";
import { recordingPreBuffer, recordingPreBufferName } from "#app/domain/reports/single-value-metrics.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** Where the records of a kind come from. */
export interface ReportSource {
  readonly kind: ReportKind;
  readonly file: string;
  readonly rows: number;
  readonly atUs: number;
}

/** A figure as tables show it: numbers as decimal strings, the value null without denominator. */
export interface ShownFigure {
  readonly metric: string;
  readonly name: Text | null;
  readonly variant: string;
  readonly window: string;
  readonly group: string | null;
  readonly unit: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly value: string | null;
  readonly beside: readonly { readonly name: string; readonly value: string }[];
}

/** A requirement as the reports keep it or not, with its limit. */
export interface HeldRequirement extends Omit<HeldByReport, "requirement"> {
  readonly requirement: Pick<TenderRequirement, "id" | "title">;
  readonly unit: string;
  readonly comparator: string;
  readonly threshold: string;
  readonly thresholdUpper: string | null;
}

/** What one file says, figure by figure. */
export interface ReportPart extends ReportSource {
  readonly figures: readonly ShownFigure[];
}

export interface ReportsPage {
  readonly parts: readonly ReportPart[];
  readonly requirements: readonly HeldRequirement[];
  /** How the interval report counts, and its months for all queues; null without one. */
  readonly interval: {
    readonly preset: string;
    readonly minutes: number;
    readonly limits: readonly number[];
    readonly rounded: boolean;
    readonly months: readonly IntervalMonthFigures[];
  } | null;
  readonly traps: readonly {
    readonly id: string;
    readonly severity: "high" | "medium" | "low";
    readonly name: Text | null;
    readonly about: Text | null;
    readonly subject: string | null;
    readonly month: string | null;
    readonly message: string;
  }[];
}

interface Known {
  readonly metrics: ReadonlyMap<string, { readonly name: Text; readonly unit: string }>;
  readonly traps: ReadonlyMap<string, { readonly name: Text; readonly message: Text }>;
}

/** Everything that the reports of one response say, held against the tender's requirements. */
export function reportsPage(
  reports: Reports,
  sources: readonly ReportSource[],
  requirements: readonly TenderRequirement[],
  { metrics, traps }: Known,
  { zone, language }: { readonly zone: Zone; readonly language: Language },
): ReportsPage {
  const unitOf = (metric: string): string =>
    metric === recordingPreBuffer ? "s" : (metrics.get(metric)?.unit ?? "");
  const nameOf = (metric: string): Text | null =>
    metric === recordingPreBuffer ? recordingPreBufferName : (metrics.get(metric)?.name ?? null);
  const byKind = new Map(
    figuresOfReports(reports, { zone, unitOf }).map(({ kind, figures }) => [kind, figures]),
  );
  const asked = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  return {
    parts: sources.map((source) => ({
      ...source,
      figures: (byKind.get(source.kind) ?? []).map((figure) => shown(figure, nameOf(figure.metric))),
    })),
    requirements: holdReports(requirements, reports, zone).flatMap((held) => {
      const requirement = asked.get(held.requirement);
      return requirement?.measure ? [withLimit(held, requirement, requirement.measure)] : [];
    }),
    interval: shownInterval(reports, zone),
    traps: [
      ...trapsOfIntervals(reports, requirements, language, zone),
      ...trapsOfReports(reports, requirements).map((trap) => ({
        id: trap.id,
        severity: trap.severity,
        subject: trap.requirement,
        month: trap.requirement === null ? trap.period : null,
        message: reportTrapMessage(trap, language),
      })),
    ].map((trap) => {
      const known = traps.get(trap.id);
      return { ...trap, name: known?.name ?? null, about: known?.message ?? null };
    }),
  };
}

function shown(figure: ReportFigure, name: Text | null): ShownFigure {
  const { metric, variant, window, group, unit, numerator, denominator, beside } = figure;
  const value = valueOfFigure(figure);
  return {
    metric,
    name,
    variant,
    window,
    group,
    unit,
    numerator: printedFraction(numerator),
    denominator: printedFraction(denominator),
    value: value && printedFraction(value),
    beside: Object.entries(beside).map(([name, value]) => ({ name, value })),
  };
}

const withLimit = (
  held: HeldByReport,
  { id, title }: TenderRequirement,
  { unit, comparator, threshold, thresholdUpper }: Measure,
): HeldRequirement => ({
  ...held,
  requirement: { id, title },
  unit,
  comparator: comparator ?? "",
  threshold: threshold ?? "",
  thresholdUpper,
});

type Held = readonly TenderRequirement[];

function shownInterval({ interval_report: report }: Reports, zone: Zone): ReportsPage["interval"] {
  if (report === null) return null;
  const limits = new Set(
    report.intervals.flatMap(({ within }) => within.map(({ thresholdS }) => thresholdS)),
  );
  // Of two limits the longer is what a contract speaks of; the shorter tells short abandons.
  const thresholdS = Math.max(...limits, 0) || defaultDefinition.thresholdS;
  const { months } = measureIntervals(report, { ...defaultDefinition, thresholdS }, everything, zone);
  return {
    preset: report.preset,
    minutes: report.lengthS / 60,
    limits: [...limits].sort((a, b) => a - b),
    rounded: report.rounded.length > 0,
    months: months.filter(({ queue }) => queue === allQueues),
  };
}

function trapsOfIntervals(
  { interval_report: report }: Reports,
  requirements: Held,
  language: Language,
  zone: Zone,
) {
  if (report === null) return [];
  const asked = intervalValuesOf(requirements, report, zone).map(({ definition }) => definition);
  const { traps } = measureIntervals(report, { ...defaultDefinition, requirements: asked }, everything, zone);
  return traps.map((trap) => ({
    id: trap.id,
    severity: trap.severity,
    subject: trap.requirement === "default" ? null : trap.requirement,
    month: trap.month,
    message: trapMessage(trap, language),
  }));
}

const trapsOfReports = ({ deviations, single_values: values }: Reports, requirements: Held): ReportTrap[] => [
  ...normsMixedUp(requirements),
  ...(deviations === null ? [] : alarmsInTheNoise(deviations)),
  ...(values === null ? [] : recordingAfterThreat(values)),
];
