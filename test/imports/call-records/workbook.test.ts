import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sumTotals } from "#app/domain/measurement/cell.ts";
import type { ColumnMapping } from "#app/imports/call-records/column-mapping.ts";
import { importCallRecords } from "#app/imports/call-records/import-in-worker.ts";
import { preview } from "#app/imports/call-records/preview.ts";
import { readCallRecords, recordFile } from "#app/imports/call-records/read-call-records.ts";
import {
  cellsOf,
  faultsOf,
  inFolder,
  projectRoot,
  readContents,
  readingOptions,
  warningsOf,
} from "./reading.ts";

type Cell = string | number | boolean | Date | null | { formula: string; result: number };

/** A workbook of one sheet, or of several. */
async function workbook(...sheets: readonly (readonly (readonly Cell[])[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  sheets.forEach((rows, i) => {
    const sheet = book.addWorksheet(`Blad ${i + 1}`);
    rows.forEach((row, at) => {
      sheet.getRow(at + 1).values = [...row];
    });
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const header = ["call_id", "queue", "arrival_at", "answered_at", "ended_at", "disposition", "wrap_s"];
/** A time as a cell of a sheet holds it: of no zone. */
const time = (text: string): Date => new Date(`2025-06-10T${text}Z`);

describe("an Excel file of calls", () => {
  it("gives the same bytes as the text that says the same, with real dates, numbers and empty cells", async () => {
    const rows = [
      header,
      [1001, "Växel", time("10:00:00"), time("10:00:09.500"), time("10:01:00"), "answered", 7.5],
      [],
      ["b", 'Kö; "å"', "2025-06-10T08:05:00Z", null, "2025-06-10 10:05:30", "abandoned"],
    ];
    const text = [
      header.join(","),
      "1001,Växel,2025-06-10 10:00:00,2025-06-10 10:00:09.5,2025-06-10 10:01:00,answered,7.5",
      'b,"Kö; ""å""",2025-06-10T08:05:00Z,,2025-06-10 10:05:30,abandoned,',
    ].join("\n");
    const records = await readContents([await workbook(rows)]);
    expect(faultsOf(records)).toEqual([]);
    expect(records).toMatchObject({ format: "calls-csv", rows: 2 });
    expect(records.blobs).toEqual((await readContents([text])).blobs);
  });

  it("is refused with the row of the sheet for every fault, and takes no result of a formula", async () => {
    const records = await readContents([
      await workbook([
        header,
        ["a", "q", time("10:00:00"), null, time("09:00:00"), "abandoned"],
        [],
        ["b", "q", "igår", null, null, "open"],
        ["c", "q", { formula: "A1", result: 45_000 }, null, null, "open"],
        ["d", "*", time("10:00:00"), null, null, "open", null, "extra"],
      ]),
    ]);
    expect(faultsOf(records)).toEqual([
      "time_order 1.csv:2 ended_at",
      "time_format 1.csv:4 arrival_at",
      "time_format 1.csv:5 arrival_at",
      "row_columns 1.csv:6 -",
    ]);
    expect(records.blobs).toEqual([]);
  });

  it("may be a queue log as a table, or any table with a mapping, also with dates and times apart", async () => {
    const log = [
      ["time", "callid", "queuename", "agent", "event", "data1"],
      [time("10:00:00"), "1.1", "q", "NONE", "ENTERQUEUE", null],
      [time("10:00:20"), "1.1", "q", "NONE", "ABANDON", 1],
    ];
    const records = await readContents([await workbook(log)]);
    expect(records.format).toBe("queue-log-table");
    expect(sumTotals(cellsOf(records).map(({ totals }) => totals))).toMatchObject({
      waitAbandoned: 20_000_000,
    });
    const day = new Date("2025-06-10T00:00:00Z");
    const clock = (text: string): Date => new Date(`1899-12-30T${text}Z`);
    const mapping: ColumnMapping = {
      header: true,
      columns: {
        call_id: { from: ["Nr"] },
        queue: { constant: "Växel" },
        arrival_at: { from: ["Dag", "In"] },
        answered_at: { from: ["Dag", "Svar"] },
        ended_at: { from: ["Dag", "Slut"] },
      },
      time: "YYYY-MM-DD HH:mm:ss",
      zone: null,
      dispositions: {},
    };
    const table = [
      ["Nr", "Dag", "In", "Svar", "Slut"],
      [1, day, clock("10:00:00"), clock("10:00:12"), clock("10:01:00")],
    ];
    const mapped = await readContents([await workbook(table)], { format: "mapped", mapping });
    expect(faultsOf(mapped)).toEqual([]);
    expect(cellsOf(mapped)[0]?.totals).toMatchObject({ answered: 1, waitAnswered: 12_000_000 });
  });

  it("is read from its first sheet, and says that others are not", async () => {
    const first = [header, ["a", "q", time("10:00:00"), null, null, "open"]];
    const records = await readContents([await workbook(first, [["notes"], ["more"]])]);
    expect(records.rows).toBe(1);
    expect(warningsOf(records)).toEqual(["open_calls 2 - 1", "other_sheet 1 Blad 2 2"]);
  });

  it("is refused when it has no rows, is in no known layout, is cut, or is no Excel file", async () => {
    expect(faultsOf(await readContents([await workbook([])]))).toEqual(["file_empty 1.csv:1 -"]);
    expect(faultsOf(await readContents([await workbook([["a", "b"]])]))).toEqual([
      "format_unknown 1.csv:1 -",
    ]);
    const whole = await workbook([header]);
    expect(faultsOf(await readContents([whole.subarray(0, whole.length - 100)]))).toEqual([
      "archive_unreadable 1.csv:1 -",
    ]);
    expect(faultsOf(await readContents([Buffer.from("PK\u0003\u0004 no archive")]))).toEqual([
      "archive_unreadable 1.csv:1 -",
    ]);
    const text = `${header.join(",")}\n`;
    expect(
      faultsOf(await readContents([text, await workbook([["time", "callid", "queuename", "event"]])])),
    ).toEqual(["format_mixed 2.csv:1 -"]);
  });

  it("finds a call that it holds twice", async () => {
    const row = ["a", "q", time("10:00:00"), null, time("10:00:09"), "abandoned"];
    expect(faultsOf(await readContents([await workbook([header, row, row])]))).toEqual([
      "call_duplicate 1.csv:3 call_id",
    ]);
  });

  it("is previewed by its first rows", async () => {
    const rows = Array.from({ length: 700 }, (_, i) => [
      i,
      "q",
      time("10:00:00"),
      null,
      time("10:00:09"),
      "abandoned",
    ]);
    const content = await workbook([header, ...rows]);
    const seen = await inFolder((folder) => {
      const path = join(folder, "calls.xlsx");
      writeFileSync(path, content);
      return preview(recordFile(path), readingOptions);
    });
    expect(seen).toMatchObject({ format: "calls-csv", partial: true, faults: [] });
    expect(seen.rows).toHaveLength(10);
    expect(seen.table?.names).toEqual(header);
  });
});

describe("an Excel file with a million empty rows", () => {
  let folder = "";
  let path = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "skallbor-calls-"));
    path = join(folder, "calls.xlsx");
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path });
    const sheet = book.addWorksheet("Blad 1");
    sheet.addRow(header).commit();
    sheet.addRow(["a", "q", time("10:00:00"), null, time("10:00:09"), "abandoned"]).commit();
    for (let i = 0; i < 1_000_000; i++) {
      const row = sheet.addRow([]);
      row.height = 15;
      row.commit();
    }
    sheet.addRow(["b", "q", time("10:00:00"), null, time("09:00:00"), "abandoned"]).commit();
    await book.commit();
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is read in bounded memory, and a fault behind them has its row", async () => {
    const before = process.memoryUsage().rss;
    const records = await readCallRecords([recordFile(path)], readingOptions);
    expect(faultsOf(records)).toEqual(["time_order calls.xlsx:1000003 ended_at"]);
    expect(records.rows).toBe(2);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 << 20);
  }, 120_000);

  it.skipIf(process.platform !== "linux")(
    "leaves no process behind when its import is cancelled",
    async () => {
      const cancelling = new AbortController();
      const options = { ...readingOptions, zone: readingOptions.zone.name };
      const files = [recordFile(path)];
      const outcome = importCallRecords({ files, options }, { root: projectRoot, signal: cancelling.signal });
      await expect.poll(() => processesOf(path), { timeout: 30_000 }).toHaveLength(1);
      cancelling.abort();
      expect((await outcome).status).toBe("cancelled");
      await expect.poll(() => processesOf(path), { timeout: 5_000 }).toEqual([]);
    },
    60_000,
  );
});

/** Ids of the processes that were started for a file. */
function processesOf(path: string): string[] {
  return readdirSync("/proc").filter((id) => {
    try {
      return /^\d+$/.test(id) && readFileSync(`/proc/${id}/cmdline`, "utf8").split("\0").includes(path);
    } catch {
      return false;
    }
  });
}
