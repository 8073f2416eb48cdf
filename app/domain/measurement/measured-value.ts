import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { definitionOfMeasure } from "#app/domain/measurement/catalogue-measure.ts";
import type { Cell } from "#app/domain/measurement/cell.ts";
import { defaultDefinition, type MeasuredRequirement } from "#app/domain/measurement/definition.ts";
import { everything, selectCells } from "#app/domain/measurement/period.ts";
import { holdRequirement, type Verdict, type VerdictKind } from "#app/domain/measurement/verdict.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";

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

interface Measurable {
  readonly id: string;
  readonly measure: Measure | null;
}

/** Holds call records against every requirement that they can decide; the others are left out. */
export function measuredValuesOf(
  requirements: readonly Measurable[],
  cells: readonly Cell[],
  zoneName: string,
): RequirementMeasurement[] {
  const zone = loadZone(zoneName);
  if (zone === null) throw new RangeError(`unknown zone ${zoneName} in a stored import`);
  const { period } = selectCells(cells, everything, zone);
  const context = { zone, ringPeriodS: defaultDefinition.ringPeriodS };
  return requirements.flatMap(({ id, measure }) => {
    const definition = measure === null ? null : definitionOfMeasure(id, measure);
    if (definition === null) return [];
    const windows = holdRequirement(definition, cells, period, context);
    const pooled = holdRequirement({ ...definition, aggregation: "pooled" }, cells, period, context);
    const judged = windows.at(-1);
    return [
      {
        requirement: id,
        verdict: cells.length === 0 ? ("no_data" as const) : (judged?.verdict ?? ("no_data" as const)),
        value: pooled.at(-1)?.value ?? null,
        coverage: judged?.coverage ?? null,
        windows,
        definition,
      },
    ];
  });
}
