import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { preview } from "#app/imports/call-records/preview.ts";
import { recordFile } from "#app/imports/call-records/read-call-records.ts";
import { inFolder, readingOptions } from "./reading.ts";

const previewOf = (content: string | Uint8Array) =>
  inFolder((folder) => {
    const path = join(folder, "calls.csv");
    writeFileSync(path, content);
    return preview(recordFile(path), readingOptions);
  });

const header = "CALL_ID;Queue;arrival_ts;answered_at;ended_at;note";
const row = (i: number): string =>
  `${i};"A;b";2025-06-10 10:00:00,5;2025-06-10 10:00:09;2025-06-10 10:01:00;x`;

describe("a preview", () => {
  it("shows format, the column each name is taken for, and ten rows as they would be taken", async () => {
    const seen = await previewOf([header, ...Array.from({ length: 12 }, (_, i) => row(i))].join("\n"));
    expect(seen).toMatchObject({ format: "calls-csv", faults: [], partial: false });
    expect(seen.columns.map(({ column }) => column)).toEqual([
      "call_id",
      "queue",
      "arrival_at",
      "answered_at",
      "ended_at",
      null,
    ]);
    expect(seen.rows).toHaveLength(10);
    expect(seen.rows[0]).toMatchObject({
      line: 2,
      callId: "0",
      queue: "A;b",
      disposition: "answered",
      arrival: "2025-06-10T08:00:00.500Z",
      talkS: 51,
      holdS: null,
    });
  });

  it("looks at the beginning of a long file only, and does not blame the row that it cuts", async () => {
    const seen = await previewOf([header, ...Array.from({ length: 9000 }, (_, i) => row(i))].join("\n"));
    expect(seen).toMatchObject({ partial: true, faults: [] });
  });

  it("shows the first faults with what stands there, cut short where it is long", async () => {
    const seen = await previewOf([header, row(1), "2;q;yesterday;;;x"].join("\n"));
    expect(seen.faults).toEqual([
      {
        code: "time_format",
        place: { file: "calls.csv", line: 3, column: "arrival_at" },
        params: { value: "yesterday" },
      },
    ]);
    const long = await previewOf([header, `2;q;${"9".repeat(60)};;;x`].join("\n"));
    expect(long.faults[0]?.params?.value).toBe(`${"9".repeat(39)}…`);
  });

  it("says why a file cannot be shown", async () => {
    expect((await previewOf("")).faults[0]?.code).toBe("file_empty");
    expect((await previewOf("a,b\n1,2\n")).faults[0]?.code).toBe("format_unknown");
    expect((await previewOf(Uint8Array.of(0x1f, 0x8b, 1, 2, 3))).faults[0]?.code).toBe("gz_broken");
  });

  it("shows calls of a queue log, without those that may still end", async () => {
    const line = (rest: string): string => `1740000000|${rest}`;
    const calls = Array.from({ length: 9000 }, (_, i) => [
      line(`c${i}|q|N|ENTERQUEUE||1|1`),
      line(`c${i}|q|N|ABANDON|1|1|0`),
    ]);
    const seen = await previewOf([line("open|q|N|ENTERQUEUE||1|1"), ...calls.flat()].join("\n"));
    expect(seen).toMatchObject({ format: "queue-log", partial: true, columns: [], warnings: [] });
    expect(seen.rows.map(({ disposition }) => disposition)).toEqual(new Array(10).fill("abandoned"));
  });
});
