import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sumTotals } from "#app/domain/measurement/cell.ts";
import { packHistogram } from "#app/domain/measurement/histogram.ts";
import { allServiceLevels } from "#app/domain/measurement/measure.ts";
import { readCallRecords, recordFile } from "#app/imports/call-records/read-call-records.ts";
import { cellsOf, faultsOf, readContents, readingOptions, warningsOf } from "./reading.ts";

const start = 1_740_000_000;
const log = (...lines: string[]): string =>
  lines.map((line) => line.replace(/^\d+/, (second) => String(start + Number(second)))).join("\n");

async function totalsOf(...lines: string[]) {
  const records = await readContents([log(...lines)]);
  expect(faultsOf(records)).toEqual([]);
  return { totals: sumTotals(cellsOf(records).map((cell) => cell.totals)), warnings: warningsOf(records) };
}

describe("a queue log of 21 invented calls: 8 answered (6 within 20 s), 12 abandoned (8, and 2 within 5 s), 1 open", () => {
  it("gives 30, 33.3, 50, 70 or 75 % depending on the formula alone", async () => {
    const path = join(import.meta.dirname, "twenty-one-calls.queue_log");
    const records = await readCallRecords([recordFile(path)], readingOptions);
    const totals = sumTotals(cellsOf(records).map((cell) => cell.totals));
    const levels = allServiceLevels(totals, { thresholdS: 20, shortAbandonS: 5 });
    expect(records.format).toBe("queue-log");
    expect(levels.offered).toEqual({ value: "30", numerator: 6, denominator: 20 });
    expect(levels.short).toEqual({ value: "33.3333333333", numerator: 6, denominator: 18 });
    expect(levels.ignore_t).toEqual({ value: "50", numerator: 6, denominator: 12 });
    expect(levels.positive).toEqual({ value: "70", numerator: 14, denominator: 20 });
    expect(levels.answered).toEqual({ value: "75", numerator: 6, denominator: 8 });
  });

  it("counts the open call as missed only once it has waited beyond the limit", async () => {
    const path = join(import.meta.dirname, "twenty-one-calls.queue_log");
    const records = await readCallRecords([recordFile(path)], readingOptions);
    const totals = sumTotals(cellsOf(records).map((cell) => cell.totals));
    // It had waited 12 s when the log ends.
    expect(allServiceLevels(totals, { thresholdS: 11, shortAbandonS: 5 }).offered.denominator).toBe(21);
    expect(allServiceLevels(totals, { thresholdS: 12, shortAbandonS: 5 }).offered.denominator).toBe(20);
  });
});

