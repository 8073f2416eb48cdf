import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { recordsInForce } from "#app/db/record-import.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { acceptRecords } from "#app/services/records/accept-records.ts";
import { attachRecords } from "#app/services/records/attach-records.ts";
import { listRecords } from "#app/services/records/list-records.ts";
import { previewRecords } from "#app/services/records/preview-records.ts";
import { removeRecords } from "#app/services/records/remove-records.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { exampleTender } from "../response/example-tender.ts";
import { deadlineUs, publishTender } from "../response/published-tender.ts";
import { accepted, codesOf } from "../response/submitting.ts";
import { handIn, septemberLog, upload } from "./record-files.ts";

const zone = "Europe/Stockholm";

async function begun(world: World): Promise<{ vendor: Person; tenderId: string }> {
  const tenderId = await publishTender(world, exampleTender);
  const vendor = await makePerson(world, { organisation: "vendor" });
  accepted(await startResponse(world.app, vendor, tenderId));
  return { vendor, tenderId };
}

const attach = async ({ app }: World, vendor: Person, tenderId: string, text: string, name = "log.csv") =>
  await attachRecords(app, vendor, tenderId, upload(name, text));

const logKinds = async ({ app }: World) =>
  (await app.database.read.selectFrom("log").select("kind").orderBy("seq").execute())
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith("records."));

