import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { blobPath, listBlobs } from "#app/db/blob.ts";
import type { Person } from "#app/domain/account/actor.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { success } from "#app/domain/fault.ts";
import type { PublishedTender, TenderRequirement } from "#app/domain/tender/tender.ts";
import { measuredValues } from "#app/services/measurement/measured-values.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { acceptRecords } from "#app/services/records/accept-records.ts";
import { attachRecords } from "#app/services/records/attach-records.ts";
import { previewRecords } from "#app/services/records/preview-records.ts";
import { readOwnReports, readReports } from "#app/services/records/read-reports.ts";
import { removeRecords } from "#app/services/records/remove-records.ts";
import { serviceLevel } from "../../domain/catalogue/service-level.ts";
import { workbookParts, zip } from "../../imports/office-archive/zip-writer.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { judgedTender, openedTender } from "../evaluation/opened-tender.ts";
import { accepted, codesOf } from "../response/submitting.ts";
import { handIn, upload } from "./record-files.ts";

const level: Measure = { ...serviceLevel, threshold: "80" };

const measures: Readonly<Record<string, Measure>> = {
  "AVAIL-001": { ...level, metric: "attendance", variant: "STANDARD", threshold: "95", parameters: {} },
  "AVAIL-002": level,
};

const tender: PublishedTender = {
  ...judgedTender,
  requirements: judgedTender.requirements.map(
    (requirement): TenderRequirement => ({ ...requirement, measure: measures[requirement.id] ?? null }),
  ),
};

/** An hour of every day of September 2026: 40 calls, 33 of them answered within the limit of the title. */
const september = (seconds: number): string =>
  [
    `Svarsgräns: ${seconds} s`,
    "Starttid;Sluttid;Erbjudna samtal;Besvarade samtal;Övergivna samtal;Vidarestyrda;Besvarade inom gräns;Servicenivå %",
    ...Array.from({ length: 30 }, (_, i) => {
      const date = `2026-09-${String(i + 1).padStart(2, "0")}`;
      return `${date} 09:00;${date} 10:00;40;36;4;0;33;${i === 6 ? "84,00" : "82,50"}`;
    }),
  ].join("\n");
const attendance = "datum;schemalagda;närvarande\n2026-09-01;20;19\n2026-09-02;20;18\n";

const handInBoth = (world: World, seconds: number) => async (vendor: Person, tenderId: string) => {
  await handIn(world, vendor, tenderId, september(seconds), "intervall.csv");
  await handIn(world, vendor, tenderId, attendance, "narvaro.csv");
};

/** Uploads a file of any bytes; gives its id. */
async function attach(
  { app }: World,
  vendor: Person,
  tenderId: string,
  name: string,
  bytes: Buffer,
): Promise<string> {
  const receive = async () => success({ name, chunks: Readable.from([bytes]), interruption: () => null });
  return accepted(await attachRecords(app, vendor, tenderId, receive)).id;
}

