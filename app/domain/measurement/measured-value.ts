import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { definitionOfMeasure } from "#app/domain/measurement/catalogue-measure.ts";
import { defaultDefinition, type MeasuredRequirement } from "#app/domain/measurement/definition.ts";
import type { Month } from "#app/domain/measurement/months.ts";
import { periodOfMonths } from "#app/domain/measurement/period.ts";
import { holdMonths, type Verdict, type VerdictKind } from "#app/domain/measurement/verdict.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";

/** What call records say of one requirement over all months that they cover. */
export interface RequirementMeasurement {
  readonly requirement: string;
  readonly verdict: VerdictKind;
  /** Ratio of sums over all records, never a mean of months; null without a single countable call. */
  readonly value: string | null;
  readonly coverage: string | null;
  /** Each calendar month, then the period. */
  readonly windows: readonly Verdict[];
  readonly definition: MeasuredRequirement;
}

export interface Measurable {
  readonly id: string;
  readonly measure: Measure | null;
}

/** Holds the months of all queues together against every requirement that they can decide; the others are left out. */
export function measuredValuesOf(
  requirements: readonly Measurable[],
  months: readonly Month[],
  zone: Zone,
): RequirementMeasurement[] {
  const period = periodOfMonths(months, zone);
  const context = { zone, ringPeriodS: defaultDefinition.ringPeriodS };
  return requirements.flatMap(({ id, measure }) => {
    const definition = measure === null ? null : definitionOfMeasure(id, measure);
    if (definition === null) return [];
    const windows = holdMonths(definition, months, period, context);
    const pooled = holdMonths({ ...definition, aggregation: "pooled" }, months, period, context);
    const judged = windows.at(-1);
    return [
      {
        requirement: id,
        verdict: months.length === 0 ? ("no_data" as const) : (judged?.verdict ?? ("no_data" as const)),
        value: pooled.at(-1)?.value ?? null,
        coverage: judged?.coverage ?? null,
        windows,
        definition,
      },
    ];
  });
}
