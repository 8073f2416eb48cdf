import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import type { Person } from "#app/domain/account/actor.ts";
import { success } from "#app/domain/fault.ts";
import { attachCallRecords } from "#app/services/measurement/attach-call-records.ts";
import { importCalls } from "#app/services/measurement/import-calls.ts";
import {
  writeMeasuredFigures,
  writeOwnMeasuredFigures,
} from "#app/services/measurement/write-measured-figures.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { judgedTender, openedTender } from "../evaluation/opened-tender.ts";
import { accepted, codesOf } from "../response/submitting.ts";

/** Two calls to each of two queues in September and one in October; one of five waits a minute. */
const calls = `call_id,queue,arrival_at,answered_at,ended_at
1,Växeln,2026-09-01T08:08:00Z,2026-09-01T08:08:10Z,2026-09-01T08:10:00Z
2,Växeln,2026-09-01T08:09:00Z,2026-09-01T08:10:00Z,2026-09-01T08:11:00Z
3,=Natt,2026-09-01T22:08:00Z,2026-09-01T22:08:05Z,2026-09-01T22:09:00Z
4,=Natt,2026-09-02T22:08:00Z,2026-09-02T22:08:05Z,2026-09-02T22:09:00Z
5,Växeln,2026-10-01T08:08:00Z,2026-10-01T08:08:01Z,2026-10-01T08:10:00Z
`;

const bring = (world: World) => async (vendor: Person, tenderId: string) => {
  const chunks = Readable.from([Buffer.from(calls)]);
  const received = async () => success({ name: "calls.csv", chunks, interruption: () => null });
  const file = accepted(await attachCallRecords(world.app, vendor, tenderId, received));
  const settings = { zone: "Europe/Stockholm", clock: "arrival" } as const;
  await accepted(await importCalls(world.app, vendor, tenderId, file.id, settings)).ended;
};

async function rowsOf(bytes: Buffer, sheet: string): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const rows: unknown[][] = [];
  workbook.getWorksheet(sheet)?.eachRow((row, number) => {
    if (number > 1) rows.push((row.values as unknown[]).slice(1));
  });
  return rows;
}

onBothDatabases("measured figures as a workbook", (open) => {
  it("holds each month, queue and figure with numerator and denominator, and each half hour", async () => {
    const world = open();
    const { tenderId, responses, chair } = await openedTender(world, judgedTender, bring(world));
    const write = async () =>
      accepted(await writeMeasuredFigures(world.app, chair, tenderId, responses[0] ?? "", "sv"));
    const file = await write();
    const figures = await rowsOf(file, "Nyckeltal");
    const levels = figures.filter(([, , figure]) => figure === "Servicenivå");
    expect(
      levels.map(([month, queue, , value, , numerator, denominator]) => [
        month,
        queue,
        value,
        numerator,
        denominator,
      ]),
    ).toEqual([
      ["2026-09", "*", 75, 3, 4],
      ["2026-10", "*", 100, 1, 1],
      ["2026-09", "'=Natt", 100, 2, 2],
      ["2026-09", "Växeln", 50, 1, 2],
      ["2026-10", "Växeln", 100, 1, 1],
    ]);
    const halfHours = await rowsOf(file, "Halvtimmar");
    expect(halfHours.map(([start, queue, offered]) => [start, queue, offered])).toEqual([
      ["2026-09-01T10:00:00+02:00", "*", 2],
      ["2026-09-01T10:00:00+02:00", "Växeln", 2],
      ["2026-09-02T00:00:00+02:00", "*", 1],
      ["2026-09-02T00:00:00+02:00", "'=Natt", 1],
      ["2026-09-03T00:00:00+02:00", "*", 1],
      ["2026-09-03T00:00:00+02:00", "'=Natt", 1],
      ["2026-10-01T10:00:00+02:00", "*", 1],
      ["2026-10-01T10:00:00+02:00", "Växeln", 1],
    ]);
    expect((await write()).equals(file)).toBe(true);
  });

  it("is for those who judge and for the vendor itself, and not there without records", async () => {
    const world = open();
    let own = 0;
    const { tenderId, responses, vendors, chair } = await openedTender(
      world,
      judgedTender,
      async (vendor, id) => {
        expect(codesOf(await writeOwnMeasuredFigures(world.app, vendor, id, "en"))).toEqual(["not_found"]);
        await bring(world)(vendor, id);
        own += accepted(await writeOwnMeasuredFigures(world.app, vendor, id, "en")).length;
      },
    );
    expect(own).toBeGreaterThan(0);
    for (const vendor of vendors) {
      const asked = await writeMeasuredFigures(world.app, vendor, tenderId, responses[0] ?? "", "en");
      expect(codesOf(asked)).toEqual(["not_found"]);
    }
    expect(codesOf(await writeMeasuredFigures(world.app, chair, tenderId, "anything", "en"))).toEqual([
      "not_found",
    ]);
  });
});
