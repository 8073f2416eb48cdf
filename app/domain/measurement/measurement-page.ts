import type { Language, Text } from "#app/domain/language.ts";
import type { Cell, Totals } from "#app/domain/measurement/cell.ts";
import type { MeasuredRequirement } from "#app/domain/measurement/definition.ts";
import { heatMap } from "#app/domain/measurement/heat-map.ts";
import type { ImportFigures } from "#app/domain/measurement/import-figures.ts";
import { type KeyFigureUnit, keyFigureUnit, printedValue } from "#app/domain/measurement/key-figures.ts";
import { type Measurement, type MonthFigures, monthFigures } from "#app/domain/measurement/measure.ts";
import { compareCodePoints, type Month, monthsFromSums } from "#app/domain/measurement/months.ts";
import type { Period } from "#app/domain/measurement/period.ts";
import { percentOf, serviceLevel } from "#app/domain/measurement/service-level.ts";
import { trapMessage } from "#app/domain/measurement/traps/wording.ts";
import type { Verdict } from "#app/domain/measurement/verdict.ts";
import { dayOfIsoDate, daysOfMonth, type Zone } from "#app/domain/measurement/zone.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

export interface MeasurementQuery {
  /** `2026-09`; the last month with records when null or without records. */
  readonly month: string | null;
  /** A queue; all together when null or unknown. */
  readonly queue: string | null;
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
  /** The service level that the heat map and the bars are held against: the tender's own, else 90 % in 20 s. */
  readonly serviceLevel: MeasuredRequirement;
  /** Each local day with its half hours in order, in per cent; null where there was no call to count. */
  readonly heatMap: readonly { readonly date: string; readonly values: readonly (string | null)[] }[];
  readonly verdicts: readonly {
    readonly requirement: Pick<TenderRequirement, "id" | "level" | "title"> & {
      /** Of the value and the threshold. */
      readonly unit: KeyFigureUnit;
    };
    /** Each calendar month, then the period. */
    readonly windows: readonly Verdict[];
  }[];
  readonly traps: readonly {
    readonly id: string;
    readonly severity: "high" | "medium" | "low";
    readonly name: Text | null;
    readonly requirement: string;
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
}

/** The month that was asked for when it has records, else the last one that has; null when none has. */
export function shownMonth(sums: ReadonlyMap<string, unknown>, asked: string | null): string | null {
  if (asked !== null && sums.has(asked)) return asked;
  return [...sums.keys()].sort(compareCodePoints).at(-1) ?? null;
}

/** The local days of a month, `2026-09`. */
function periodOfMonth(month: string): Period {
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
  { queue, sums, month: shown, cells }: ShownQueue,
  trapNames: ReadonlyMap<string, { readonly name: Text }>,
  language: Language,
  zone: Zone,
): MeasurementPage {
  const limits = figures.serviceLevel;
  const month = monthOf(queue, sums, shown, cells, zone);
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
    month: month === null ? null : monthFigures(month, figures.definition),
    serviceLevel: limits,
    // Values only: with numerators and times the page would carry five times as much.
    heatMap: (month === null
      ? []
      : heatMap(cells, { queue, variant: limits.variant, limits }, periodOfMonth(month.month), zone)
    ).map((day) => ({ date: day.date, values: day.halfHours.map(({ value }) => value) })),
    verdicts: figures.measured.map(({ requirement: { id, level, title }, definition: { metric } }) => ({
      requirement: { id, level, title, unit: keyFigureUnit(metric) },
      windows: figures.verdicts.filter((verdict) => verdict.requirement === id),
    })),
    traps: figures.traps.map((trap) => ({
      id: trap.id,
      severity: trap.severity,
      name: trapNames.get(trap.id)?.name ?? null,
      requirement: trap.requirement,
      month: trap.month,
      message: trapMessage(trap, language),
    })),
  };
}

function monthOf(
  queue: string,
  sums: ReadonlyMap<string, Readonly<Totals>>,
  shown: string | null,
  cells: readonly Cell[],
  zone: Zone,
): Month | null {
  const around = shown === null ? [] : monthsFromSums(queue, cells, sums, zone);
  return around.find(({ month }) => month === shown) ?? null;
}
