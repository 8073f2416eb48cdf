import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { randomFrom } from "./generate-calls.ts";

/** How the lines of a log stand: by time; late by up to two minutes; the newest of twelve parts first; in any order. */
export const logOrders = ["by-time", "late", "newest-first", "shuffled"] as const;
export type LogOrder = (typeof logOrders)[number];

const queues = 12;
const linesPerCall = 3;
const secondsPerCall = 3;
const firstSecond = Date.UTC(2025, 0, 1) / 1000;
const mostLines = 2 ** 26;

/**
 * Writes an Asterisk queue log of invented calls, one in three seconds to twelve queues. Each has three lines with some
 * seconds between, so that they mean the same in any order.
 */
export async function generateQueueLog(
  path: string,
  lines: number,
  order: LogOrder,
  seed: number,
): Promise<void> {
  const random = randomFrom(seed);
  const calls = Math.floor(lines / linesPerCall);
  const waits = Uint16Array.from({ length: calls }, () => 1 + Math.floor(-Math.log(1 - random()) * 18));
  const talks = Uint16Array.from({ length: calls }, () => 10 + Math.floor(-Math.log(1 - random()) * 180));
  const secondOf = (line: number): number => {
    const call = Math.floor(line / linesPerCall);
    const left = secondsPerCall * call + (line % linesPerCall === 0 ? 0 : (waits[call] ?? 0));
    return left + (line % linesPerCall === 2 && isAnswered(call) ? (talks[call] ?? 0) : 0);
  };
  const part = Math.ceil((secondsPerCall * calls) / 12);
  const placeOf: Readonly<Record<LogOrder, (second: number) => number>> = {
    "by-time": (second) => second,
    late: (second) => second + Math.floor(random() * 120),
    "newest-first": (second) => second + 2 * part * Math.max(0, 12 - Math.floor(second / part)),
    shuffled: () => Math.floor(random() * 2 ** 26),
  };
  // Place and number of a line in one number, so that they are sorted without a comparison in JavaScript.
  const places = Float64Array.from(
    { length: calls * linesPerCall },
    (_, line) => placeOf[order](secondOf(line)) * mostLines + line,
  ).sort();

  const out = createWriteStream(path, { highWaterMark: 1 << 20 });
  let text = "";
  for (const place of places) {
    const line = place % mostLines;
    const call = Math.floor(line / linesPerCall);
    const wait = waits[call] ?? 0;
    const event = (isAnswered(call) ? answered : abandoned)[line % linesPerCall];
    text += `${firstSecond + secondOf(line)}|${firstSecond + secondsPerCall * call}.${call}|kö${call % queues}|${event?.(wait, talks[call] ?? 0)}\n`;
    if (text.length < 1 << 18) continue;
    if (!out.write(text)) await once(out, "drain");
    text = "";
  }
  out.end(text);
  await once(out, "finish");
}

const isAnswered = (call: number): boolean => call % 10 !== 7;

type Rest = (wait: number, talk: number) => string;
const answered: readonly Rest[] = [
  () => "NONE|ENTERQUEUE||0701740605|1",
  (wait) => `SIP/204|CONNECT|${wait}|1740610000.7|3`,
  (wait, talk) => `SIP/204|COMPLETECALLER|${wait}|${talk}|1`,
];
const abandoned: readonly Rest[] = [
  () => "NONE|ENTERQUEUE||0701740605|1",
  () => "SIP/204|RINGNOANSWER|1000",
  (wait) => `NONE|ABANDON|1|1|${wait}`,
];
