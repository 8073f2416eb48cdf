import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { blobPath } from "#app/db/blob.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { callRecords } from "#app/domain/example/call-centre.ts";
import { success } from "#app/domain/fault.ts";
import { exampleVendors } from "#app/services/example/vendors.ts";
import { attachCallRecords } from "#app/services/measurement/attach-call-records.ts";
import { cancelImport } from "#app/services/measurement/cancel-import.ts";
import { importCalls } from "#app/services/measurement/import-calls.ts";
import { listCallFiles } from "#app/services/measurement/list-call-files.ts";
import { markInterruptedImports } from "#app/services/measurement/mark-interrupted-imports.ts";
import { previewCallRecords } from "#app/services/measurement/preview-call-records.ts";
import { readOwnMeasurement } from "#app/services/measurement/read-measurement.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { publishTender } from "../response/published-tender.ts";
import { accepted, codesOf } from "../response/submitting.ts";

const header = "call_id,queue,arrival_at,answered_at,ended_at\n";
const row = (id: number, answered: string) =>
  `${id},Växeln,2026-09-01T08:00:00+02:00,2026-09-01T08:00:${answered}+02:00,2026-09-01T08:02:00+02:00\n`;
const settings = { zone: "Europe/Stockholm", clock: "arrival" } as const;
const asTold = { zone: settings.zone, format: "auto", mapping: null, preset: null } as const;

const upload = (world: World, vendor: Person, tenderId: string, name: string, content: string | Buffer) =>
  attachCallRecords(world.app, vendor, tenderId, async () =>
    success({ name, chunks: Readable.from([Buffer.from(content)]), interruption: () => null }),
  );

async function started(world: World) {
  const tenderId = await publishTender(world);
  const vendor = await makePerson(world, { organisation: "vendor" });
  accepted(await startResponse(world.app, vendor, tenderId));
  const importFile = async (content: string) => {
    const file = accepted(await upload(world, vendor, tenderId, "calls.csv", content));
    const running = accepted(await importCalls(world.app, vendor, tenderId, file.id, settings));
    await running.ended;
    const listed = accepted(await listCallFiles(world.app, vendor, tenderId));
    return listed.imports.find(({ id }) => id === running.id);
  };
  return { tenderId, vendor, importFile };
}

