import { Readable } from "node:stream";
import { expect, it } from "vitest";
import type { Person } from "#app/domain/account/actor.ts";
import { success } from "#app/domain/fault.ts";
import type { ColumnMapping } from "#app/imports/call-records/column-mapping.ts";
import { attachCallRecords } from "#app/services/measurement/attach-call-records.ts";
import { type ImportSettings, importCalls } from "#app/services/measurement/import-calls.ts";
import { listCallFiles } from "#app/services/measurement/list-call-files.ts";
import { previewCallRecords } from "#app/services/measurement/preview-call-records.ts";
import { readOwnMeasurement } from "#app/services/measurement/read-measurement.ts";
import { saveColumnMapping } from "#app/services/measurement/save-column-mapping.ts";
import { removeFile } from "#app/services/response/remove-file.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { publishTender } from "../response/published-tender.ts";
import { accepted, codesOf } from "../response/submitting.ts";

const header = "call_id,queue,arrival_at,answered_at,ended_at\n";
/** An answered call of a queue on a day of September. */
const call = (day: string, queue = "Växeln", id = "1"): string =>
  `${id},${queue},2026-09-${day}T08:00:00,2026-09-${day}T08:00:10,2026-09-${day}T08:02:00\n`;
const settings = { zone: "Europe/Stockholm", clock: "arrival" } as const;

const table = "Nr;Kö;In;Svar;Slut\n1;Växeln;01.09.2026 08:00:00;01.09.2026 08:00:10;01.09.2026 08:01:00\n";
const mapping: ColumnMapping = {
  header: true,
  columns: {
    call_id: { from: ["Nr"] },
    queue: { from: ["Kö"] },
    arrival_at: { from: ["In"] },
    answered_at: { from: ["Svar"] },
    ended_at: { from: ["Slut"] },
  },
  time: "DD.MM.YYYY HH:mm:ss",
  zone: null,
  dispositions: {},
};

const upload = async (world: World, vendor: Person, tenderId: string, name: string, content: string) =>
  accepted(
    await attachCallRecords(world.app, vendor, tenderId, async () =>
      success({ name, chunks: Readable.from([Buffer.from(content)]), interruption: () => null }),
    ),
  );

async function started(world: World) {
  const tenderId = await publishTender(world);
  const vendor = await makePerson(world, { organisation: "vendor" });
  accepted(await startResponse(world.app, vendor, tenderId));
  const list = async () => accepted(await listCallFiles(world.app, vendor, tenderId));
  const read = async (fileId: string, more: Partial<ImportSettings> = {}) => {
    world.clock.advance(1_000_000);
    const running = accepted(
      await importCalls(world.app, vendor, tenderId, fileId, { ...settings, ...more }),
    );
    await running.ended;
    return (await list()).imports.find(({ id }) => id === running.id);
  };
  const importFile = async (name: string, content: string, more: Partial<ImportSettings> = {}) =>
    await read((await upload(world, vendor, tenderId, name, content)).id, more);
  const offered = async (): Promise<number | undefined> =>
    accepted(
      await readOwnMeasurement(world.app, vendor, tenderId, {
        month: null,
        queue: null,
        figure: null,
        by: null,
        language: "en",
      }),
    ).page?.month?.offered;
  return { tenderId, vendor, list, read, importFile, offered };
}

/** What the log says of each import that was taken over. */
async function logged(world: World): Promise<Record<string, unknown>[]> {
  const rows = await world.app.database.read
    .selectFrom("log")
    .select(["kind", "body"])
    .where("kind", "in", ["calls.import", "calls.mapping"])
    .orderBy("seq")
    .execute();
  return rows.map(({ body }) => JSON.parse(body.toString()).facts);
}

