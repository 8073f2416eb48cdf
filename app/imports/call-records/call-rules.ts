import { type Call, dispositionIndex } from "#app/imports/call-records/call.ts";
import type { Column } from "#app/imports/call-records/columns.ts";

export interface BrokenRule {
  readonly code: string;
  readonly column: Column;
  /** The column whose stamp comes too late, for `time_order`. */
  readonly than?: Column;
}

const microsPerSecond = 1_000_000;
const longestCall = 24 * 3600 * microsPerSecond;
const tolerance = microsPerSecond;
const { answered, abandoned, timeout, overflow, open } = dispositionIndex;

/** The first rule that a record with faultless cells breaks, or null. */
export function firstBrokenRule(call: Readonly<Call>): BrokenRule | null {
  return brokenDisposition(call) ?? brokenOrder(call) ?? brokenDuration(call) ?? brokenFlag(call);
}

function brokenDisposition(call: Readonly<Call>): BrokenRule | null {
  const code = "disposition_contradiction";
  if (call.disposition === answered) {
    return call.answered < 0 ? { code, column: "answered_at" } : null;
  }
  if (call.answered >= 0) return { code, column: "disposition" };
  if (call.disposition === abandoned || call.disposition === timeout || call.disposition === overflow) {
    return call.ended < 0 ? { code: "value_missing", column: "ended_at" } : null;
  }
  return call.disposition === open && call.ended >= 0 ? { code, column: "ended_at" } : null;
}

function brokenOrder(call: Readonly<Call>): BrokenRule | null {
  let last = call.arrival;
  let lastColumn: Column = "arrival_at";
  if (call.queued >= 0) {
    if (call.queued < last) return { code: "time_order", column: "queued_at", than: lastColumn };
    // Without the column a call is queued on arrival: then there is no other stamp to name.
    if (call.queued > last) lastColumn = "queued_at";
    last = call.queued;
  }
  if (call.answered >= 0) {
    if (call.answered < last) return { code: "time_order", column: "answered_at", than: lastColumn };
    last = call.answered;
    lastColumn = "answered_at";
  }
  if (call.ended >= 0) {
    if (call.ended < last) return { code: "time_order", column: "ended_at", than: lastColumn };
    last = call.ended;
    lastColumn = "ended_at";
  }
  return last - call.arrival > longestCall ? { code: "time_span", column: lastColumn } : null;
}

function brokenDuration(call: Readonly<Call>): BrokenRule | null {
  const code = "duration_contradiction";
  if (call.disposition !== answered) {
    if (call.talk > 0) return { code, column: "talk_s" };
    if (call.hold > 0) return { code, column: "hold_s" };
    return call.wrap > 0 ? { code, column: "wrap_s" } : null;
  }
  if (call.ended < 0) return null;
  const span = call.ended - call.answered + tolerance;
  if (call.hold > span) return { code, column: "hold_s" };
  return call.talk >= 0 && Math.max(call.hold, 0) + call.talk > span ? { code, column: "talk_s" } : null;
}

function brokenFlag(call: Readonly<Call>): BrokenRule | null {
  if (call.disposition === answered) return null;
  if (call.transferred === 1) return { code: "flag_contradiction", column: "transferred" };
  return call.resolved === 1 ? { code: "flag_contradiction", column: "resolved_first_contact" } : null;
}
