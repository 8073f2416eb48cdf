import { type Decimals, emptyTotals, type Totals } from "#app/domain/measurement/cell.ts";
import { type Histogram, packHistogram } from "#app/domain/measurement/histogram.ts";

/** A record as the slow reader took it: instants and durations in microseconds, null for unknown. */
export interface ReferenceCall {
  readonly id: string;
  readonly queue: string;
  readonly arrival: number;
  readonly queued: number | null;
  readonly answered: number | null;
  readonly ended: number | null;
  readonly disposition: string;
  readonly seconds: Readonly<Record<string, number | null>>;
  readonly flags: Readonly<Record<string, number | null>>;
  readonly stampDecimals: number;
  readonly decimals: number;
}

/** The cells of all calls, each figure by itself, by `queue|half hour`. */
export function cellsOfCalls(
  calls: readonly ReferenceCall[],
  clock: "arrival" | "queue",
): Map<string, Totals> {
  const dataEnd = Math.max(
    ...calls.map((call) => Math.max(call.arrival, call.queued ?? 0, call.answered ?? 0, call.ended ?? 0)),
  );
  const groups = Map.groupBy(calls, (call) => `${call.queue}|${Math.floor(call.arrival / 1800e6)}`);
  return new Map([...groups].map(([key, group]) => [key, totalsOf(group, clock, dataEnd)]));
}

function totalsOf(calls: readonly ReferenceCall[], clock: "arrival" | "queue", dataEnd: number): Totals {
  const start = (call: ReferenceCall): number =>
    clock === "queue" ? (call.queued ?? call.arrival) : call.arrival;
  const of = (...outcomes: string[]): ReferenceCall[] =>
    calls.filter((call) => outcomes.includes(call.disposition));
  const until = (call: ReferenceCall): number => call.answered ?? call.ended ?? dataEnd;
  const wait = (call: ReferenceCall): number => until(call) - start(call);
  const sum = (values: readonly number[]): number =>
    Number(values.reduce((total, each) => total + BigInt(each), 0n));
  const known = (values: readonly (number | null | undefined)[]): number[] =>
    values.filter((each) => each !== null && each !== undefined);
  const answered = of("answered");
  const abandoned = of("abandoned");
  const exited = of("timeout", "overflow");
  const open = of("open");
  const queued = [...answered, ...abandoned, ...exited].filter((call) => call.queued !== null);
  const inQueue = queued.map((call) => until(call) - (call.queued ?? 0));
  const talkOf = (call: ReferenceCall): number | null => {
    if (call.seconds.talk_s != null) return call.seconds.talk_s;
    if (call.ended === null || call.answered === null) return null;
    return Math.max(0, call.ended - call.answered - (call.seconds.hold_s ?? 0));
  };
  const talk = known(answered.map(talkOf));
  const hold = known(answered.map((call) => call.seconds.hold_s));
  const wrap = known(answered.map((call) => call.seconds.wrap_s));
  const handled = answered.filter((call) => talkOf(call) !== null && call.seconds.wrap_s != null);
  const ring = known(answered.map((call) => call.seconds.ring_s));
  const ivr = known(calls.map((call) => call.seconds.ivr_s));
  const transferred = known(answered.map((call) => call.flags.transferred));
  const resolved = known(answered.map((call) => call.flags.resolved_first_contact));
  const complaints = known(calls.map((call) => call.flags.complaint));
  return {
    ...emptyTotals(),
    answered: answered.length,
    abandoned: abandoned.length,
    timeout: of("timeout").length,
    overflow: of("overflow").length,
    blocked: of("blocked").length,
    closed: of("closed").length,
    open: open.length,
    openLost: open.filter((call) => wait(call) > 3600e6).length,
    queued: queued.length,
    queuedWaited: inQueue.filter((time) => time > 0).length,
    queueTime: sum(inQueue),
    beforeQueue: sum(queued.map((call) => (call.queued ?? 0) - call.arrival)),
    ivrKnown: ivr.length,
    ivr: sum(ivr),
    talkKnown: talk.length,
    talk: sum(talk),
    talkShort: talk.filter((each) => each <= 3e6).length,
    holdKnown: hold.length,
    hold: sum(hold),
    held: hold.filter((each) => each > 0).length,
    wrapKnown: wrap.length,
    wrap: sum(wrap),
    handleKnown: handled.length,
    handle: sum(
      handled.map((call) => (talkOf(call) ?? 0) + (call.seconds.hold_s ?? 0) + (call.seconds.wrap_s ?? 0)),
    ),
    ringKnown: ring.length,
    ring: sum(ring),
    transferredKnown: transferred.length,
    transferred: sum(transferred),
    resolvedKnown: resolved.length,
    resolved: sum(resolved),
    complaintsKnown: complaints.length,
    complaints: sum(complaints),
    waitAnswered: sum(answered.map(wait)),
    waitAbandoned: sum(abandoned.map(wait)),
    waitExited: sum(exited.map(wait)),
    maxWaitAnswered: Math.max(0, ...answered.map(wait)),
    maxWaitAbandoned: Math.max(0, ...abandoned.map(wait)),
    waitsAnswered: binsOf(answered.map(wait)),
    waitsAbandoned: binsOf(abandoned.map(wait)),
    waitsExited: binsOf(exited.map(wait)),
    waitsOpen: binsOf(open.map(wait)),
    decimals: Math.max(...calls.map((call) => call.decimals)) as Decimals,
  };
}

/** Sparse pairs of bin and count: exactly k seconds is bin 2k, between k and k + 1 is 2k + 1, above 600 s is 1201. */
function binsOf(waits: readonly number[]): Histogram {
  const bins = new Map<number, number>();
  for (const wait of waits) {
    const bin = wait > 600e6 ? 1201 : wait % 1e6 === 0 ? (2 * wait) / 1e6 : 2 * Math.floor(wait / 1e6) + 1;
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  return packHistogram([...bins].sort(([a], [b]) => a - b).flat());
}
