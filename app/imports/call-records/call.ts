import { type Disposition, dispositions } from "#app/domain/measurement/cell.ts";

/** Position of a disposition in `dispositions`: records carry the number, not the word. */
export const dispositionIndex = Object.fromEntries(
  dispositions.map((name, index) => [name, index]),
) as Readonly<Record<Disposition, number>>;

/**
 * One call as a reader hands it on; the same object is filled again for the next call. Times in microseconds since
 * 1970, durations in microseconds, flags 1 or 0; -1 is unknown or absent.
 */
export interface Call {
  file: number;
  line: number;
  queue: number;
  /** Hash of the call id, for finding candidates of duplicates. */
  idHash: number;
  arrival: number;
  queued: number;
  answered: number;
  ended: number;
  disposition: number;
  ring: number;
  ivr: number;
  talk: number;
  hold: number;
  wrap: number;
  transferred: number;
  resolved: number;
  complaint: number;
  /** Most decimals of its stamps, and of its stamps and durations together. */
  stampDecimals: number;
  decimals: number;
  /** End of an open call that a restart ended; -1 for the end of the data. */
  openUntil: number;
}

export function emptyCall(): Call {
  return {
    file: 0,
    line: 0,
    queue: 0,
    idHash: 0,
    arrival: 0,
    queued: -1,
    answered: -1,
    ended: -1,
    disposition: 0,
    ring: -1,
    ivr: -1,
    talk: -1,
    hold: -1,
    wrap: -1,
    transferred: -1,
    resolved: -1,
    complaint: -1,
    stampDecimals: 0,
    decimals: 0,
    openUntil: -1,
  };
}

/** What becomes of the calls: added into cells, or compared with each other. */
export interface CallSink {
  /** `idOf` gives the exact call id while the record is at hand. */
  add(call: Readonly<Call>, idOf: () => string): void;
}
