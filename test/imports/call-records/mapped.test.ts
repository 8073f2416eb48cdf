import { describe, expect, it } from "vitest";
import { sumTotals } from "#app/domain/measurement/cell.ts";
import type { ColumnMapping } from "#app/imports/call-records/column-mapping.ts";
import { guessMapping } from "#app/imports/call-records/guess-mapping.ts";
import { readMapping } from "#app/imports/call-records/mapping-file.ts";
import { cellsOf, faultsOf, readContents, warningsOf } from "./reading.ts";

const header = "Ärende;Kö;Datum;Inkom;Besvarad;Avslutad;Utfall;Samtalstid;Handläggare";
const rows = [
  "1;Växel;10.06.2025;10:00:00;10:00:09;10:01:09;Besvarat;1:00;Ann",
  '2;"Kö; ""åäö""";10.06.2025;10:05:00;;10:05:30;Tappat;;',
  "3;Växel;10.06.2025;10:06:00;;10:06:00;Upptaget;;",
];
const mapping: ColumnMapping = {
  header: true,
  columns: {
    call_id: { from: ["Ärende"] },
    queue: { from: ["Kö"] },
    arrival_at: { from: ["Datum", "Inkom"] },
    answered_at: { from: ["Datum", "Besvarad"] },
    ended_at: { from: ["Datum", "Avslutad"] },
    disposition: { from: ["Utfall"] },
    talk_s: { from: ["Samtalstid"] },
  },
  time: "DD.MM.YYYY HH:mm:ss",
  zone: null,
  dispositions: { besvarat: "answered", tappat: "abandoned", upptaget: "blocked" },
};

const read = (content: string | Uint8Array, by: ColumnMapping = mapping) =>
  readContents([content], { format: "mapped", mapping: by });

describe("a table of an unknown layout", () => {
  it("is read by a mapping of its columns, times, lengths and outcomes", async () => {
    const records = await read([header, ...rows].join("\n"));
    expect(faultsOf(records)).toEqual([]);
    expect(records.format).toBe("mapped");
    const cells = cellsOf(records);
    expect(cells.map(({ queue }) => queue)).toEqual(['Kö; "åäö"', "Växel"]);
    expect(sumTotals(cells.map(({ totals }) => totals))).toMatchObject({
      answered: 1,
      waitAnswered: 9_000_000,
      talk: 60_000_000,
      abandoned: 1,
      waitAbandoned: 30_000_000,
      blocked: 1,
    });
    expect(warningsOf(records)).toEqual(["unknown_column 1 Handläggare 1"]);
  });

  it("gives the same bytes as the call file that says the same", async () => {
    const canonical = [
      "call_id,queue,arrival_at,answered_at,ended_at,disposition,talk_s",
      "1,Växel,2025-06-10T10:00:00,2025-06-10T10:00:09,2025-06-10T10:01:09,answered,60",
      '2,"Kö; ""åäö""",2025-06-10T10:05:00,,2025-06-10T10:05:30,abandoned,',
      "3,Växel,2025-06-10T10:06:00,,2025-06-10T10:06:00,blocked,",
    ].join("\n");
    expect((await read([header, ...rows].join("\n"))).blobs).toEqual((await readContents([canonical])).blobs);
  });

  it("may have no header, a fixed queue and epoch seconds", async () => {
    const records = await read("a,1749542400,1749542409.5,1749542460\nb,1749542400,,1749542420\n", {
      header: false,
      columns: {
        call_id: { from: ["#1"] },
        queue: { constant: "Växel" },
        arrival_at: { from: ["#2"] },
        answered_at: { from: ["#3"] },
        ended_at: { from: ["#4"] },
      },
      time: "epoch",
      zone: null,
      dispositions: {},
    });
    expect(faultsOf(records)).toEqual([]);
    expect(cellsOf(records)[0]?.totals).toMatchObject({ answered: 1, waitAnswered: 9_500_000, abandoned: 1 });
  });

  it("is refused where a cell does not follow the mapping, even one that a call file may have", async () => {
    const records = await read(
      [
        header,
        "1;Växel;2025-06-10;10:00:00;;10:05:30;Tappat;;",
        "2;Växel;10.06.2025;10:00:00;;10:05:30;Kanske;;",
        "3;Växel;10.06.2025;10:00:00;;09:05:30;Tappat;;",
        "4;Växel;30.03.2025;02:30:00;;04:05:30;Tappat;;",
        "5;Växel;10.06.2025;10:00:00;;10:05:30;Tappat",
        '6;"Växel;10.06.2025;10:00:00;;10:05:30;Tappat;;',
        "7;Växel;10.06.2025;10:00:00;;10:05:30;Tappat;ett;",
      ].join("\n"),
    );
    expect(faultsOf(records)).toEqual([
      "time_format 1.csv:2 arrival_at",
      "time_format 1.csv:2 ended_at",
      "disposition_unknown 1.csv:3 disposition",
      "time_order 1.csv:4 ended_at",
      "time_skipped 1.csv:5 arrival_at",
      "row_columns 1.csv:6 -",
      "quote 1.csv:7 -",
      "number_format 1.csv:8 talk_s",
    ]);
    // What stands in the file, not what it was turned into.
    expect(records.faults.slice(0, 3).map(({ params }) => params?.value)).toEqual([
      "2025-06-10 10:00:00",
      "2025-06-10 10:05:30",
      "Kanske",
    ]);
    expect(records.blobs).toEqual([]);
  });

  it("is refused when a column that the mapping reads is not there", async () => {
    const other = [header.replace("Avslutad", "Slut"), ...rows].join("\n");
    expect(faultsOf(await read(other))).toEqual(["header_missing_column 1.csv:1 Avslutad"]);
  });
});

