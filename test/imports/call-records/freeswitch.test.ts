import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { sumTotals, type Totals } from "#app/domain/measurement/cell.ts";
import { DocumentScanner, findJson } from "#app/imports/call-records/document-scanner.ts";
import { cellsOf, faultsOf, readContents, warningsOf } from "./reading.ts";

const start = 1_751_600_000;
const at = (second: number): string => String(start + second);

type Variables = Readonly<Record<string, string>>;

const member = (uuid: string, more: Variables): Variables => ({
  uuid,
  cc_side: "member",
  cc_queue: "support@default",
  start_epoch: at(0),
  cc_queue_joined_epoch: at(5),
  ...more,
});

const calls: readonly Variables[] = [
  member("a", { cc_queue_answered_epoch: at(12), cc_queue_terminated_epoch: at(72) }),
  member("b", { cc_queue_canceled_epoch: at(25), cc_cancel_reason: "BREAK_OUT" }),
  member("c", { cc_queue_canceled_epoch: at(35), cc_cancel_reason: "TIMEOUT" }),
  member("d", { cc_queue_canceled_epoch: at(45), cc_cancel_reason: "NO_AGENT_TIMEOUT" }),
  member("e", { cc_queue_canceled_epoch: at(55), cc_cancel_reason: "EXIT_WITH_KEY" }),
  member("f", { cc_queue_answered_epoch: "0" }),
  { ...member("g", {}), cc_side: "agent" },
  { uuid: "h", start_epoch: at(9) },
];

const json = (variables: Variables): string =>
  JSON.stringify({ "core-uuid": "x", channel_data: { state: "CS_REPORTING" }, variables, callflow: [{}] });
const xml = (variables: Variables): string => {
  const inner = Object.entries(variables).map(
    ([name, value]) => `<${name}>${encodeURIComponent(value)}</${name}>`,
  );
  return `<?xml version="1.0"?>\n<cdr core-uuid="x">\n<variables>\n${inner.join("\n")}\n</variables>\n<callflow/></cdr>`;
};
const names = [...new Set(calls.flatMap((call) => Object.keys(call)))];
const table = (rows: readonly Variables[]): string =>
  [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))]
    .map((cells) => cells.join(","))
    .join("\n");

async function totalsOf(
  content: string | Uint8Array,
): Promise<{ totals: Readonly<Totals>; warnings: string[] }> {
  const records = await readContents([content]);
  expect(faultsOf(records)).toEqual([]);
  expect(records.format).toBe("freeswitch");
  const cells = cellsOf(records);
  expect(cells.map(({ queue }) => queue)).toEqual(["support@default"]);
  return { totals: sumTotals(cells.map(({ totals }) => totals)), warnings: warningsOf(records) };
}

const expected = {
  answered: 1,
  waitAnswered: 12_000_000,
  queueTime: (7 + 20 + 30 + 40 + 50) * 1_000_000,
  talk: 60_000_000,
  abandoned: 1,
  waitAbandoned: 25_000_000,
  timeout: 2,
  overflow: 1,
  open: 1,
};

describe("detail records of FreeSWITCH queues", () => {
  it("are the same calls as JSON, one a line, pretty or in an array, as XML and as a table", async () => {
    const contents = [
      calls.map(json).join("\n"),
      JSON.stringify(
        calls.map((call) => JSON.parse(json(call))),
        null,
        2,
      ),
      calls.map(xml).join("\n"),
      `<cdrs>${calls.map(xml).join("")}</cdrs>`,
      table(calls),
      gzipSync(calls.map(json).join("")),
    ];
    for (const content of contents) {
      const { totals, warnings } = await totalsOf(content);
      expect(totals).toMatchObject(expected);
      expect(warnings.map((warning) => warning.split(" ")[0])).toEqual(["not_queue_call", "open_calls"]);
    }
  });

  it("say on which line the document begins that cannot be read, is cut or breaks a rule", async () => {
    const late = member("x", { cc_queue_answered_epoch: at(2), cc_queue_terminated_epoch: at(72) });
    const strange = member("y", { cc_queue_canceled_epoch: "soon", cc_cancel_reason: "BREAK_OUT" });
    const unknown = member("z", { cc_queue_canceled_epoch: at(30), cc_cancel_reason: "WHATEVER" });
    const lines = [
      json(calls[0] ?? {}),
      json(late),
      json(strange),
      `{"variables":{"uuid":1x}}`,
      json(unknown),
    ];
    const records = await readContents([`${lines.join("\n")}\n${json(calls[1] ?? {}).slice(0, 60)}`]);
    expect(faultsOf(records)).toEqual([
      "time_order 1.csv:2 answered_at",
      "time_format 1.csv:3 ended_at",
      "record_broken 1.csv:4 -",
      "disposition_unknown 1.csv:5 disposition",
      "record_broken 1.csv:6 -",
    ]);
    expect(records.blobs).toEqual([]);
    const cut = xml(calls[0] ?? {});
    expect(faultsOf(await readContents([`${cut}\n${cut.slice(0, 90)}`]))).toEqual([
      "record_broken 1.csv:14 -",
    ]);
  });

  it("are refused when not UTF-8, given twice, or longer than a record can be", async () => {
    const call = json(calls[0] ?? {});
    const latin1 = Buffer.from(call.replace("support", "växel"), "latin1");
    expect(faultsOf(await readContents([latin1]))).toEqual(["encoding 1.csv:1 -"]);
    expect(faultsOf(await readContents([`${call}\n${call}`]))).toEqual(["call_duplicate 1.csv:2 call_id"]);
    const long = `${json(member("x", { note: "y".repeat(3 << 20) }))}\n${call}`;
    expect(faultsOf(await readContents([`${call}\n${long}`]))).toContain("row_too_long 1.csv:2 -");
  });

  it("keep names with quotes, semicolons and å ä ö, escaped or not", async () => {
    const named = member("a", {
      cc_queue: 'Kö; "å"',
      cc_queue_canceled_epoch: at(9),
      cc_cancel_reason: "BREAK_OUT",
    });
    for (const content of [json(named), xml(named)]) {
      expect(cellsOf(await readContents([content])).map(({ queue }) => queue)).toEqual(['Kö; "å"']);
    }
  });

  it("take time by their size alone: a file of one line, and elements that are opened and never closed", async () => {
    let documents = 0;
    const scanner = new DocumentScanner(findJson, {
      document: () => {
        documents += 1;
      },
      brokenDocument: () => {},
    });
    scanner.push(Buffer.from("{},".repeat(2 << 20)));
    scanner.end();
    expect(documents).toBe(2 << 20);
    const opened = `<cdr >${"<variables>".repeat(90_000)}</cdr>\n`;
    expect(faultsOf(await readContents([opened.repeat(3)]))).toEqual(
      [1, 2, 3].map((line) => `record_broken 1.csv:${line} -`),
    );
  });
});