onBothDatabases("reports of a response", (open) => {
  it("decide requirements where there are no call records, each from its own file", async () => {
    const world = open();
    const { tenderId, chair } = await openedTender(world, tender, handInBoth(world, 20));
    const opened = accepted(await openedResponses(world.app, chair, tenderId));
    const responses = opened.map(({ id, quality }) => ({ id, files: quality?.files ?? [] }));
    const values = await measuredValues(world.app.database.read, tender, responses);
    const [first] = responses;
    const own = values.filter(({ response }) => response === first?.id);
    expect(
      own.map(({ requirement, verdict, value, coverage }) => [requirement, verdict, value, coverage]),
    ).toEqual([
      ["AVAIL-001", "refuted", "92.5", null],
      ["AVAIL-002", "verified", "82.5", "100"],
    ]);
    const kinds = await world.app.database.read.selectFrom("record_import").select(["id", "kind"]).execute();
    expect(own.map(({ source }) => kinds.find(({ id }) => id === source)?.kind)).toEqual([
      "attendance",
      "interval_report",
    ]);
  });

  it("decide no level of other seconds than they count by", async () => {
    const world = open();
    const { tenderId, chair } = await openedTender(world, tender, handInBoth(world, 30));
    const opened = accepted(await openedResponses(world.app, chair, tenderId));
    const responses = opened.map(({ id, quality }) => ({ id, files: quality?.files ?? [] }));
    const values = await measuredValues(world.app.database.read, tender, responses);
    const level = values.find(({ requirement }) => requirement === "AVAIL-002");
    expect(level).toMatchObject({ verdict: "no_data", value: null });
  });

  it("show the committee figures, verdicts and traps, as the vendor saw them himself", async () => {
    const world = open();
    const seen: unknown[] = [];
    const { tenderId, responses, chair } = await openedTender(world, tender, async (vendor, id) => {
      await handInBoth(world, 20)(vendor, id);
      seen.push(accepted(await readOwnReports(world.app, vendor, id, "sv")).page);
    });
    const { page } = accepted(await readReports(world.app, chair, tenderId, responses[0] ?? "", "sv"));
    expect(seen).toContainEqual(page);
    expect(page?.parts.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
      "interval_report intervall.csv",
      "attendance narvaro.csv",
    ]);
    expect(page?.requirements.map(({ requirement: { id }, verdict }) => `${id} ${verdict}`)).toEqual([
      "AVAIL-001 refuted",
      "AVAIL-002 verified",
    ]);
    expect(page?.interval).toMatchObject({ preset: "generic", minutes: 60, limits: [20] });
    expect(
      page?.parts.flatMap(({ figures }) => figures).find(({ metric }) => metric === "attendance"),
    ).toMatchObject({
      numerator: "37",
      denominator: "40",
      value: "92.5",
      window: "2026-09",
    });
    // 84 % of 40 calls is no number of calls.
    expect(page?.traps.find(({ id }) => id === "TRAP-10")).toMatchObject({
      severity: "high",
      month: "2026-09",
    });
  });

  it("may come as an Excel file; one that is made to harm is shown with its fault and taken over by nobody", async () => {
    const world = open();
    await openedTender(world, tender, async (vendor, id) => {
      const book = new ExcelJS.Workbook();
      const sheet = book.addWorksheet("Närvaro");
      for (const line of attendance.trim().split("\n")) sheet.addRow(line.split(";"));
      const good = await attach(
        world,
        vendor,
        id,
        "narvaro.xlsx",
        Buffer.from(await book.xlsx.writeBuffer()),
      );
      expect(accepted(await acceptRecords(world.app, vendor, id, good, "Europe/Stockholm"))).toMatchObject({
        kind: "attendance",
        rows: 2,
      });
      const macros = { name: "xl/vbaProject.bin", content: "x" };
      const bad = await attach(
        world,
        vendor,
        id,
        "makro.xlsx",
        zip([...workbookParts("<sheetData/>"), macros]),
      );
      const seen = accepted(await previewRecords(world.app, vendor, id, bad, null));
      expect(seen.faults.map(({ code }) => code)).toEqual(["archive_has_macros"]);
      const taken = await acceptRecords(world.app, vendor, id, bad, "Europe/Stockholm");
      expect(codesOf(taken)).toEqual(["archive_has_macros"]);
      accepted(await removeRecords(world.app, vendor, id, bad));
    });
  });

  it("about people are kept as sums only, and with a fault not at all", async () => {
    const world = open();
    await openedTender(world, tender, async (vendor, id) => {
      const { dataDir } = world.app;
      const blobsBefore = (await listBlobs(dataDir)).length;
      const staff = [
        "per;startdatum;slutdatum;sjukdagar;namn",
        ...Array.from({ length: 6 }, () => "2026-08-31;2019-08-01;;2;Kim Påhittad"),
      ];
      const file = accepted(
        await attachRecords(world.app, vendor, id, upload("personal.csv", staff.join("\n"))),
      );
      expect(file.name).toBe("personal-summor.csv");
      const kept = (await listBlobs(dataDir)).length - blobsBefore;
      expect(kept).toBe(1);
      const { blob } = await world.app.database.read
        .selectFrom("response_file")
        .select("blob")
        .where("id", "=", file.id)
        .executeTakeFirstOrThrow();
      expect(await readFile(blobPath(dataDir, blob), "utf8")).toBe(
        "from_date;to_date;leavers;headcount_at_start;headcount_at_end;tenure_people;tenure_days;tenure_median_days;health_people;healthy\n" +
          "2025-09-01;2026-08-31;0;6;6;6;15528;2588;6;6\n",
      );
      accepted(await acceptRecords(world.app, vendor, id, file.id, "Europe/Stockholm"));
      const broken = await attachRecords(
        world.app,
        vendor,
        id,
        upload("fel.csv", `${staff.join("\n")}\n2026-08-31;i går;;2;Kim`),
      );
      expect(codesOf(broken)).toEqual(["cell_date"]);
      expect((await listBlobs(dataDir)).length - blobsBefore).toBe(1);
    });
  });

  it("are not shown to others, nor before the opening; without any there is no page", async () => {
    const world = open();
    let before: readonly string[] = [];
    const { tenderId, responses, vendors, chair } = await openedTender(world, tender, async (vendor, id) => {
      before = codesOf(await readReports(world.app, vendor, id, "anything", "en"));
    });
    expect(before).toEqual(["not_found"]);
    for (const vendor of vendors)
      expect(codesOf(await readReports(world.app, vendor, tenderId, responses[0] ?? "", "en"))).toEqual([
        "not_found",
      ]);
    expect(accepted(await readReports(world.app, chair, tenderId, responses[0] ?? "", "en")).page).toBeNull();
  });
});