onBothDatabases("call records beside others", (open) => {
  it("of other days or other queues count together", async () => {
    const { importFile, offered } = await started(open());
    await importFile("a.csv", header + call("01"));
    await importFile("b.csv", header + call("02"));
    expect(await importFile("c.csv", header + call("01", "Natten"))).toMatchObject({ state: "done" });
    expect(await offered()).toBe(3);
  });

  it("of the same queue and day are refused, and nothing of them is stored", async () => {
    const world = open();
    const { importFile, offered } = await started(world);
    await importFile("a.csv", header + call("01") + call("02"));
    const refused = await importFile("b.csv", header + call("02", "Växeln", "9") + call("03"));
    expect(refused).toMatchObject({
      state: "refused",
      faultCount: 1,
      faults: [
        {
          code: "import_overlaps",
          place: { file: "b.csv" },
          params: { queue: "Växeln", from: "2026-09-02", to: "2026-09-02", other: "a.csv" },
        },
      ],
    });
    expect(await offered()).toBe(2);
    const stored = await world.app.database.read.selectFrom("call_aggregate").select("import_id").execute();
    expect(new Set(stored.map(({ import_id }) => import_id)).size).toBe(1);
  });

  it("take their place when chosen so, and the log has the hashes of both", async () => {
    const world = open();
    const { importFile, offered, list } = await started(world);
    const first = await importFile("a.csv", header + call("01"));
    const second = await importFile("b.csv", header + call("01") + call("01", "Växeln", "2"), {
      replace: true,
    });
    expect(second).toMatchObject({ state: "done", replaces: [first?.id] });
    expect(await offered()).toBe(2);
    const { files, imports } = await list();
    expect(imports).toHaveLength(2);
    const [old, corrected] = ["a.csv", "b.csv"].map(
      (each) => files.find(({ name }) => name === each)?.sha256,
    );
    expect(await logged(world)).toMatchObject([
      { sha256: old },
      { sha256: corrected, replaces: first?.id, replacesSha256: old },
    ]);
  });

  it("count again when what took their place is removed", async () => {
    const world = open();
    const { importFile, offered, list, tenderId, vendor } = await started(world);
    await importFile("a.csv", header + call("01"));
    await importFile("b.csv", header + call("01") + call("01", "Växeln", "2"), { replace: true });
    const file = (await list()).files.find(({ name }) => name === "b.csv");
    accepted(await removeFile(world.app, vendor, tenderId, file?.id ?? ""));
    expect(await offered()).toBe(1);
  });

  it("with the same content are noticed at once, under any name, and not read again", async () => {
    const world = open();
    const { importFile, list, tenderId, vendor } = await started(world);
    const content = header + call("01");
    await importFile("a.csv", content);
    const again = await upload(world, vendor, tenderId, "b.csv", content);
    expect((await list()).files.map(({ name, sameAs }) => [name, sameAs])).toEqual([
      ["a.csv", null],
      ["b.csv", "a.csv"],
    ]);
    const refused = await importCalls(world.app, vendor, tenderId, again.id, settings);
    expect(refused).toMatchObject({
      faults: [{ code: "file_already_imported", place: { file: "b.csv" }, params: { other: "a.csv" } }],
    });
    expect((await list()).imports).toHaveLength(1);
  });

  it("must be read by the same clock and zone as those that they are added to", async () => {
    const { importFile } = await started(open());
    await importFile("a.csv", header + call("01"));
    for (const other of [{ clock: "queue" }, { zone: "Europe/Helsinki" }] as const) {
      const refused = await importFile(`${Object.keys(other)[0]}.csv`, header + call("05"), other);
      expect(refused?.faults).toMatchObject([
        { code: "import_settings_differ", params: { clock: "arrival" } },
      ]);
    }
  });
});

onBothDatabases("a column mapping", (open) => {
  it("is stored with the import that was read by it, and logged", async () => {
    const world = open();
    const { importFile, offered } = await started(world);
    expect((await importFile("a.csv", table))?.faults[0]?.code).toBe("format_unknown");
    expect(await importFile("b.csv", table, { mapping })).toMatchObject({
      state: "done",
      format: "mapped",
      mapping,
    });
    expect(await offered()).toBe(1);
    expect(JSON.parse(String((await logged(world))[0]?.mapping))).toEqual(mapping);
  });

  it("is kept by name for the vendor, and offered for the next file with the same header", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const names = ["Nr", "Kö", "In", "Svar", "Slut"];
    const save = (name: string, by: ColumnMapping) =>
      saveColumnMapping(world.app, vendor, tenderId, { name, names, mapping: by });
    accepted(await save("Telefoni", { ...mapping, time: "MM/DD/YYYY HH:mm:ss" }));
    accepted(await save("Telefoni", mapping));
    const asTold = { zone: settings.zone, format: "auto", mapping: null, preset: null } as const;
    const file = await upload(world, vendor, tenderId, "next.csv", table.replace("Nr;", "NR;"));
    const seen = accepted(await previewCallRecords(world.app, vendor, tenderId, file.id, asTold));
    expect(seen).toMatchObject({
      format: "mapped",
      presets: ["Telefoni"],
      preset: "Telefoni",
      mapping,
      faults: [],
    });
    expect(seen.rows).toHaveLength(1);
    const unlike = await upload(world, vendor, tenderId, "unlike.csv", table.replace("Slut", "Ände"));
    const unknown = accepted(await previewCallRecords(world.app, vendor, tenderId, unlike.id, asTold));
    expect(unknown).toMatchObject({ format: "mapped", preset: null, presets: ["Telefoni"] });
    expect(unknown.mapping?.columns.ended_at).toBeUndefined();
    const chosen = { ...asTold, preset: "Telefoni" };
    const by = accepted(await previewCallRecords(world.app, vendor, tenderId, unlike.id, chosen));
    expect(by).toMatchObject({ preset: "Telefoni", faults: [{ code: "header_missing_column" }] });
  });

  it("is not another vendor's", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    accepted(await saveColumnMapping(world.app, vendor, tenderId, { name: "Min", names: ["Nr"], mapping }));
    const other = await makePerson(world, { organisation: "vendor" });
    accepted(await startResponse(world.app, other, tenderId));
    const file = await upload(world, other, tenderId, "b.csv", table);
    const seen = accepted(
      await previewCallRecords(world.app, other, tenderId, file.id, {
        zone: settings.zone,
        format: "auto",
        mapping: null,
        preset: null,
      }),
    );
    expect(seen).toMatchObject({ format: "mapped", presets: [], preset: null });
  });

  it("is refused without a name, and where it lacks a column or a whole pattern", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const { ended_at: _, ...columns } = mapping.columns;
    const lacking = { ...mapping, columns, time: "HH:mm" };
    const request = { name: " ", names: [], mapping: lacking };
    expect(codesOf(await saveColumnMapping(world.app, vendor, tenderId, request))).toEqual([
      "mapping_column_missing",
      "mapping_time_invalid",
      "mapping_name_missing",
    ]);
    const file = await upload(world, vendor, tenderId, "b.csv", table);
    const begun = await importCalls(world.app, vendor, tenderId, file.id, { ...settings, mapping: lacking });
    expect(codesOf(begun)).toEqual(["mapping_column_missing", "mapping_time_invalid"]);
  });
});
