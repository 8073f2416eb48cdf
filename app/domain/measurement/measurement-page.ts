import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Aggregation } from "#app/domain/catalogue/requirement.ts";
import type { Language, Text } from "#app/domain/language.ts";
import {
  type Breakdown,
  breakDown,
  breakdowns,
  type FigureOfPart,
  type Part,
  partsOfMonth,
  spreadOf,
} from "#app/domain/measurement/breakdown.ts";
import { unappliedExclusions } from "#app/domain/measurement/catalogue-measure.ts";
import type { Cell, Totals } from "#app/domain/measurement/cell.ts";
import { type MeasuredRequirement, usualRequirement } from "#app/domain/measurement/definition.ts";
import { type HeatMapDay, heatMap } from "#app/domain/measurement/heat-map.ts";
import type { ImportFigures } from "#app/domain/measurement/import-figures.ts";
import {
  type KeyFigureId,
  type KeyFigureUnit,
  keyFigureIds,
  keyFigureUnit,
  printedValue,
} from "#app/domain/measurement/key-figures.ts";
import {
  coverageOf,
  type Measurement,
  type MonthFigures,
  monthFigures,
  ruleOf,
} from "#app/domain/measurement/measure.ts";
import { compareCodePoints, type Month, monthsFromSums } from "#app/domain/measurement/months.ts";
import type { Period } from "#app/domain/measurement/period.ts";
import { percentOf, serviceLevel } from "#app/domain/measurement/service-level.ts";
import type { Surges } from "#app/domain/measurement/surge.ts";
import { trapMessage } from "#app/domain/measurement/traps/wording.ts";
import type { Verdict } from "#app/domain/measurement/verdict.ts";
import { type WaitClass, waitDistribution } from "#app/domain/measurement/wait-distribution.ts";
import { dayOfIsoDate, daysOfMonth, type Zone } from "#app/domain/measurement/zone.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** What is asked for in the address; what is unknown or null gives the usual. */
export interface MeasurementQuery {
  /** `2026-09`; else the last month with records. */
  readonly month: string | null;
  /** A queue; else all together. */
  readonly queue: string | null;
  /** The key figure that is broken down; else the service level. */
  readonly figure: string | null;
  /** By what; else by hour of the day. */
  readonly by: string | null;
  readonly language: Language;
}

/** Where the cells come from. */
export interface CallSource {
  readonly importId: string;
  readonly format: string;
  readonly zone: string;
  readonly clock: string;
  readonly rows: number;
  readonly finishedUs: number;
}

/** A requirement with its verdicts, as many as are worth reading. */
export interface HeldRequirement {
  readonly requirement: Pick<TenderRequirement, "id" | "level" | "title"> & {
    /** Of the value and the threshold. */
    readonly unit: KeyFigureUnit;
    readonly aggregation: Aggregation;
    readonly k: number | null;
    readonly evidence: "census" | "sample";
    /** One-sided, of a sample. */
    readonly confidence: string;
    /** What the requirement leaves out and the records cannot. */
    readonly unapplied: readonly Text[];
  };
  readonly windows: readonly Verdict[];
  /** Windows that are not shown: those that are verified first. */
  readonly hidden: number;
}

/** What the page about one response's call records shows. */
export interface MeasurementPage {
  readonly source: CallSource;
  readonly period: Measurement["period"];
  readonly coverage: Measurement["coverage"];
  /** The queues that can be asked for, by name. */
  readonly queues: readonly string[];
  /** The queue that is shown; `*` for all together. */
  readonly queue: string;
  /** Its service level month by month, in per cent. */
  readonly months: readonly { readonly month: string; readonly value: string | null }[];
  readonly month: MonthFigures | null;
  /** Of the month that is shown. */
  readonly monthCoverage: Measurement["coverage"];
  /** Highest minus lowest of the eight service levels, in percentage points. */
  readonly spread: string | null;
  /** The service level that the heat map and the bars are held against: the tender's own, else 90 % in 20 s. */
  readonly serviceLevel: MeasuredRequirement;
  readonly breakdown: {
    readonly figure: KeyFigureId;
    readonly unit: KeyFigureUnit;
    readonly by: Breakdown;
    readonly parts: readonly FigureOfPart[];
  };
  readonly waits: readonly WaitClass[];
  /** Of the month that is shown. */
  readonly surges: Surges;
  readonly heatMap: readonly HeatMapDay[];
  readonly verdicts: readonly HeldRequirement[];
  readonly traps: readonly {
    readonly id: string;
    readonly severity: "high" | "medium" | "low";
    readonly name: Text | null;
    /** What the trap is, for whom it is new. */
    readonly about: Text | null;
    /** The requirement by whose limits it is judged; null for the usual ones. */
    readonly subject: string | null;
    readonly month: string | null;
    readonly message: string;
  }[];
}

/** What is read of the queue that is shown. */
export interface ShownQueue {
  readonly queue: string;
  readonly sums: ReadonlyMap<string, Readonly<Totals>>;
  /** The month in detail. */
  readonly month: string | null;
  /** Its half hours; those of days around it do no harm. */
  readonly cells: readonly Cell[];
  /** The parts of a breakdown by month or queue, which takes more than this month. */
  readonly parts: readonly Part[];
  /** Held against the weeks before the month. */
  readonly surges: Surges;
}

