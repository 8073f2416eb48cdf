import type { Language, Text } from "#app/domain/language.ts";
import { definitionOfMeasure } from "#app/domain/measurement/catalogue-measure.ts";
import type { Cell } from "#app/domain/measurement/cell.ts";
import {
  defaultDefinition,
  defaultRequirement,
  type MeasuredRequirement,
} from "#app/domain/measurement/definition.ts";
import { heatMap } from "#app/domain/measurement/heat-map.ts";
import { type KeyFigureUnit, keyFigureUnit } from "#app/domain/measurement/key-figures.ts";
import { type Measurement, type MonthFigures, measureFromCells } from "#app/domain/measurement/measure.ts";
import { allQueues } from "#app/domain/measurement/months.ts";
import { everything, type Period } from "#app/domain/measurement/period.ts";
import { trapMessage } from "#app/domain/measurement/traps/wording.ts";
import type { Verdict } from "#app/domain/measurement/verdict.ts";
import { dayOfIsoDate, daysOfMonth, type Zone } from "#app/domain/measurement/zone.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

export interface MeasurementQuery {
  /** `2026-09`; the last month with records when null or without records. */
  readonly month: string | null;
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
  /** All queues together, month by month. */
  readonly months: readonly MonthFigures[];
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

/** What holds of one import whichever month is looked at. */
export interface ImportFigures {
  readonly measurement: Pick<Measurement, "period" | "coverage" | "traps" | "verdicts">;
  /** All queues together, month by month. */
  readonly months: readonly MonthFigures[];
  readonly measured: readonly {
    readonly requirement: TenderRequirement;
    readonly definition: MeasuredRequirement;
  }[];
  readonly serviceLevel: MeasuredRequirement;
}

/** Everything that the stored half hours of one import say, held against the tender's requirements. */
export function figuresOfImport(
  cells: readonly Cell[],
  requirements: readonly TenderRequirement[],
  zone: Zone,
): ImportFigures {
  const measured = requirements.flatMap((requirement) => {
    const definition =
      requirement.measure === null ? null : definitionOfMeasure(requirement.id, requirement.measure);
    return definition === null ? [] : [{ requirement, definition }];
  });
  const definition = { ...defaultDefinition, requirements: measured.map((each) => each.definition) };
  const serviceLevel =
    definition.requirements.find(({ metric }) => metric === "service_level") ??
    defaultRequirement(definition);
  const { thresholdS, shortAbandonS } = serviceLevel;
  const { period, coverage, traps, verdicts, months } = measureFromCells(
    cells,
    { ...definition, thresholdS, shortAbandonS },
    everything,
    zone,
  );
  return {
    measurement: { period, coverage, traps, verdicts },
    months: months.filter(({ queue }) => queue === allQueues),
    measured,
    serviceLevel,
  };
}

/** The month that was asked for when it has records, else the last one that has; null when none has. */
export const shownMonth = ({ months }: ImportFigures, asked: string | null): MonthFigures | null =>
  months.find(({ month }) => month === asked) ?? months.at(-1) ?? null;

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

/** The page with one month in detail; `cells` are those of that month at least. */
export function measurementPage(
  source: CallSource,
  { measurement, months, measured, serviceLevel }: ImportFigures,
  month: MonthFigures | null,
  cells: readonly Cell[],
  trapNames: ReadonlyMap<string, { readonly name: Text }>,
  language: Language,
  zone: Zone,
): MeasurementPage {
  const of = { queue: allQueues, variant: serviceLevel.variant, limits: serviceLevel };
  return {
    source,
    period: measurement.period,
    coverage: measurement.coverage,
    months,
    month,
    serviceLevel,
    // Values only: with numerators and times the page would carry five times as much.
    heatMap: (month === null ? [] : heatMap(cells, of, periodOfMonth(month.month), zone)).map((day) => ({
      date: day.date,
      values: day.halfHours.map(({ value }) => value),
    })),
    verdicts: measured.map(({ requirement: { id, level, title }, definition: { metric } }) => ({
      requirement: { id, level, title, unit: keyFigureUnit(metric) },
      windows: measurement.verdicts.filter((verdict) => verdict.requirement === id),
    })),
    traps: measurement.traps.map((trap) => ({
      id: trap.id,
      severity: trap.severity,
      name: trapNames.get(trap.id)?.name ?? null,
      requirement: trap.requirement,
      month: trap.month,
      message: trapMessage(trap, language),
    })),
  };
}
