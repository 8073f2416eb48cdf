import type { Definition } from "#app/domain/measurement/definition.ts";
import { measurementDocument } from "#app/domain/measurement/document.ts";
import { measureIntervals, printedIntervals } from "#app/domain/measurement/interval/measure-intervals.ts";
import type { Selection } from "#app/domain/measurement/period.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import type { RecordFile } from "#app/imports/call-records/read-call-records.ts";
import { readIntervalReport } from "#app/imports/interval/read-interval-report.ts";
import { intervalFaultMessage, intervalWarningMessage } from "#app/imports/interval/wording.ts";

/** The measurement document of an interval report, with how the report itself counts. */
export async function intervalDocument(
  files: readonly RecordFile[],
  asked: {
    readonly zone: Zone;
    readonly zoneDeclared: boolean;
    readonly definition: Definition;
    readonly definitionGiven: boolean;
    readonly selection: Selection;
    /** Whether every interval is printed, too. */
    readonly halfHours: boolean;
    /** Seconds that the report counts by, where it does not say so. */
    readonly serviceLimitS: number | null;
    /** The project folder. */
    readonly root: string;
  },
): Promise<{ readonly document: object; readonly refused: boolean }> {
  const { zone, zoneDeclared, definition, selection } = asked;
  const options = { zone, zoneDeclared, thresholdS: asked.serviceLimitS, root: asked.root };
  const reading = await readIntervalReport(files, options);
  const { report } = reading;
  const measurement = report === null ? null : measureIntervals(report, definition, selection, zone);
  const summary = {
    ...reading,
    format: "interval",
    zone: zone.name,
    clock: definition.clock,
    stampDecimals: 0,
  };
  const how = {
    preset: report?.preset ?? null,
    interval_s: report?.lengthS ?? null,
    attribution: report?.attribution ?? null,
    thresholds_s: limitsOf(report?.intervals ?? []),
    rounded: report?.rounded ?? [],
  };
  const halfHours =
    asked.halfHours && report !== null ? printedIntervals(report, definition, selection, zone) : null;
  const include = { halfHours, verdicts: asked.definitionGiven, report: how };
  const words = { fault: intervalFaultMessage, warning: intervalWarningMessage };
  return { document: measurementDocument(summary, measurement, include, words), refused: report === null };
}

const limitsOf = (
  intervals: readonly { readonly within: readonly { readonly thresholdS: number }[] }[],
): number[] =>
  [...new Set(intervals.flatMap(({ within }) => within.map(({ thresholdS }) => thresholdS)))].sort(
    (a, b) => a - b,
  );
