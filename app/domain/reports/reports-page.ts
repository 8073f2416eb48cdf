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
import type { VerdictKind } from "#app/domain/measurement/verdict.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { figuresOfReports, type ReportKind, type Reports } from "#app/domain/reports/figures-of-records.ts";
import { judgeFigures } from "#app/domain/reports/judge-figures.ts";
import { printedFraction, type ReportFigure, valueOfFigure } from "#app/domain/reports/report-figure.ts";
import {
  alarmsInTheNoise,
  normsMixedUp,
  type ReportTrap,
  recordingAfterThreat,
  reportTrapMessage,
} from "#app/domain/reports/report-traps.ts";
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
  readonly kind: ReportKind;
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

export interface HeldRequirement {
  readonly requirement: Pick<TenderRequirement, "id" | "title">;
  readonly metric: string;
  readonly verdict: VerdictKind;
  readonly value: string | null;
  readonly unit: string;
  readonly comparator: string;
  readonly threshold: string;
  readonly thresholdUpper: string | null;
  readonly windows: readonly {
    readonly window: string;
    readonly verdict: VerdictKind;
    readonly value: string | null;
  }[];
}

export interface ReportsPage {
  readonly sources: readonly ReportSource[];
  readonly requirements: readonly HeldRequirement[];
  readonly figures: readonly ShownFigure[];
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
    readonly subject: string | null;
    readonly month: string | null;
    readonly message: string;
  }[];
}

interface Known {
  readonly metrics: ReadonlyMap<string, { readonly name: Text; readonly unit: string }>;
  readonly traps: ReadonlyMap<string, { readonly name: Text }>;
}

/** Everything that the reports of one response say, held against the tender's requirements. */
export function reportsPage(
  reports: Reports,
  sources: readonly ReportSource[],
  requirements: readonly TenderRequirement[],
  { metrics, traps }: Known,
  { zone, language }: { readonly zone: Zone; readonly language: Language },
): ReportsPage {
  const byKind = figuresOfReports(reports, { zone, unitOf: (metric) => metrics.get(metric)?.unit ?? "" });
  const nameOf = (metric: string): Text | null => metrics.get(metric)?.name ?? null;
  const figures = byKind.flatMap(({ figures }) => figures);
  return {
    sources,
    requirements: [
      ...heldByIntervals(requirements, reports, zone),
      ...heldByFigures(requirements, figures, (metric) => metrics.get(metric)?.unit ?? ""),
    ],
    figures: byKind.flatMap(({ kind, figures }) =>
      figures.map((figure) => shown(kind, figure, nameOf(figure.metric))),
    ),
    interval: shownInterval(reports, zone),
    traps: [
      ...trapsOfIntervals(reports, requirements, language, zone),
      ...trapsOfReports(reports, requirements).map((trap) => ({
        id: trap.id,
        severity: trap.severity,
        subject: trap.requirement ?? trap.period,
        month: null,
        message: reportTrapMessage(trap, language),
      })),
    ].map((trap) => ({ ...trap, name: traps.get(trap.id)?.name ?? null })),
  };
}

function shown(kind: ReportKind, figure: ReportFigure, name: Text | null): ShownFigure {
  const { metric, variant, window, group, unit, numerator, denominator, beside } = figure;
  const value = valueOfFigure(figure);
  return {
    kind,
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

type Held = readonly TenderRequirement[];

function heldByIntervals(
  requirements: Held,
  { interval_report: report }: Reports,
  zone: Zone,
): HeldRequirement[] {
  if (report === null) return [];
  const values = new Map(
    intervalValuesOf(requirements, report, zone).map((each) => [each.requirement, each]),
  );
  return requirements.flatMap(({ id, title, measure }) => {
    const held = values.get(id);
    if (held === undefined || measure === null) return [];
    const windows = held.windows.filter(({ window }) => window !== "period");
    return [
      {
        ...promiseOf({ id, title }, measure, measure.unit),
        verdict: held.verdict,
        value: held.value,
        windows: windows.map(({ window, verdict, value }) => ({ window, verdict, value })),
      },
    ];
  });
}

function heldByFigures(
  requirements: Held,
  figures: readonly ReportFigure[],
  unitOf: (metric: string) => string,
): HeldRequirement[] {
  return requirements.flatMap(({ id, title, measure }) => {
    const held = measure === null ? null : judgeFigures(measure, figures);
    if (held === null || measure === null) return [];
    return [
      {
        ...promiseOf({ id, title }, measure, unitOf(measure.metric)),
        verdict: held.verdict,
        value: held.value && printedFraction(held.value),
        windows: held.windows.map(({ figure, verdict }) => {
          const value = valueOfFigure(figure);
          return { window: figure.window, verdict, value: value && printedFraction(value) };
        }),
      },
    ];
  });
}

const promiseOf = (
  requirement: HeldRequirement["requirement"],
  { metric, comparator, threshold, thresholdUpper }: NonNullable<TenderRequirement["measure"]>,
  unit: string,
) => ({
  requirement,
  metric,
  unit,
  comparator: comparator ?? "",
  threshold: threshold ?? "",
  thresholdUpper,
});

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
