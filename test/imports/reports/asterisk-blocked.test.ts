import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRecordFile } from "#app/imports/records/read-records.ts";
import { projectRoot } from "../../documents/invented-tender.ts";
import { inFolder } from "../call-records/reading.ts";
import { zone } from "./reading.ts";

const read = (content: string) =>
  inFolder(async (folder) => {
    const path = join(folder, "Master.csv");
    writeFileSync(path, content);
    return await readRecordFile({ name: "Master.csv", path }, { zone, root: projectRoot });
  });

/** An invented record of cdr_csv. */
const row = (time: string, outcome: string, id: string): string =>
  `"","0701740605","0101","in","""Kim Påhittad"" <0701740605>","SIP/a-1","SIP/b-2","Queue","q,t","${time}","${time}","${time}",27,27,"${outcome}","DOCUMENTATION","${id}","","","${id}",0`;

describe("call detail records of Asterisk among the record files", () => {
  it("become blocked counts by half hour, and nobody's name or number is kept", async () => {
    const reading = await read(
      [
        row("2025-03-03 08:07:24", "BUSY", "1706368044.0"),
        row("2025-03-03 08:10:00", "ANSWERED", "1706368100.3"),
        row("2025-03-03 08:40:00", "ANSWERED", "1706369900.4"),
      ].join("\n"),
    );
    expect(reading).toMatchObject({ kind: "blocked_counts", rows: 3, faultCount: 0, first: [] });
    const content = reading.content?.toString("utf8") ?? "";
    const eight = Date.parse("2025-03-03T08:00:00+01:00") / 1000;
    expect(JSON.parse(content).counts).toEqual([
      { start: eight, trunk: "Asterisk CDR", blocked: 1, attempts: 2 },
      { start: eight + 1800, trunk: "Asterisk CDR", blocked: 0, attempts: 1 },
    ]);
    expect(content).not.toMatch(/Kim|070/);
  });

  it("are refused whole when a line is none", async () => {
    const reading = await read(`${row("2025-03-03 08:07:24", "BUSY", "1706368044.0")}\nsomething else\n`);
    expect(reading.content).toBeNull();
    expect(reading.faults).toMatchObject([{ code: "format_unknown", place: { line: 2 } }]);
  });
});