describe("detail records that do not tell of waits", () => {
  it("are refused though a mapping calls their columns by the names of calls", async () => {
    const cdr =
      '"","0701","0101","in","x","SIP/a-1","SIP/b-2","Queue","q","2025-01-27 15:07:24","2025-01-27 15:07:25","2025-01-27 15:07:51",27,26,"ANSWERED","DOCUMENTATION"\n';
    const columns = {
      call_id: { from: ["#6"] },
      queue: { from: ["#3"] },
      arrival_at: { from: ["#10"] },
      answered_at: { from: ["#11"] },
      ended_at: { from: ["#12"] },
    };
    const records = await read(cdr, { ...mapping, header: false, columns, time: "YYYY-MM-DD HH:mm:ss" });
    expect(records.faults).toMatchObject([{ code: "format_unknown", params: { reason: "asterisk_cdr" } }]);
  });
});

describe("a mapping in a file", () => {
  it("may name a column short, and is what it was written from", () => {
    const short = { ...mapping, columns: { ...mapping.columns, call_id: "Ärende" } };
    expect(readMapping(JSON.stringify(short))).toEqual({ ok: true, value: mapping });
    expect(readMapping(JSON.stringify(mapping))).toEqual({ ok: true, value: mapping });
  });

  it("is refused with everything that is wrong with it", () => {
    const codes = (text: string): (string | undefined)[] => {
      const result = readMapping(text);
      return result.ok ? [] : result.faults.map(({ code, place }) => `${code} ${place?.field ?? ""}`.trim());
    };
    expect(codes("{")).toEqual(["json_broken"]);
    const strange = { ...mapping, columns: { agent: "Ann" }, zone: 1 };
    expect(codes(JSON.stringify(strange))).toEqual(["mapping_invalid columns", "mapping_invalid zone"]);
    const { ended_at: _, ...rest } = mapping.columns;
    expect(codes(JSON.stringify({ ...mapping, columns: rest, time: "HH:mm", zone: "Mars" }))).toEqual([
      "mapping_column_missing columns.ended_at",
      "mapping_time_invalid time",
      "zone_unknown zone",
    ]);
  });
});

describe("a proposal for a mapping", () => {
  it("finds Swedish columns, a date that stands apart, the pattern and the words of outcomes", () => {
    const names = header.split(";");
    const unquoted = rows.filter((row) => !row.includes('"'));
    const plain = [...unquoted, "4;Växel;10.06.2025;10:05:00;;10:05:30;Tappat;;"].map((row) =>
      row.split(";"),
    );
    expect(guessMapping({ names, rows: plain })).toEqual(mapping);
  });

  it("does not take the time in a queue or the length of a service for the queue", () => {
    const names = ["queue_time", "Kötid (s)", "service_length", "Tjänst"];
    expect(guessMapping({ names, rows: [["1", "2", "3", "Växel"]] }).columns.queue).toEqual({
      from: ["Tjänst"],
    });
  });

  it("takes an answer for an answer, and no answer for none", () => {
    const names = ["Nr", "Kö", "Inkom", "Slut", "Resultat"];
    const guessed = guessMapping({
      names,
      rows: ["Svar", "Ej svar", "Obesvarat", "Talsvar"].map((word) => ["1", "q", "2", "3", word]),
    });
    expect(guessed.dispositions).toEqual({
      svar: "answered",
      "ej svar": "abandoned",
      obesvarat: "abandoned",
    });
  });

  it("finds English columns with a twelve-hour clock, and tells month from day where the numbers do", () => {
    const guessed = guessMapping({
      names: ["Call ID", "Skill", "Offered Time", "Answer Time", "Disconnect Time", "Result"],
      rows: [
        ["1", "Main", "6/30/2025 1:00:00 PM", "6/30/2025 1:00:09 PM", "6/30/2025 1:01:00 PM", "Handled"],
        ["2", "Main", "6/30/2025 1:05:00 PM", "", "6/30/2025 1:06:00 PM", "Missed"],
      ],
    });
    expect(guessed).toEqual({
      header: true,
      columns: {
        call_id: { from: ["Call ID"] },
        queue: { from: ["Skill"] },
        arrival_at: { from: ["Offered Time"] },
        answered_at: { from: ["Answer Time"] },
        ended_at: { from: ["Disconnect Time"] },
        disposition: { from: ["Result"] },
      },
      time: "M/D/YYYY h:mm:ss A",
      zone: null,
      dispositions: { handled: "answered", missed: "abandoned" },
    });
  });
});
