import type { Zone } from "#app/domain/measurement/zone.ts";
import type { CallSink } from "#app/imports/call-records/call.ts";
import type { FaultLog, WarningLog } from "#app/imports/call-records/fault-log.ts";
import type { QueueNames } from "#app/imports/call-records/queue-names.ts";

/** What the readers of all files of one import share. */
export interface Run {
  readonly zone: Zone;
  readonly zoneDeclared: boolean;
  readonly queues: QueueNames;
  readonly faults: FaultLog;
  readonly warnings: WarningLog;
  readonly sink: CallSink;
  /** For what does not fit in memory. */
  readonly temporaryFolder: string;
  /** Records read, faulty ones included. */
  rows: number;
}

/** Ends the reading: more records than one import may have. */
export class RowLimitReached extends Error {}

const mostRows = 20_000_000;

/** Counts a record; throws `RowLimitReached` when there are too many. */
export function countRow(run: Run, file: number, line: number): void {
  run.rows += 1;
  if (run.rows <= mostRows) return;
  run.faults.add({ code: "row_limit", file, line, position: -1, column: null, params: { limit: mostRows } });
  throw new RowLimitReached();
}
