import { definitionOfMeasure } from "#app/domain/measurement/catalogue-measure.ts";
import { halfHourSeconds } from "#app/domain/measurement/cell.ts";
import { defaultDefinition } from "#app/domain/measurement/definition.ts";
import type { IntervalReport } from "#app/domain/measurement/interval/interval.ts";
import { cellsForFigure, isToldByIntervals } from "#app/domain/measurement/interval/interval-cells.ts";
import type { Measurable, RequirementMeasurement } from "#app/domain/measurement/measured-value.ts";
import type { Period } from "#app/domain/measurement/period.ts";
import { holdRequirement } from "#app/domain/measurement/verdict.ts";
import { localDay, type Zone } from "#app/domain/measurement/zone.ts";

/**
 * Holds an interval report against every requirement that such figures can decide. A service level is decided only by
 * a report that counts by the very seconds of the requirement: for any other there is no data.
 */
export function intervalValuesOf(
  requirements: readonly Measurable[],
  { intervals, lengthS }: IntervalReport,
  zone: Zone,
): RequirementMeasurement[] {
  const context = { zone, ringPeriodS: defaultDefinition.ringPeriodS };
  const days = intervals.map(({ start }) => localDay(zone, start));
  const fromDay = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const toDay = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) + 1;
  const period: Period | null = days.length === 0 ? null : { fromDay, toDay };
  return requirements.flatMap(({ id, measure }) => {
    const definition = measure === null ? null : definitionOfMeasure(id, measure);
    if (definition === null || !isToldByIntervals(definition.metric)) return [];
    const { metric, variant, window } = definition;
    const ofHalfHours = metric === "interval_sl_share" || window === "half_hour";
    const tooCoarse = ofHalfHours && lengthS > halfHourSeconds;
    const cells = tooCoarse ? [] : cellsForFigure(metric, intervals, variant, definition);
    const windows = holdRequirement(definition, cells, period, context);
    const pooled = holdRequirement({ ...definition, aggregation: "pooled" }, cells, period, context);
    const judged = windows.at(-1);
    const verdict = cells.length === 0 ? "no_data" : (judged?.verdict ?? "no_data");
    const value = cells.length === 0 ? null : (pooled.at(-1)?.value ?? null);
    return [{ requirement: id, verdict, value, coverage: judged?.coverage ?? null, windows, definition }];
  });
}
