import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { success } from "#app/domain/fault.ts";
import { attachFile } from "#app/services/response/attach-file.ts";
import type { Receive } from "#app/services/response/incoming-file.ts";
import { readOwnFile } from "#app/services/response/read-own-file.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { removeFile } from "#app/services/response/remove-file.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { wordParts, workbook, zip } from "../../imports/office-archive/zip-writer.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { deadlineUs, publishTender } from "./published-tender.ts";
import { accepted, codesOf } from "./submitting.ts";

const content = Buffer.from(`%PDF-1.7 ${"påhittat ".repeat(5000)}`);

/** A file that comes in pieces; with `broken`, its transfer ends before it does. */
function incoming(name: string, bytes: Buffer, broken: string | null = null): Receive {
  return async () =>
    success({
      name,
      chunks: (async function* () {
        for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
      })(),
      interruption: () => (broken === null ? null : { code: broken }),
    });
}

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
    ["tom.pdf", Buffer.alloc(0), null, "proof_empty"],
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

  it("may end after the deadline when they began before it, and change nothing that was submitted", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    world.clock.nowUs = deadlineUs - 1;
    const slow: Receive = async () => {
      world.clock.nowUs = deadlineUs + 1;
      return await incoming("intyg.pdf", content)();
    };
    accepted(await attachFile(world.app, vendor, tenderId, "CONT-001", slow));
    const own = accepted(await readOwnResponse(world.app, vendor, tenderId));
    expect([own.draft.files.length, own.submitted]).toEqual([1, null]);
  });

  it("are at most a hundred in a response", async () => {
    const world = open();
    const { tenderId, vendor } = await started(world);
    const responseId = accepted(await startResponse(world.app, vendor, tenderId));
    await world.app.database.write(async (trx) => {
      for (let n = 0; n < 100; n++) {
        const row = { id: `f${n}`, slot: "CONT-001", name: "x.pdf", bytes: 1, sha256: "00", blob: `b${n}` };
        await trx
          .insertInto("response_file")
          .values({ ...row, response_id: responseId, created_us: n, removed_us: null })
          .execute();
      }
    });
    const one = () => attachFile(world.app, vendor, tenderId, "CONT-001", incoming("x.pdf", content));
    expect(codesOf(await one())).toEqual(["too_many_files"]);
    accepted(await removeFile(world.app, vendor, tenderId, "f7"));
    accepted(await one());
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
});
