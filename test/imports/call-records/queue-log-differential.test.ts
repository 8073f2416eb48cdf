import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dispositions } from "#app/domain/measurement/cell.ts";
import type { Call } from "#app/imports/call-records/call.ts";
import { EventSorter } from "#app/imports/call-records/event-sorter.ts";
import { FaultLog, WarningLog } from "#app/imports/call-records/fault-log.ts";
import { QueueCalls } from "#app/imports/call-records/queue-calls.ts";
import { QueueLogReader } from "#app/imports/call-records/queue-log.ts";
import { QueueNames } from "#app/imports/call-records/queue-names.ts";
import { RecordScanner } from "#app/imports/call-records/record-scanner.ts";
import { Choice } from "./generated-files.ts";
import { inFolder, readingOptions } from "./reading.ts";
import { type LoggedCall, type QueueLogReading, readQueueLogs } from "./reference-queue-log.ts";

const generatedLogs = 2000;
const start = 1_740_000_000;
const second = 1_000_000;

const orders = ["by time", "seconds late", "newest part first", "shuffled"] as const;

/** Lines of a few calls that come and go as they should, or as chance has it, in files that stand in one order or another. */
function someLogs(choose: Choice): string[] {
  const lines: { at: number; text: string }[] = [];
  const line = (at: number, call: string, queue: string, rest: string): void => {
    lines.push({ at, text: `${start + at}|${call}|${queue}|NONE|${rest}` });
  };
  const names = [
    "ENTERQUEUE||1|1",
    "CONNECT|3|b|1",
    "COMPLETEAGENT|1|1|1",
    "TRANSFER|1|1",
    "ABANDON|1|1|9",
    "FULL|",
    "RINGNOANSWER|1000",
    "NEWS|1",
  ];
  for (let i = choose.number(16); i >= 0; i--) {
    const call = `1740.${choose.number(12)}`;
    const queue = choose.of(["kö", "växel"]);
    const at = choose.number(300);
    const wait = choose.number(30);
    if (choose.chance(20)) {
      line(at, call, queue, choose.of(names));
      continue;
    }
    line(at, call, queue, "ENTERQUEUE||1|1");
    if (choose.chance(60)) {
      line(at + wait, call, queue, choose.of(["CONNECT", `CONNECT|${wait}|b|1`, `CONNECT|${wait + 2}|b|1`]));
      if (choose.chance(90)) line(at + wait + choose.number(60), call, queue, choose.of(names.slice(2, 4)));
    } else if (choose.chance(90)) {
      line(
        at + wait,
        call,
        queue,
        choose.of(["ABANDON|1|1|1", "EXITWITHTIMEOUT|1|1|1", "EXITWITHKEY|1|1|1|1"]),
      );
    }
  }
  if (choose.chance(30))
    line(choose.number(300), "NONE", "NONE", choose.of(["QUEUESTART|", "CONFIGRELOAD|"]));
  lines.sort((a, b) => a.at - b.at);
  const texts = inOrder(lines, choose).map(({ text }) => text);
  if (choose.chance(10)) {
    const broken = choose.of([
      "x|a|q|X|ENTERQUEUE",
      "12|a|q|X|ENTERQUEUE",
      `${start}|a`,
      `${start}||q|X|ABANDON`,
      `${start}|a|*|X|FULL`,
      "",
    ]);
    texts.splice(choose.number(texts.length), 0, broken);
  }
  const cut = choose.chance(40) ? choose.number(texts.length) : texts.length;
  return [texts.slice(0, cut), texts.slice(cut)].map((part) => part.join("\n"));
}

function inOrder(lines: readonly { at: number; text: string }[], choose: Choice) {
  const part = choose.number(lines.length);
  switch (choose.of(orders)) {
    case "by time":
      return lines;
    case "seconds late":
      return lines.toSorted((a, b) => a.at - b.at + choose.number(5) - choose.number(5));
    case "newest part first":
      return [...lines.slice(part), ...lines.slice(0, part)];
    case "shuffled":
      return lines
        .map((line) => ({ line, place: choose.number(1e6) }))
        .sort((a, b) => a.place - b.place)
        .map(({ line }) => line);
  }
}

function readFast(files: readonly string[], folder: string, inMemory: number): QueueLogReading {
  const calls: LoggedCall[] = [];
  const queues = new QueueNames();
  const seconds = (micros: number): number | null => (micros < 0 ? null : micros / second);
  const sink = {
    add: (call: Readonly<Call>, idOf: () => string): void => {
      calls.push({
        file: call.file,
        line: call.line,
        call: idOf(),
        queue: queues.names[call.queue] ?? "",
        disposition: dispositions[call.disposition] ?? "",
        entered: call.arrival / second,
        answered: seconds(call.answered),
        ended: seconds(call.ended),
        transferred: call.transferred < 0 ? null : call.transferred === 1,
        openUntil: seconds(call.openUntil),
      });
    },
  };
  const { zone, zoneDeclared } = readingOptions;
  const logs = { faults: new FaultLog(), warnings: new WarningLog() };
  const run = { zone, zoneDeclared, queues, sink, ...logs, temporaryFolder: folder, rows: 0 };
  const reader = new QueueLogReader(run, new QueueCalls(run, new EventSorter(folder, inMemory)));
  files.forEach((text, file) => {
    const scanner = new RecordScanner("|".charCodeAt(0), reader.file(file), false);
    scanner.push(new TextEncoder().encode(text));
    scanner.end();
  });
  reader.finish(true);
  reader.close();
  const names = files.map((_, file) => String(file));
  return {
    calls,
    faults: run.faults.list(names).map(({ code, place }) => `${code} ${place?.file}:${place?.line}`),
    warnings: run.warnings
      .list(names)
      .map(({ code, count, file, line }) => `${code} ${count} ${file}:${line}`),
    rows: run.rows,
  };
}

const comparable = ({ calls, faults, warnings, rows }: QueueLogReading) => ({
  calls: calls.map((call) => JSON.stringify(call, Object.keys(call).sort())).sort(),
  faults,
  warnings: warnings.toSorted(),
  rows,
});

describe("the reader of queue logs", () => {
  it(`says the same of ${generatedLogs} generated logs as the slow, obvious reader, in any order of lines and however little fits in memory`, () =>
    inFolder(async (folder) => {
      let calls = 0;
      let refused = 0;
      for (let seed = 1; seed <= generatedLogs; seed++) {
        const choose = new Choice(seed);
        const files = someLogs(choose);
        const expected = readQueueLogs(files);
        const actual = readFast(files, folder, choose.of([1, 100, 300, 1000, 1 << 20]));
        expect(comparable(actual), `seed ${seed}\n${files.join("\n--\n")}`).toEqual(comparable(expected));
        calls += expected.calls.length;
        if (expected.faults.length > 0) refused += 1;
      }
      // The generator must keep making both kinds.
      expect(calls).toBeGreaterThan(5 * generatedLogs);
      expect(refused).toBeGreaterThan(generatedLogs / 20);
      expect(readdirSync(folder)).toEqual([]);
    }));
});
