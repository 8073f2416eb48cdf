import { halfHourSeconds } from "#app/domain/measurement/cell.ts";
import type { Call, CallSink } from "#app/imports/call-records/call.ts";
import type { RepeatedHashes } from "#app/imports/call-records/closed-hashes.ts";
import type { FaultLog } from "#app/imports/call-records/fault-log.ts";
import { hashWithTime } from "#app/imports/call-records/hash.ts";

const microsPerHalfHour = halfHourSeconds * 1_000_000;
/** Bounds the exact keys that one further reading holds in memory. */
const hashesPerReading = 250_000;

/** One finder per reading that is needed; none when no two records of a cell share a hash. */
export function* duplicateFinders(
  candidates: readonly RepeatedHashes[],
  faults: FaultLog,
): Generator<DuplicateFinder> {
  let hashes = new Set<string>();
  for (const { queue, halfHour, hashes: repeated } of candidates) {
    for (const hash of repeated) hashes.add(`${queue}:${halfHour}:${hash}`);
    if (hashes.size >= hashesPerReading) {
      yield new DuplicateFinder(hashes, faults);
      hashes = new Set();
    }
  }
  if (hashes.size > 0) yield new DuplicateFinder(hashes, faults);
}

interface Place {
  readonly file: number;
  readonly line: number;
}

/**
 * Compares the candidates by call id, queue and arrival; the later record of an equal pair is the fault. Calls of a log
 * come as they end, and so not always as they stand in the files.
 */
class DuplicateFinder implements CallSink {
  readonly #hashes: ReadonlySet<string>;
  readonly #faults: FaultLog;
  readonly #first = new Map<string, Place>();

  constructor(hashes: ReadonlySet<string>, faults: FaultLog) {
    this.#hashes = hashes;
    this.#faults = faults;
  }

  add(call: Readonly<Call>, idOf: () => string): void {
    const hash = hashWithTime(call.idHash, call.arrival);
    const halfHour = Math.floor(call.arrival / microsPerHalfHour);
    if (!this.#hashes.has(`${call.queue}:${halfHour}:${hash}`)) return;
    const key = `${call.queue}:${call.arrival}:${idOf()}`;
    const place: Place = { file: call.file, line: call.line };
    const first = this.#first.get(key);
    if (first === undefined || isBefore(place, first)) this.#first.set(key, place);
    if (first === undefined) return;
    const { file, line } = isBefore(place, first) ? first : place;
    this.#faults.add({ code: "call_duplicate", file, line, position: 0, column: "call_id", params: {} });
  }
}

const isBefore = (a: Place, b: Place): boolean => a.file < b.file || (a.file === b.file && a.line < b.line);
