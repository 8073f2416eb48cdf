import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { attachFile } from "#app/services/response/attach-file.ts";
import type { Receive } from "#app/services/response/incoming-file.ts";
import { readOwnFile } from "#app/services/response/read-own-file.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { removeFile } from "#app/services/response/remove-file.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { wordParts, workbook, zip } from "../../imports/office-archive/zip-writer.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { incoming } from "./incoming.ts";
import { deadlineUs, publishTender } from "./published-tender.ts";
import { accepted, answerAll, codesOf, submitNow } from "./submitting.ts";

const content = Buffer.from(`%PDF-1.7 ${"påhittat ".repeat(5000)}`);

async function started(world: World) {
  const tenderId = await publishTender(world);
  const vendor = await makePerson(world, { organisation: "vendor" });
  accepted(await startResponse(world.app, vendor, tenderId));
  return { tenderId, vendor };
}

const blobs = (world: World) => readdir(path.join(world.app.dataDir, "blobs"));

onBothDatabases("proof files", (open) => {
  it("are stored whole under a random name, readable by the program alone, with their SHA-256", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const file = accepted(
      await attachFile(world.app, vendor, tenderId, "CONT-001", incoming("C:\\x\\intyg å.pdf", content)),
    );
    const sha256 = createHash("sha256").update(content).digest("hex");
    expect(file).toMatchObject({ slot: "CONT-001", name: "intyg å.pdf", bytes: content.length, sha256 });
    const [blob = "", ...others] = await blobs(world);
    expect(others).toEqual([]);
    const stored = path.join(world.app.dataDir, "blobs", blob);
    expect((await readFile(stored)).equals(content)).toBe(true);
    expect((await stat(stored)).mode & 0o777).toBe(0o600);
    const own = accepted(await readOwnFile(world.app, vendor, tenderId, file.id));
    expect((await buffer(own.content)).equals(content)).toBe(true);
  });

  it("may lie in several slots", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    for (const slot of ["CONT-001", "AVAIL-001"]) {
      accepted(await attachFile(world.app, vendor, tenderId, slot, incoming("samma.pdf", content)));
    }
    const { draft } = accepted(await readOwnResponse(world.app, vendor, tenderId));
    expect(draft.files.map(({ slot }) => slot)).toEqual(expect.arrayContaining(["CONT-001", "AVAIL-001"]));
  });

  it.each([
    ["makron.docm", content, null, "file_of_old_office"],
    ["sida.html", content, null, "file_kind_not_allowed"],
    ["bild.png", content, null, "file_not_what_it_says"],
    ["tom.pdf", Buffer.alloc(0), null, "file_empty"],
    [
      "makron.docx",
      zip([...wordParts, { name: "word/vbaProject.bin", content: "x" }]),
      null,
      "archive_has_macros",
    ],
    ["ark.docx", workbook("<sheetData/>"), null, "archive_not_docx"],
    ["intyg.pdf", content, "upload_interrupted", "upload_interrupted"],
    ["intyg.pdf", content, "upload_too_large", "upload_too_large"],
  ])("leave nothing behind when %s is refused: %#", async (name, bytes, broken, code) => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const refused = await attachFile(world.app, vendor, tenderId, "CONT-001", incoming(name, bytes, broken));
    expect(refused).toMatchObject({ ok: false, faults: [{ code, place: { field: "files.CONT-001" } }] });
    expect(await blobs(world)).toEqual([]);
    const rejections = await world.app.database.read
      .selectFrom("log")
      .select("body")
      .where("kind", "=", "upload.reject")
      .execute();
    expect(rejections.map(({ body }) => JSON.parse(body.toString("utf8")).facts.code)).toEqual([code]);
  });

  it("may be plain Word and Excel files", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    for (const [name, bytes] of [
      ["intyg.docx", zip(wordParts)],
      ["lista.xlsx", workbook("<sheetData/>")],
    ] as const) {
      const file = accepted(await attachFile(world.app, vendor, tenderId, "CONT-001", incoming(name, bytes)));
      expect(file.name).toBe(name);
    }
  });

  it("are not even begun to be read for who may not upload, or for a slot that nobody asked for", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const rival = await makePerson(world, { organisation: "vendor" });
    const never: Receive = () => {
      throw new Error("the body was read");
    };
    expect(codesOf(await attachFile(world.app, rival, tenderId, "CONT-001", never))).toEqual(["not_found"]);
    expect(codesOf(await attachFile(world.app, vendor, tenderId, "NONE-001", never))).toEqual(["not_found"]);
    world.clock.nowUs = deadlineUs;
    expect(codesOf(await attachFile(world.app, vendor, tenderId, "CONT-001", never))).toEqual([
      "wrong_stage",
    ]);
  });

  it("of another vendor can neither be read nor removed, and look as if they were not there", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const file = accepted(
      await attachFile(world.app, vendor, tenderId, "CONT-001", incoming("intyg.pdf", content)),
    );
    const rival = await makePerson(world, { organisation: "vendor" });
    accepted(await startResponse(world.app, rival, tenderId));
    const unknown = await readOwnFile(world.app, rival, tenderId, "0".repeat(32));
    expect(codesOf(unknown)).toEqual(["not_found"]);
    expect(await readOwnFile(world.app, rival, tenderId, file.id)).toEqual(unknown);
    expect(await removeFile(world.app, rival, tenderId, file.id)).toEqual(unknown);
  });

  it("are gone when they are taken out before anything is submitted", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const file = accepted(
      await attachFile(world.app, vendor, tenderId, "CONT-001", incoming("intyg.pdf", content)),
    );
    accepted(await removeFile(world.app, vendor, tenderId, file.id));
    expect(await blobs(world)).toEqual([]);
    expect(codesOf(await removeFile(world.app, vendor, tenderId, file.id))).toEqual(["not_found"]);
  });

  it("stay in the store when a submitted version holds them, though the draft no longer does", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    await answerAll(world, vendor, tenderId);
    const file = accepted(
      await attachFile(world.app, vendor, tenderId, "CONT-001", incoming("intyg.pdf", content)),
    );
    await submitNow(world, vendor, tenderId);
    accepted(await removeFile(world.app, vendor, tenderId, file.id));
    expect(accepted(await readOwnResponse(world.app, vendor, tenderId)).draft.files).toEqual([]);
    expect(await blobs(world)).toHaveLength(1);
  });
});
