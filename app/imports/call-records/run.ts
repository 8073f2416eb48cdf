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

/** Ends the reading: more than one import may have. */
export class LimitReached extends Error {}

const mostRows = 20_000_000;
/** Far more than a switchboard has: with more, something else was taken for the queue. */
const mostQueues = 2000;

/** Counts a record; throws `LimitReached` when there are too many. */
export function countRow(run: Run, file: number, line: number): void {
  run.rows += 1;
  if (run.rows > mostRows) endReading(run, "row_limit", { file, line, column: null, limit: mostRows });
}

/** The number of the queue of a record, as it is; throws `LimitReached` when there are too many queues. */
export function withinQueues(run: Run, queue: number, file: number, line: number): number {
  if (queue >= mostQueues) endReading(run, "queue_limit", { file, line, column: "queue", limit: mostQueues });
  return queue;
}

function endReading(
  run: Run,
  code: string,
  { file, line, column, limit }: { file: number; line: number; column: string | null; limit: number },
): never {
  run.faults.add({ code, file, line, position: -1, column, params: { limit } });
  throw new LimitReached();
}
