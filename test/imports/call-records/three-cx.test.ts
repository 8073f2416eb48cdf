import { describe, expect, it } from "vitest";
import { sumTotals } from "#app/domain/measurement/cell.ts";
import { cellsOf, faultsOf, readContents, warningsOf } from "./reading.ts";

/** A row in the order of the settings, with types or, as older systems write, without. */
function leg(
  id: string,
  [start, answered, end]: readonly [string, string, string],
  reason: string,
  { from = "070", to = "800", types = ["", "", ""] }: { from?: string; to?: string; types?: string[] } = {},
): string {
  const time = (text: string): string => (text === "" ? "" : `2025/07/04 ${text}`);
  const head = [`Call ${id}`, `0000_${id}`, "00:01:00", time(start), time(answered), time(end), reason];
  const middle = [
    from,
    `Ext.${to}`,
    "10000",
    to,
    to,
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    `Chain: ${from};Ext.${to};`,
  ];
  return [...head, ...middle, ...types].join(",");
}

const queue = { types: ["Line", "Queue", ""] };
const person = { to: "101", types: ["Line", "Extension", ""] };

async function totalsOf(content: string) {
  const records = await readContents([content], { zoneDeclared: true });
  expect(faultsOf(records)).toEqual([]);
  expect(records.format).toBe("3cx");
  const cells = cellsOf(records);
  return {
    queues: cells.map(({ queue }) => queue),
    totals: sumTotals(cells.map(({ totals }) => totals)),
    warnings: warningsOf(records),
  };
}

describe("call records of 3CX", () => {
  it("are put together from their legs: in the queue from the one that leads there, answered by a person", async () => {
    const { totals, queues, warnings } = await totalsOf(
      [
        leg("1", ["09:00:30", "09:00:42", "09:02:00"], "TerminatedBySrc", person),
        leg("1", ["09:00:00", "09:00:00", "09:00:10"], "ReplacedDst", {
          to: "900",
          types: ["Line", "IVR", ""],
        }),
        leg("1", ["09:00:10", "09:00:10", "09:00:30"], "ReplacedDst", queue),
        leg("2", ["09:05:00", "09:05:00", "09:05:33"], "TerminatedBySrc", queue),
        leg("3", ["09:06:00", "09:06:00", "09:07:00"], "TerminatedByDst", queue),
        leg("4", ["09:08:00", "09:08:05", "09:09:00"], "TerminatedBySrc", person),
      ].join("\n"),
    );
    expect(queues).toEqual(["800"]);
    expect(totals).toMatchObject({
      answered: 1,
      waitAnswered: 42_000_000,
      beforeQueue: 10_000_000,
      talk: 78_000_000,
      abandoned: 1,
      waitAbandoned: 33_000_000,
      timeout: 1,
    });
    expect(warnings).toEqual(["not_queue_call 6 - 1"]);
  });

  it("may leave out the types: then a call from outside is in the queue it was sent to", async () => {
    const { totals, warnings } = await totalsOf(
      [
        leg("1", ["09:00:00", "09:00:20", "09:02:00"], "TerminatedBySrc"),
        leg("2", ["09:00:00", "", "09:00:20"], "TerminatedBySrc"),
        leg("3", ["09:00:00", "09:00:20", "09:02:00"], "TerminatedBySrc", { from: "Ext.101" }),
      ].join("\n"),
    );
    expect(totals).toMatchObject({ answered: 1, waitAnswered: 20_000_000, abandoned: 1 });
    expect(warnings).toEqual(["not_queue_call 3 - 1"]);
  });

  it("may name their fields in the first row, in any order", async () => {
    const { totals } = await totalsOf(
      "time_start,time_answered,time_end,to_dn,historyid,reason_terminated,from_no\n" +
        "2025/07/04 09:00:00,2025/07/04 09:00:07,2025/07/04 09:01:00,800,Call 9,TerminatedBySrc,070\n",
    );
    expect(totals).toMatchObject({ answered: 1, waitAnswered: 7_000_000 });
  });

  it("of numbers used again on a later day are calls of their own", async () => {
    const first = leg("1", ["09:00:00", "", "09:00:20"], "TerminatedBySrc", queue);
    const { totals } = await totalsOf(`${first}\n${first.replaceAll("2025/07/04", "2025/08/04")}`);
    expect(totals.abandoned).toBe(2);
  });

  it("are refused with line and column when a time is none, a row is cut or quotes are open", async () => {
    const good = leg("1", ["09:00:00", "", "09:00:20"], "TerminatedBySrc", queue);
    const content = [
      good,
      leg("2", ["09:00:00", "", "25:00:20"], "TerminatedBySrc", queue),
      leg("3", ["", "", "09:00:20"], "TerminatedBySrc", queue),
      leg("4", ["09:00:30", "", "09:00:20"], "TerminatedBySrc", queue),
      leg("5", ["02:30:00", "", "03:00:20"], "TerminatedBySrc", queue).replaceAll("2025/07/04", "2025/03/30"),
      good.replace("Call 1", '"Call 6'),
      good.replace("Call 1", "Call 7").slice(0, 70),
    ].join("\n");
    const records = await readContents([content]);
    expect(faultsOf(records)).toEqual([
      "time_format 1.csv:2 ended_at",
      "value_missing 1.csv:3 arrival_at",
      "time_order 1.csv:4 ended_at",
      "time_skipped 1.csv:5 arrival_at",
      "time_skipped 1.csv:5 queued_at",
      "quote 1.csv:6 -",
      "row_columns 1.csv:7 -",
    ]);
    expect(records.blobs).toEqual([]);
  });

  it("are refused where they have no number, or stand there again", async () => {
    const good = leg("1", ["09:00:00", "", "09:00:20"], "TerminatedBySrc", queue);
    const records = await readContents([
      [good, good.replace("Call 1", ""), leg("1", ["09:00:20", "", "09:01:00"], "", person), good].join("\n"),
    ]);
    expect(faultsOf(records)).toEqual(["value_missing 1.csv:2 call_id", "call_duplicate 1.csv:4 call_id"]);
  });

  it("are refused when more rows than any call has legs have one number", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) =>
      leg("1", ["09:00:00", "", "09:00:20"], "TerminatedBySrc", { to: String(i) }),
    );
    expect(faultsOf(await readContents([rows.join("\n")]))).toEqual(["call_legs 1.csv:10001 call_id"]);
    expect(faultsOf(await readContents([rows.slice(0, 10_000).join("\n")]))).toEqual([]);
  });
});