describe("the events of a queue log", () => {
  it("end calls at a restart: waiting ones are open until then, answered ones have no end", async () => {
    const { totals, warnings } = await totalsOf(
      "0|a|q|NONE|ENTERQUEUE||1|1",
      "3|a|q|X|CONNECT|3|b|1",
      "5|b|q|NONE|ENTERQUEUE||1|1",
      "35|NONE|NONE|NONE|QUEUESTART|",
      "90|a|q|X|COMPLETEAGENT|3|87|1",
      "90|b|q|NONE|ABANDON|1|1|85",
    );
    expect(totals).toMatchObject({
      answered: 1,
      talkKnown: 0,
      open: 1,
      abandoned: 0,
      waitsOpen: packHistogram([60, 1]),
    });
    expect(warnings).toEqual([
      "answered_not_ended 1 event 1",
      "event_without_enter 5 event 2",
      "open_calls 3 - 1",
    ]);
  });

  it("do not end calls at a reload of the configuration", async () => {
    const { totals } = await totalsOf(
      "0|a|q|NONE|ENTERQUEUE||1|1",
      "2|NONE|NONE|NONE|CONFIGRELOAD|",
      "9|a|q|NONE|ABANDON|1|1|9",
    );
    expect(totals).toMatchObject({ abandoned: 1, open: 0, waitAbandoned: 9_000_000 });
  });

  it("are followed by time, whatever order and file the lines stand in", async () => {
    const first = log("20|a|q|X|COMPLETECALLER|4|16|1", "0|a|q|NONE|ENTERQUEUE||1|1");
    const second = log("4|a|q|X|CONNECT|4|b|1");
    const records = await readContents([first, second]);
    const totals = sumTotals(cellsOf(records).map((cell) => cell.totals));
    expect(totals).toMatchObject({
      answered: 1,
      waitAnswered: 4_000_000,
      talk: 16_000_000,
      transferredKnown: 1,
    });
    expect(warningsOf(records)).toEqual([]);
  });

  it("give the same when they come by time, which keeps none of them, and in any other order", async () => {
    // Each second has one event: three calls in turn, answered or not, and a restart between.
    const events = Array.from({ length: 60 }, (_, i) => {
      const name = [
        "ENTERQUEUE||1|1",
        "ENTERQUEUE||1|1",
        "CONNECT|1|b|1",
        "ABANDON|1|1|1",
        "COMPLETEAGENT|1|1|1",
      ][i % 5];
      const restart = i === 37;
      return restart ? `${i}|NONE|NONE|NONE|QUEUESTART|` : `${i}|c${(i * 7) % 9}|q${i % 2}|X|${name}`;
    });
    const byTime = await readContents([log(...events)]);
    const turned = await readContents([log(...events.slice(30).toReversed()), log(...events.slice(0, 30))]);
    expect(byTime.faults).toEqual([]);
    expect(turned.blobs).toEqual(byTime.blobs);
    const counts = ({ warnings }: typeof byTime) =>
      warnings.map(({ code, count }) => `${code} ${count}`).sort();
    expect(counts(turned)).toEqual(counts(byTime));
    expect(sumTotals(cellsOf(byTime).map((cell) => cell.totals)).abandoned).toBeGreaterThan(0);
  });

  it("end a call that enters again while it is inside, and begin another", async () => {
    const { totals } = await totalsOf(
      "0|a|q|NONE|ENTERQUEUE||1|1",
      "7|a|q|NONE|ENTERQUEUE||1|1",
      "9|a|q|X|CONNECT|2|b|1",
      "10|a|q|X|TRANSFER|5|ctx|2|1|1",
    );
    expect(totals).toMatchObject({
      open: 1,
      waitsOpen: packHistogram([14, 1]),
      answered: 1,
      transferred: 1,
      waitAnswered: 2_000_000,
    });
  });

  it("map exits to timeout and overflow, refusals to blocked and closed", async () => {
    const entered = ["a", "b", "c", "d", "e"].map((call) => `0|${call}|q|NONE|ENTERQUEUE||1|1`);
    const { totals } = await totalsOf(
      ...entered,
      "5|a|q|NONE|EXITWITHTIMEOUT|1|1|5",
      "5|b|q|NONE|EXITEMPTY|1|1|5",
      "5|c|q|NONE|SYSCOMPAT",
      "5|d|q|NONE|EXITWITHKEY|1|1|1|5",
      "5|e|q|NONE|WITHDRAW|1|1|5",
      "6|f|q|NONE|FULL|",
      "6|g|q|NONE|JOINEMPTY|",
      "6|h|q|NONE|CLOSED|",
    );
    expect(totals).toMatchObject({ timeout: 3, overflow: 2, blocked: 2, closed: 1, queued: 5 });
  });

  it("warn when the logged wait is more than a second from the stamps, and of unknown events", async () => {
    const { warnings } = await totalsOf(
      "0|a|q|NONE|ENTERQUEUE||1|1",
      "9|a|q|X|CONNECT|7|b|1",
      "10|a|q|X|SOMETHINGNEW|7",
      "12|a|q|X|COMPLETEAGENT|8|3|1",
    );
    expect(warnings).toEqual(["unknown_event 3 event 1", "wait_mismatch 2 event 1"]);
  });

  it("are refused with line and column when a line is broken", async () => {
    const records = await readContents([
      `${log("0|a|q|NONE|ENTERQUEUE||1|1")}\nx|b|q|NONE|ABANDON|\n12|q\n99|c|q|NONE|ABANDON|\n${start}||q|NONE|ENTERQUEUE|\n${start}|d|*|NONE|ENTERQUEUE|\n`,
    ]);
    expect(faultsOf(records)).toEqual([
      "time_format 1.csv:2 time",
      "row_columns 1.csv:3 -",
      "time_range 1.csv:4 time",
      "value_missing 1.csv:5 callid",
      "value_invalid 1.csv:6 queue",
    ]);
    expect(records.blobs).toEqual([]);
  });

  it("refuse the same log given twice, since every call would count double", async () => {
    const content = log("0|a|q|NONE|ENTERQUEUE||1|1", "9|a|q|NONE|ABANDON|1|1|9");
    expect(faultsOf(await readContents([content, content]))).toEqual(["call_duplicate 2.csv:1 call_id"]);
  });

  it("name the later line of two equal calls, whichever of them ended first", async () => {
    const lines = ["0|a|q|NONE|ENTERQUEUE||1|1", "0|a|q|NONE|CLOSED", "9|a|q|NONE|ABANDON|1|1|9"];
    expect(faultsOf(await readContents([log(...lines)]))).toEqual(["call_duplicate 1.csv:2 call_id"]);
  });
});
