import type { Fault } from "#app/domain/fault.ts";
import type { Clock } from "#app/domain/measurement/definition.ts";
import type {
  IntervalMeasurement,
  PrintedInterval,
} from "#app/domain/measurement/interval/measure-intervals.ts";
import type { HalfHourFigures, Measurement } from "#app/domain/measurement/measure.ts";
import type { Trap } from "#app/domain/measurement/traps/find-traps.ts";
import { trapMessage } from "#app/domain/measurement/traps/wording.ts";

/** What reading the files gave, apart from cells. */
export interface ReadingSummary<Warning extends ReadingWarning> {
  readonly format: string | null;
  readonly zone: string;
  readonly clock: Clock;
  readonly stampDecimals: number;
  readonly rows: number;
  readonly faultCount: number;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Warning[];
}

interface ReadingWarning {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  readonly count: number;
}

export interface DocumentWords<Warning> {
  readonly fault: (fault: Fault) => string;
  readonly warning: (warning: Warning) => string;
}

/** The measurement document: one JSON object. With faults only what was read has content. */
export function measurementDocument<Warning extends ReadingWarning>(
  reading: ReadingSummary<Warning>,
  measurement: Measurement | IntervalMeasurement | null,
  include: {
    readonly halfHours: readonly (HalfHourFigures | PrintedInterval)[] | null;
    readonly verdicts: boolean;
    /** How an interval report counts. */
    readonly report?: object;
  },
  words: DocumentWords<Warning>,
): object {
  return {
    format: reading.format,
    zone: reading.zone,
    clock: reading.clock,
    resolution_s: measurement === null ? null : resolutions[reading.stampDecimals],
    rows: reading.rows,
    rows_used: measurement?.rowsUsed ?? 0,
    fault_count: reading.faultCount,
    faults: reading.faults.map((fault) => ({
      code: fault.code,
      file: fault.place?.file ?? null,
      line: fault.place?.line ?? null,
      column: fault.place?.column ?? null,
      message: words.fault(fault),
    })),
    warnings: reading.warnings.map((warning) => ({ ...warning, message: words.warning(warning) })),
    ...(include.report === undefined ? {} : { report: include.report }),
    period: measurement?.period ?? null,
    coverage: measurement?.coverage ?? null,
    queues: measurement?.queues ?? [],
    months: measurement?.months ?? [],
    ...(include.halfHours === null ? {} : { half_hours: include.halfHours }),
    traps: (measurement?.traps ?? []).map(printedTrap),
    ...(include.verdicts ? { verdicts: measurement?.verdicts ?? [] } : {}),
  };
}

const resolutions: Readonly<Record<number, string>> = { 0: "1", 3: "0.001", 6: "0.000001" };

function printedTrap(trap: Trap): object {
  const { id, severity, requirement, month, queue, params, evidence } = trap;
  return { id, severity, requirement, month, queue, params, evidence, message: trapMessage(trap, "en") };
}