export const askedFigure = ({ figure }: MeasurementQuery): KeyFigureId =>
  keyFigureIds.find((each) => each === figure) ?? "service_level";

export const askedBreakdown = ({ by }: MeasurementQuery): Breakdown =>
  breakdowns.find((each) => each === by) ?? "hour";

/** The month that was asked for when it has records, else the last one that has; null when none has. */
export function shownMonth(sums: ReadonlyMap<string, unknown>, asked: string | null): string | null {
  if (asked !== null && sums.has(asked)) return asked;
  return [...sums.keys()].sort(compareCodePoints).at(-1) ?? null;
}

/** The local days of a month, `2026-09`. */
export function periodOfMonth(month: string): Period {
  const days = daysOfMonth(month);
  const first = days[0] ?? dayOfIsoDate(`${month}-01`) ?? 0;
  return { fromDay: first, toDay: first + days.length };
}

/** The UTC days that hold the half hours of a local month: in any zone it begins and ends within a day of the UTC one. */
export function utcDaysOfMonth(month: string): Period {
  const { fromDay, toDay } = periodOfMonth(month);
  return { fromDay: fromDay - 1, toDay: toDay + 1 };
}

/** The page of one queue with one month in detail; requirements and traps are those of all queues together. */
export function measurementPage(
  source: CallSource,
  figures: ImportFigures,
  queues: readonly string[],
  shown: ShownQueue,
  names: Pick<Catalogue, "traps" | "exclusions">,
  query: MeasurementQuery,
  zone: Zone,
): MeasurementPage {
  const { queue, sums } = shown;
  const limits = figures.serviceLevel;
  const month = monthOf(shown, zone);
  const printed = month === null ? null : monthFigures(month, figures.definition);
  const period = month === null ? null : periodOfMonth(month.month);
  return {
    source,
    period: figures.period,
    coverage: figures.coverage,
    queues: queues.toSorted(compareCodePoints),
    queue,
    months: [...sums].map(([key, totals]) => ({
      month: key,
      value: printedValue(percentOf(serviceLevel(limits.variant, totals, limits))),
    })),
    month: printed,
    monthCoverage: month && period ? coverageOf(month.halfHours, period, zone) : null,
    spread: printed === null ? null : spreadOf(Object.values(printed.service_level.variants)),
    serviceLevel: limits,
    breakdown: breakdownOf(month, shown.parts, figures, query, zone),
    waits: month === null ? [] : waitDistribution(month.totals, limits.thresholdS),
    surges: shown.surges,
    heatMap:
      month && period ? heatMap(month.halfHours, { variant: limits.variant, limits }, period, zone) : [],
    verdicts: figures.measured.map((held) => heldRequirement(held, figures.verdicts, names)),
    traps: figures.traps.map((trap) => ({
      id: trap.id,
      severity: trap.severity,
      name: names.traps.get(trap.id)?.name ?? null,
      about: names.traps.get(trap.id)?.message ?? null,
      subject: trap.requirement === usualRequirement ? null : trap.requirement,
      month: trap.month,
      message: trapMessage(trap, query.language),
    })),
  };
}

function monthOf({ queue, sums, month: shown, cells }: ShownQueue, zone: Zone): Month | null {
  const around = shown === null ? [] : monthsFromSums(queue, cells, sums, zone);
  return around.find(({ month }) => month === shown) ?? null;
}

function breakdownOf(
  month: Month | null,
  parts: readonly Part[],
  { definition, serviceLevel: { variant } }: ImportFigures,
  query: MeasurementQuery,
  zone: Zone,
): MeasurementPage["breakdown"] {
  const figure = askedFigure(query);
  const by = askedBreakdown(query);
  const rule = { ...ruleOf(definition), variant };
  const broken =
    by === "month" || by === "queue" || month === null
      ? parts
      : partsOfMonth(by, month.month, month.halfHours, zone);
  return { figure, unit: keyFigureUnit(figure), by, parts: breakDown(figure, by, broken, rule) };
}

/** Besides the period, as many windows are shown one by one. */
const mostWindows = 14;

function heldRequirement(
  { requirement, definition }: ImportFigures["measured"][number],
  verdicts: readonly Verdict[],
  { exclusions }: Pick<Catalogue, "exclusions">,
): HeldRequirement {
  const { id, level, title, measure } = requirement;
  const { metric, aggregation, k, evidence, confidence } = definition;
  const own = verdicts.filter((verdict) => verdict.requirement === id);
  const period = own.slice(-1);
  const windows = own.slice(0, -1);
  // Of very many, those that are not verified say most.
  const telling =
    windows.length > mostWindows ? windows.filter(({ verdict }) => verdict !== "verified") : windows;
  const some = telling.slice(0, mostWindows);
  return {
    requirement: {
      id,
      level,
      title,
      unit: keyFigureUnit(metric),
      aggregation,
      k,
      evidence,
      confidence,
      unapplied: (measure === null ? [] : unappliedExclusions(measure)).flatMap(
        (exclusion) => exclusions.get(exclusion)?.name ?? [],
      ),
    },
    // The period says nothing more when it is a single window.
    windows: windows.length === 1 ? windows : [...some, ...period],
    hidden: windows.length - some.length,
  };
}
