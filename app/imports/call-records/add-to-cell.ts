import type { Clock } from "#app/domain/measurement/definition.ts";
import { binCount, binOfWait } from "#app/domain/measurement/histogram.ts";
import { type Call, dispositionIndex } from "#app/imports/call-records/call.ts";
import { place } from "#app/imports/call-records/cell-numbers.ts";
import { RowLog } from "#app/imports/call-records/row-log.ts";

const shortTalk = 3_000_000;

/** When the wait of a call begins, in microseconds since 1970. */
export const waitingSince = (call: Readonly<Call>, clock: Clock): number =>
  clock === "queue" && call.queued >= 0 ? call.queued : call.arrival;

/**
 * Adds a call to the row of its cell, in microseconds. Gives the bin of its wait as `RowLog` keeps it: of answered calls,
 * then of abandoned ones, then of those that timed out or overflowed.
 */
export function addToCell(page: Float64Array, row: number, call: Readonly<Call>, since: number): number {
  if (call.complaint >= 0) {
    increase(page, row + place.complaintsKnown, 1);
    increase(page, row + place.complaints, call.complaint);
  }
  if (call.ivr >= 0) {
    increase(page, row + place.ivrKnown, 1);
    increase(page, row + place.ivr, call.ivr);
  }
  switch (call.disposition) {
    case dispositionIndex.answered:
      return addAnswered(page, row, call, since);
    case dispositionIndex.abandoned: {
      const wait = call.ended - since;
      increase(page, row + place.abandoned, 1);
      increase(page, row + place.waitAbandoned, wait);
      raise(page, row + place.maxWaitAbandoned, wait);
      addQueue(page, row, call, call.ended);
      return binCount + binOfWait(wait);
    }
    case dispositionIndex.timeout:
    case dispositionIndex.overflow: {
      const wait = call.ended - since;
      const exit = call.disposition === dispositionIndex.timeout ? place.timeout : place.overflow;
      increase(page, row + exit, 1);
      increase(page, row + place.waitExited, wait);
      addQueue(page, row, call, call.ended);
      return 2 * binCount + binOfWait(wait);
    }
    case dispositionIndex.blocked:
      increase(page, row + place.blocked, 1);
      return RowLog.noWait;
    case dispositionIndex.closed:
      increase(page, row + place.closed, 1);
      return RowLog.noWait;
    default:
      increase(page, row + place.open, 1);
      return RowLog.noWait;
  }
}

function addAnswered(page: Float64Array, row: number, call: Readonly<Call>, since: number): number {
  const wait = call.answered - since;
  increase(page, row + place.answered, 1);
  increase(page, row + place.waitAnswered, wait);
  raise(page, row + place.maxWaitAnswered, wait);
  addQueue(page, row, call, call.answered);
  if (call.talk >= 0) {
    increase(page, row + place.talkKnown, 1);
    increase(page, row + place.talk, call.talk);
    if (call.talk <= shortTalk) increase(page, row + place.talkShort, 1);
  }
  if (call.hold >= 0) {
    increase(page, row + place.holdKnown, 1);
    increase(page, row + place.hold, call.hold);
    if (call.hold > 0) increase(page, row + place.held, 1);
  }
  if (call.wrap >= 0) {
    increase(page, row + place.wrapKnown, 1);
    increase(page, row + place.wrap, call.wrap);
    if (call.talk >= 0) {
      increase(page, row + place.handleKnown, 1);
      increase(page, row + place.handle, call.talk + Math.max(call.hold, 0) + call.wrap);
    }
  }
  if (call.ring >= 0) {
    increase(page, row + place.ringKnown, 1);
    increase(page, row + place.ring, call.ring);
  }
  if (call.transferred >= 0) {
    increase(page, row + place.transferredKnown, 1);
    increase(page, row + place.transferred, call.transferred);
  }
  if (call.resolved >= 0) {
    increase(page, row + place.resolvedKnown, 1);
    increase(page, row + place.resolved, call.resolved);
  }
  return binOfWait(wait);
}

function addQueue(page: Float64Array, row: number, call: Readonly<Call>, until: number): void {
  if (call.queued < 0) return;
  const time = until - call.queued;
  increase(page, row + place.queued, 1);
  if (time > 0) increase(page, row + place.queuedWaited, 1);
  increase(page, row + place.queueTime, time);
  increase(page, row + place.beforeQueue, call.queued - call.arrival);
}

function increase(page: Float64Array, at: number, by: number): void {
  page[at] = (page[at] as number) + by;
}

function raise(page: Float64Array, at: number, to: number): void {
  if (to > (page[at] as number)) page[at] = to;
}