onBothDatabases("importing call records", (open) => {
  it("keeps an upload with its hash and reads nothing out of it before it is asked to", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const content = header + row(1, "10");
    accepted(await upload(world, vendor, tenderId, "calls.csv", content));
    const listed = accepted(await listCallFiles(world.app, vendor, tenderId));
    expect(listed.files[0]).toMatchObject({
      name: "calls.csv",
      sha256: createHash("sha256").update(content).digest("hex"),
    });
    expect(listed.imports).toEqual([]);
  });

  it("shows what a file would be taken for, with its faults, before anything is stored", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const file = accepted(
      await upload(world, vendor, tenderId, "calls.csv", header + row(1, "10") + row(2, "61")),
    );
    const seen = accepted(await previewCallRecords(world.app, vendor, tenderId, file.id, asTold));
    expect(seen.format).toBe("calls-csv");
    expect(seen.columns.map(({ column }) => column)).toEqual([
      "call_id",
      "queue",
      "arrival_at",
      "answered_at",
      "ended_at",
    ]);
    expect(seen.faults).toMatchObject([{ code: "time_format", place: { line: 3, column: "answered_at" } }]);
    expect(await world.app.database.read.selectFrom("call_import").selectAll().execute()).toEqual([]);
  });

  it("stores a month's half hours and shows the service level of the example vendor", async () => {
    const world = open();
    const { tenderId, vendor, importFile } = await started(world);
    const [cheap] = exampleVendors;
    if (cheap === undefined) throw new Error("no example vendor");
    const done = await importFile(callRecords(cheap.centre, new Date("2026-08-31T22:00:00Z"), 1, 30));
    expect(done).toMatchObject({ state: "done", faultCount: 0, format: "calls-csv" });
    const { page } = accepted(
      await readOwnMeasurement(world.app, vendor, tenderId, {
        month: null,
        queue: null,
        figure: null,
        by: null,
        language: "sv",
      }),
    );
    expect(page?.months.map(({ month }) => month)).toEqual(["2026-09"]);
    expect(page?.heatMap).toHaveLength(30);
    expect(page?.heatMap.every(({ values }) => values.length === 48)).toBe(true);
    const { offered, attempts } = page?.month?.service_level.variants ?? {};
    // Its blocked calls are in one denominator and not in the other.
    expect(attempts?.denominator).toBeGreaterThan(offered?.denominator ?? Number.POSITIVE_INFINITY);
    expect(attempts?.numerator).toBe(offered?.numerator);
  });

  it("takes a file with one fault in its last row not at all, and says where", async () => {
    const world = open();
    const { importFile } = await started(world);
    const refused = await importFile(header + row(1, "10") + row(2, "12") + row(3, "99"));
    expect(refused).toMatchObject({
      state: "refused",
      faultCount: 1,
      faults: [{ code: "time_format", place: { file: "calls.csv", line: 4, column: "answered_at" } }],
    });
    expect(await world.app.database.read.selectFrom("call_aggregate").selectAll().execute()).toEqual([]);
  });

  it("refuses what cannot be call records, and keeps nothing of it", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    expect(codesOf(await upload(world, vendor, tenderId, "calls.exe", "MZ"))).toEqual(["call_file_kind"]);
    expect(codesOf(await upload(world, vendor, tenderId, "calls.csv", Buffer.from([1, 0, 2])))).toEqual([
      "call_file_kind",
    ]);
    expect(codesOf(await upload(world, vendor, tenderId, "calls.xlsx", header))).toEqual(["call_file_kind"]);
    expect(codesOf(await upload(world, vendor, tenderId, "calls.xlsx", "PK\u0003\u0004"))).toEqual([
      "archive_unreadable",
    ]);
    expect(await readdir(path.join(world.app.dataDir, "blobs"))).toEqual([]);
  });

  it("does not know another vendor's file", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const file = accepted(await upload(world, vendor, tenderId, "calls.csv", header + row(1, "10")));
    const other = await makePerson(world, { organisation: "vendor" });
    accepted(await startResponse(world.app, other, tenderId));
    for (const id of [file.id, "0".repeat(32)]) {
      expect(codesOf(await importCalls(world.app, other, tenderId, id, settings))).toEqual(["not_found"]);
      expect(codesOf(await previewCallRecords(world.app, other, tenderId, id, asTold))).toEqual([
        "not_found",
      ]);
    }
  });

  it("cancels a running import and stores nothing", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const many = header + Array.from({ length: 200_000 }, (_, index) => row(index, "10")).join("");
    const file = accepted(await upload(world, vendor, tenderId, "calls.csv", many));
    const running = accepted(await importCalls(world.app, vendor, tenderId, file.id, settings));
    accepted(await cancelImport(world.app, vendor, tenderId, running.id));
    await running.ended;
    const listed = accepted(await listCallFiles(world.app, vendor, tenderId));
    expect(listed.imports[0]?.state).toBe("cancelled");
    expect(await world.app.database.read.selectFrom("call_aggregate").selectAll().execute()).toEqual([]);
    expect(codesOf(await cancelImport(world.app, vendor, tenderId, running.id))).toEqual([
      "import_not_running",
    ]);
  });

  it("is whole or not there after the process was killed in the middle, and says so at the next start", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const many = header + Array.from({ length: 300_000 }, (_, index) => row(index, "10")).join("");
    const file = accepted(await upload(world, vendor, tenderId, "calls.csv", many));
    const importer = spawn(
      process.execPath,
      [
        path.join(import.meta.dirname, "import-in-process.ts"),
        JSON.stringify({
          root: world.app.root,
          dataDir: world.app.dataDir,
          databaseUrl: world.databaseUrl,
          nowUs: world.clock.nowUs,
          vendor,
          tenderId,
          fileId: file.id,
        }),
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    await once(importer.stdout, "data");
    importer.kill("SIGKILL");
    await once(importer, "exit");
    expect(await world.app.database.read.selectFrom("call_aggregate").selectAll().execute()).toEqual([]);
    await markInterruptedImports(world.app);
    const listed = accepted(await listCallFiles(world.app, vendor, tenderId));
    expect(listed.imports.map(({ state }) => state)).toEqual(["interrupted"]);
    expect(listed.files).toHaveLength(1);
  });

  it("has ended, with a time, when the file can no longer be read", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const file = accepted(await upload(world, vendor, tenderId, "calls.csv", header + row(1, "10")));
    const { blob } = await world.app.database.read
      .selectFrom("response_file")
      .select("blob")
      .where("id", "=", file.id)
      .executeTakeFirstOrThrow();
    await rm(blobPath(world.app.dataDir, blob));
    await accepted(await importCalls(world.app, vendor, tenderId, file.id, settings)).ended;
    const listed = accepted(await listCallFiles(world.app, vendor, tenderId));
    expect(listed.imports).toMatchObject([{ state: "interrupted", finishedUs: world.clock.nowUs }]);
  });
});