onBothDatabases("record files", (open) => {
  it("are told by their header and shown before anything is taken over", async () => {
    const world = open();
    const { vendor, tenderId } = await begun(world);
    const file = accepted(await attach(world, vendor, tenderId, septemberLog));
    const seen = accepted(await previewRecords(world.app, vendor, tenderId, file.id, null));
    expect(seen).toMatchObject({ kind: "incidents", rows: 3, faultCount: 0, accepted: false, zone });
    expect(seen.columns[0]).toEqual({ name: "system", column: "system" });
    expect(seen.first[1]?.cells[3]).toBe("INC-1");
    const listed = accepted(await listRecords(world.app, vendor, tenderId));
    expect(listed.files).toMatchObject([{ name: "log.csv", accepted: null }]);
    expect(await world.app.database.read.selectFrom("record_import").selectAll().execute()).toEqual([]);
  });

  it("are taken over with their content and its hash, and logged", async () => {
    const world = open();
    const { vendor, tenderId } = await begun(world);
    await handIn(world, vendor, tenderId, septemberLog);
    const [row] = await world.app.database.read.selectFrom("record_import").selectAll().execute();
    expect(row).toMatchObject({
      kind: "incidents",
      zone,
      rows: 3,
      replaces: null,
      created_by: vendor.accountId,
    });
    expect(row?.content_sha256).toBe(
      createHash("sha256")
        .update(row?.content ?? "")
        .digest("hex"),
    );
    expect(JSON.parse(row?.content.toString() ?? "")).toMatchObject({
      covered: [{ system: "Telefoni" }],
      incidents: [{ id: "INC-1" }, { id: "CHG-1", planned: true }],
    });
    expect(await logKinds(world)).toEqual(["records.import"]);
  });

  it("are taken over whole or not at all", async () => {
    const world = open();
    const { vendor, tenderId } = await begun(world);
    const faulty = `${septemberLog}Telefoni,2026-09-09 13:00:00,2026-09-09 12:00:00,INC-2,major,no,\n`;
    const file = accepted(await attach(world, vendor, tenderId, faulty));
    const refused = await acceptRecords(world.app, vendor, tenderId, file.id, zone);
    expect(refused).toMatchObject({
      ok: false,
      faults: [{ code: "end_before_start", place: { file: "log.csv", line: 5, column: "end" } }],
    });
    expect(await world.app.database.read.selectFrom("record_import").selectAll().execute()).toEqual([]);
    expect(await logKinds(world)).toEqual([]);
  });

  it("replace earlier ones of the same kind, and the log names both", async () => {
    const world = open();
    const { vendor, tenderId } = await begun(world);
    const first = await handIn(world, vendor, tenderId, septemberLog, "first.csv");
    world.clock.advance(1_000_000);
    const second = accepted(await attach(world, vendor, tenderId, `${septemberLog}\n\n`, "second.csv"));
    expect(accepted(await previewRecords(world.app, vendor, tenderId, second.id, null)).replaces).toBe(
      "first.csv",
    );
    accepted(await acceptRecords(world.app, vendor, tenderId, second.id, zone));
    const { files } = accepted(await listRecords(world.app, vendor, tenderId));
    expect(files.map(({ name }) => name)).toEqual(["second.csv"]);
    expect(await logKinds(world)).toEqual(["records.import", "records.replace"]);
    const { body } = await world.app.database.read
      .selectFrom("log")
      .select("body")
      .where("kind", "=", "records.replace")
      .executeTakeFirstOrThrow();
    expect(JSON.parse(body.toString()).facts).toMatchObject({ file: second.id, replaced_file: first });
  });

  it("that were replaced still count for a submitted version that names their file", async () => {
    const world = open();
    const { vendor, tenderId } = await begun(world);
    const first = await handIn(world, vendor, tenderId, septemberLog, "first.csv");
    world.clock.advance(1_000_000);
    const later = septemberLog.replace("INC-1", "INC-9");
    const second = await handIn(world, vendor, tenderId, later, "second.csv");
    const { read } = world.app.database;
    const { id } = await read.selectFrom("response").select("id").executeTakeFirstOrThrow();
    const incidentOf = async (...files: string[]) =>
      (await recordsInForce(read, id, files, "incidents"))?.content.incidents[0]?.id;
    expect(await incidentOf(first)).toBe("INC-1");
    expect(await incidentOf(second)).toBe("INC-9");
    expect(await incidentOf(first, second)).toBe("INC-9");
    expect(await incidentOf()).toBeUndefined();
    expect(await recordsInForce(read, id, [first], "staffing_plan")).toBeNull();
  });

  it("are noticed when the same file comes twice, until it has been taken out", async () => {
    const world = open();
    const { vendor, tenderId } = await begun(world);
    const fileId = await handIn(world, vendor, tenderId, septemberLog);
    expect(codesOf(await attach(world, vendor, tenderId, septemberLog, "again.csv"))).toEqual([
      "record_file_twice",
    ]);
    accepted(await removeRecords(world.app, vendor, tenderId, fileId));
    expect(codesOf(await attach(world, vendor, tenderId, septemberLog, "again.csv"))).toEqual([]);
    expect(await logKinds(world)).toEqual(["records.import", "records.remove"]);
  });

  it("are taken over once", async () => {
    const world = open();
    const { vendor, tenderId } = await begun(world);
    const fileId = await handIn(world, vendor, tenderId, septemberLog);
    const again = await acceptRecords(world.app, vendor, tenderId, fileId, zone);
    expect(codesOf(again)).toEqual(["records_accepted_already"]);
  });

  it.each([
    ["a picture", "bild.png", "x", "record_file_kind"],
    ["what is no text", "log.csv", "a\u0000b", "record_file_kind"],
  ])("refuse %s", async (_what, name, text, code) => {
    const world = open();
    const { vendor, tenderId } = await begun(world);
    expect(codesOf(await attach(world, vendor, tenderId, text, name))).toEqual([code]);
    expect(await world.app.database.read.selectFrom("response_file").selectAll().execute()).toEqual([]);
  });

  describe("belong to their vendor", () => {
    it("and cannot be looked at, taken over or taken out by another", async () => {
      const world = open();
      const { vendor, tenderId } = await begun(world);
      const file = accepted(await attach(world, vendor, tenderId, septemberLog));
      const other = await makePerson(world, { organisation: "vendor" });
      accepted(await startResponse(world.app, other, tenderId));
      const { app } = world;
      expect(codesOf(await previewRecords(app, other, tenderId, file.id, null))).toEqual(["not_found"]);
      expect(codesOf(await acceptRecords(app, other, tenderId, file.id, zone))).toEqual(["not_found"]);
      expect(codesOf(await removeRecords(app, other, tenderId, file.id))).toEqual(["not_found"]);
      expect(accepted(await listRecords(app, other, tenderId)).files).toEqual([]);
    });

    it("and cannot be changed once the deadline has passed", async () => {
      const world = open();
      const { vendor, tenderId } = await begun(world);
      const fileId = await handIn(world, vendor, tenderId, septemberLog);
      world.clock.nowUs = deadlineUs + 1;
      const { app } = world;
      expect(codesOf(await attach(world, vendor, tenderId, "x"))).toEqual(["wrong_stage"]);
      expect(codesOf(await removeRecords(app, vendor, tenderId, fileId))).toEqual(["wrong_stage"]);
      expect(accepted(await listRecords(app, vendor, tenderId)).mayEdit).toBe(false);
    });
  });
});
