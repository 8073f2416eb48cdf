import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IncidentLog } from "#app/domain/availability/incident-log.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { recordKinds } from "#app/imports/records/kinds.ts";
import { readRecords } from "#app/imports/records/read-records.ts";

const zone = loadZone("Europe/Stockholm");
if (zone === null) throw new Error("no zone");

const read = (text: string | Uint8Array) =>
  readRecords({ name: "log.csv", bytes: typeof text === "string" ? Buffer.from(text) : text }, zone);

const contentOf = (text: string | Uint8Array): IncidentLog => {
  const { content, faults } = read(text);
  if (content === null) throw new Error(JSON.stringify(faults));
  return JSON.parse(content.toString());
};

/** `line column code value` of each fault. */
const faultsOf = (text: string | Uint8Array): string[] =>
  read(text).faults.map(({ code, place, params }) =>
    [place?.line, place?.column ?? "-", code, params?.value ?? ""].join(" ").trim(),
  );

const head = "system,start,end,id,class,planned,announced,affected_share,notice,report";
const utc = (us: number | null | undefined) => (us == null ? us : new Date(us / 1000).toISOString());

describe("an incident log", () => {
  it("is read with local times, offsets, decimals and words for flags, in any order of columns", () => {
    const [incident] = contentOf(
      [
        "END;Start;System;Planned;affected_share;announced;notice;report;class;id",
        "2026-09-08T13:31:00.5;2026-09-08 13:02:10+02:00;Telefoni;ja;0,4;2026-09-01T10:00:00Z;;;major;INC-1",
      ].join("\n"),
    ).incidents;
    expect(incident).toMatchObject({ id: "INC-1", class: "major", planned: true, affectedShare: "0.4" });
    expect([incident?.fromUs, incident?.toUs, incident?.announcedUs].map(utc)).toEqual([
      "2026-09-08T11:02:10.000Z",
      "2026-09-08T11:31:00.500Z",
      "2026-09-01T10:00:00.000Z",
    ]);
  });

  it("has no end while an incident is open, and no share where the log tells none", () => {
    const [incident] = contentOf("system,start,end\nTelefoni,2026-09-08 13:00:00,\n").incidents;
    expect(incident).toMatchObject({ toUs: null, affectedShare: null, planned: false, id: null });
  });

  it("covers what its lines of class period say", () => {
    const { covered, incidents } = contentOf(
      `${head}\nTelefoni,2026-09-01 00:00:00,2026-11-01 00:00:00,,Period,,,,,\n`,
    );
    expect(incidents).toEqual([]);
    expect(covered.map(({ fromUs, toUs }) => [utc(fromUs), utc(toUs)])).toEqual([
      ["2026-08-31T22:00:00.000Z", "2026-10-31T23:00:00.000Z"],
    ]);
  });

  it("covers the whole months from its first to its last stamp when it has no such line, and says so", () => {
    const text = `${head}\nTelefoni,2026-09-08 13:00:00,2026-09-08 14:00:00,,,,,,,\nNät,2026-10-31 23:30:00,,,,,,,,\n`;
    expect(
      contentOf(text).covered.map(({ system, fromUs, toUs }) => [system, utc(fromUs), utc(toUs)]),
    ).toEqual([
      ["Nät", "2026-08-31T22:00:00.000Z", "2026-10-31T23:00:00.000Z"],
      ["Telefoni", "2026-08-31T22:00:00.000Z", "2026-10-31T23:00:00.000Z"],
    ]);
    expect(read(text).warnings.map(({ code }) => code)).toEqual(["period_assumed"]);
  });

  it("takes its own template", () => {
    expect(faultsOf(recordKinds.incidents.template)).toEqual([]);
  });

  it.each([
    // Both stamps in the doubled hour: the end is not before the start.
    ["02:50:00", "02:10:00", 20],
    // Two readings of 40 minutes: summer time.
    ["02:10:00", "02:50:00", 40],
    // Until after the hour: the shorter reading begins in winter time.
    ["02:30:00", "03:10:00", 40],
    // From before it: the shorter reading ends in summer time.
    ["01:50:00", "02:10:00", 20],
    ["01:30:00", "03:30:00", 180],
  ])("reads %s to %s in the night of October as %i minutes", (start, end, minutes) => {
    const [incident] = contentOf(`system,start,end\nT,2026-10-25 ${start},2026-10-25 ${end}\n`).incidents;
    expect(((incident?.toUs ?? 0) - (incident?.fromUs ?? 0)) / 60e6).toBe(minutes);
  });

  it("names every fault with its line, column and value", () => {
    expect(
      faultsOf(
        [
          head,
          ",2026-09-08 13:00:00,2026-09-08 14:00:00,,,,,,,",
          "T,,2026-09-08 14:00:00,,,,,,,",
          "T,2026-09-08 13:00,8/9 2026,,,maybe,soon,1.5,,",
          "T,2026-09-08 14:00:00,2026-09-08 13:59:59,,,,,,,",
          "T,2026-03-29 02:30:00,2026-03-29 03:30:00,,,,,,,",
          "T,1989-03-29 02:30:00,,,,,,,,",
          "T,2026-09-08 13:00:00,2026-09-08 14:00:00,1,,,,,,",
          "T,2026-09-08 13:00:00,2026-09-08 14:00:00,1,,,,,,",
          "T,2026-09-01 00:00:00,,,period,,,,,",
          "T,2026-09-08 13:00:00",
          "T,2026-09-08 13:00:00,2026-09-08 14:00:00,2,,,,,,,one too many",
          'T,"2026-09-08 13:00:00,2026-09-08 14:00:00,,,,,,,',
        ].join("\n"),
      ),
    ).toEqual([
      "2 system value_missing",
      "3 start value_missing",
      "4 start time_format 2026-09-08 13:00",
      "4 end time_format 8/9 2026",
      "4 planned flag_format maybe",
      "4 announced time_format soon",
      "4 affected_share cell_number 1.5",
      "5 end end_before_start 2026-09-08 13:59:59",
      "6 start time_skipped 2026-03-29 02:30:00",
      "7 start time_range 1989-03-29 02:30:00",
      "9 - row_duplicate",
      "10 end value_missing",
      "11 - row_columns",
      "12 - row_columns",
      "13 - quote",
    ]);
  });

  it.each([
    ["", ["1 - file_empty"]],
    ["a,b,c\n1,2,3\n", ["1 - record_kind_unknown"]],
    ["system,start,end,start_ts\n", ["1 start header_duplicate_column"]],
    ["\n\nsystem,start,end\nT,x,\n", ["4 start time_format x"]],
  ])("%j is refused", (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it("of more than ten years, or of hundreds of systems, has been mistyped", () => {
    const years = `system,start,end\nT,2026-09-08 13:00:00,2026-09-08 14:00:00\nT,2062-09-08 13:00:00,\n`;
    expect(faultsOf(years)).toEqual(["1 - log_span"]);
    const systems = Array.from({ length: 201 }, (_, i) => `S${i},2026-09-08 13:00:00,`).join("\n");
    expect(faultsOf(`system,start,end\n${systems}\n`)).toEqual(["1 - too_many_systems"]);
  });

  it("is read to its twenty thousandth line", () => {
    const lines = Array.from({ length: 20_001 }, (_, i) => `T,2026-09-08 13:00:00,,${i}`).join("\n");
    expect(faultsOf(`system,start,end,id\n${lines}\n`)).toEqual(["20002 - record_rows"]);
  });

  it("that is not UTF-8 is refused by line, and with a mark or CRLF it is read", () => {
    const text = "system,start,end\r\nVäxel,2026-09-08 13:00:00,\r\n";
    expect(faultsOf(Buffer.from(text, "latin1"))).toEqual(["2 - encoding"]);
    expect(contentOf(Buffer.from(`\ufeff${text}`)).incidents[0]?.system).toBe("Växel");
  });

  it("gives the same bytes whatever the order of its lines", () => {
    const lines = [
      "Telefoni,2026-09-01 00:00:00,2026-10-01 00:00:00,,period,,,,,",
      "Nät,2026-09-01 00:00:00,2026-10-01 00:00:00,,period,,,,,",
      "Telefoni,2026-09-08 13:00:00,2026-09-08 14:00:00,A,,,,,,",
      "Telefoni,2026-09-08 13:00:00,,B,,,,,,",
      "Nät,2026-09-02 13:00:00,2026-09-02 14:00:00,C,,,,0.5,,",
    ];
    const bytesOf = (some: readonly string[]) => read([head, ...some].join("\n")).content?.toString();
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(bytesOf(shuffled)).toBe(bytesOf(lines));
      }),
    );
  });
});
