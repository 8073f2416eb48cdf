import { once } from "node:events";
import { createWriteStream } from "node:fs";

/** mulberry32: the same file from the same seed, on any machine. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const queues = Array.from({ length: 12 }, (_, i) => `Kö ${i + 1}`);
const firstSecond = Date.UTC(2025, 0, 1) / 1000;

/** A prime, so that steps of it come to every call once. */
const stride = 6_700_417;

/** The numbers of so many calls, as they stand in the file. */
const inOrder = {
  *"by-time"(calls: number) {
    for (let call = 0; call < calls; call++) yield call;
  },
  *"newest-first"(calls: number) {
    for (let call = calls - 1; call >= 0; call--) yield call;
  },
  *"by-queue"(calls: number) {
    for (let queue = 0; queue < queues.length; queue++) {
      for (let call = queue; call < calls; call += queues.length) yield call;
    }
  },
  *shuffled(calls: number) {
    for (let place = 0; place < calls; place++) yield (place * stride) % calls;
  },
} as const;
export type CallOrder = keyof typeof inOrder;
export const callOrders = Object.keys(inOrder) as readonly CallOrder[];

/** Writes a canonical call file of invented calls to twelve queues. */
export async function generateCalls(
  path: string,
  calls: number,
  seed: number,
  order: CallOrder = "by-time",
  callsPerDay = 27_400,
): Promise<void> {
  const random = randomFrom(seed);
  const out = createWriteStream(path, { highWaterMark: 1 << 20 });
  const columns =
    "call_id,queue,arrival_at,queued_at,answered_at,ended_at,disposition,hold_s,wrap_s,transferred,resolved_first_contact";
  let text = `${columns}\n`;
  for (const call of inOrder[order](calls)) {
    text += `${line(call, call / callsPerDay, random)}\n`;
    if (text.length < 1 << 18) continue;
    if (!out.write(text)) await once(out, "drain");
    text = "";
  }
  out.end(text);
  await once(out, "finish");
}

function line(i: number, day: number, random: () => number): string {
  const arrival = firstSecond + Math.floor(day * 86_400);
  const queued = arrival + Math.floor(random() * 4);
  const left = queued + Math.floor(-Math.log(1 - random()) * 18);
  const ended = left + 10 + Math.floor(-Math.log(1 - random()) * 180);
  const kind = random();
  const start = `C${i},${queues[i % queues.length]},${stamp(arrival)},`;
  if (kind < 0.02) return `${start},,${stamp(arrival)},blocked,,,,`;
  if (kind < 0.1) return `${start}${stamp(queued)},,${stamp(left)},abandoned,,,,`;
  if (kind < 0.12) return `${start}${stamp(queued)},,${stamp(left)},timeout,,,,`;
  const hold = Math.floor(random() * 10);
  const flags = `${random() < 0.1 ? 1 : 0},${random() < 0.7 ? 1 : 0}`;
  const wrap = Math.floor(random() * 60);
  return `${start}${stamp(queued)},${stamp(left)},${stamp(ended)},answered,${hold},${wrap},${flags}`;
}

const dayTexts = new Map<number, string>();
const twoDigits = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, "0"));

/** `2025-01-01T00:00:00Z` */
function stamp(seconds: number): string {
  const day = Math.floor(seconds / 86_400);
  let date = dayTexts.get(day);
  if (date === undefined) {
    date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    dayTexts.set(day, date);
  }
  const inDay = seconds - day * 86_400;
  const hour = twoDigits[Math.floor(inDay / 3600)];
  return `${date}T${hour}:${twoDigits[Math.floor(inDay / 60) % 60]}:${twoDigits[inDay % 60]}Z`;
}
