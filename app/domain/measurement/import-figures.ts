import { definitionOfMeasure } from "#app/domain/measurement/catalogue-measure.ts";
import {
  type Clock,
  type Definition,
  defaultDefinition,
  defaultRequirement,
  isMonthlyServiceLevel,
  type MeasuredRequirement,
} from "#app/domain/measurement/definition.ts";
import { coverageOf, type Measurement, printedPeriod } from "#app/domain/measurement/measure.ts";
import type { Month } from "#app/domain/measurement/months.ts";
import { periodOfMonths } from "#app/domain/measurement/period.ts";
import { findTraps } from "#app/domain/measurement/traps/find-traps.ts";
import { holdMonths } from "#app/domain/measurement/verdict.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** What holds of all records of an import, whichever queue and month is looked at. */
export interface ImportFigures extends Pick<Measurement, "period" | "coverage" | "traps" | "verdicts"> {
  readonly measured: readonly {
    readonly requirement: TenderRequirement;
    readonly definition: MeasuredRequirement;
  }[];
  /** What months are measured by: the limits of the tender's own service level. */
  readonly definition: Definition;
  /** The tender's own service level, else 90 % in 20 s. */
  readonly serviceLevel: MeasuredRequirement;
}

/** Holds the months of all queues together (`*`) against the tender's requirements, and looks for traps in them. */
export function figuresOfImport(
  months: readonly Month[],
  requirements: readonly TenderRequirement[],
  { zone, clock }: { readonly zone: Zone; readonly clock: Clock },
): ImportFigures {
  const measured = requirements.flatMap((requirement) => {
    const definition =
      requirement.measure === null ? null : definitionOfMeasure(requirement.id, requirement.measure);
    return definition === null ? [] : [{ requirement, definition }];
  });
  const asked: Definition = {
    ...defaultDefinition,
    clock,
    requirements: measured.map((each) => each.definition),
  };
  const serviceLevel = asked.requirements.find(isMonthlyServiceLevel) ?? defaultRequirement(asked);
  const { thresholdS, shortAbandonS } = serviceLevel;
  const definition = { ...asked, thresholdS, shortAbandonS };
  const cells = months.flatMap(({ halfHours }) => halfHours);
  const period = periodOfMonths(months, zone);
  const context = { zone, ringPeriodS: definition.ringPeriodS };
  return {
    period: period === null ? null : printedPeriod(period, zone),
    coverage: period === null ? null : coverageOf(cells, period, zone),
    traps: findTraps(() => months, definition, zone),
    verdicts: definition.requirements.flatMap((requirement) =>
      holdMonths(requirement, months, period, context),
    ),
    measured,
    definition,
    serviceLevel,
  };
}
