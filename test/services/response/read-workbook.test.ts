import { readdir } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { success } from "#app/domain/fault.ts";
import type { Receive } from "#app/services/response/incoming-file.ts";
import { acceptWorkbook, readPendingWorkbook } from "#app/services/response/pending-workbook.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { readWorkbook } from "#app/services/response/read-workbook.ts";
import { readWorkbookPage } from "#app/services/response/read-workbook-page.ts";
import { saveAnswers } from "#app/services/response/save-answers.ts";
import { savePrices } from "#app/services/response/save-prices.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { writeOwnWorkbook } from "#app/services/response/write-own-workbook.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { deadlineUs, publishTender } from "./published-tender.ts";
import { accepted, answerAll, codesOf } from "./submitting.ts";

const upload =
  (bytes: Buffer): Receive =>
  async () =>
    success({
      name: "svar.xlsx",
      chunks: (async function* () {
        yield bytes;
      })(),
      interruption: () => null,
    });

async function rejections({ app }: World): Promise<readonly unknown[]> {
  const rows = await app.database.read
    .selectFrom("log")
    .select("body")
    .where("kind", "=", "upload.reject")
    .orderBy("seq")
    .execute();
  return rows.map(({ body }) => JSON.parse(body.toString("utf8")).facts);
}

onBothDatabases("answering by workbook", (open) => {
  it("shows what the file would change, and changes it only when accepted", { timeout: 30_000 }, async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    await answerAll(world, vendor, tenderId);
    const file = accepted(await writeOwnWorkbook(world.app, vendor, tenderId, "answers", "sv"));
    const prices = accepted(await writeOwnWorkbook(world.app, vendor, tenderId, "prices", "sv"));
    const before = accepted(await readOwnResponse(world.app, vendor, tenderId));

    const emptied = { requirement: "AVAIL-001", entered: { values: [], comment: "" }, seenUs: null };
    const changed = { requirement: "AVAIL-002", entered: { values: ["50"], comment: "" }, seenUs: null };
    accepted(await saveAnswers(world.app, vendor, tenderId, [emptied, changed]));
    accepted(await savePrices(world.app, vendor, tenderId, [{ item: "calls", entered: "99" }]));
    accepted(await readWorkbook(world.app, vendor, tenderId, upload(file)));

    const { pending } = accepted(await readPendingWorkbook(world.app, vendor, tenderId));
    const kinds = Object.fromEntries(
      pending?.difference.answers.map(({ requirement, kind }) => [requirement, kind]) ?? [],
    );
    expect(kinds).toMatchObject({ "AVAIL-001": "added", "AVAIL-002": "changed", "QUAL-001": "unchanged" });
    expect(pending?.difference.unitPrices).toEqual([]);
    const page = accepted(await readWorkbookPage(world.app, vendor, tenderId, "sv"));
    expect(page.pending?.changes.map(({ id, before: now, after }) => [id, now, after])).toEqual([
      ["AVAIL-001", null, "Ja"],
      ["AVAIL-002", "50", "99,5"],
    ]);
    const untouched = accepted(await readOwnResponse(world.app, vendor, tenderId));
    expect(untouched.draft.answers["AVAIL-001"]).toBeUndefined();

    const other = await acceptWorkbook(world.app, vendor, tenderId, (pending?.readUs ?? 0) - 1);
    expect(codesOf(other)).toEqual(["version_conflict"]);
    accepted(await acceptWorkbook(world.app, vendor, tenderId, pending?.readUs ?? 0));

    accepted(await readWorkbook(world.app, vendor, tenderId, upload(prices)));
    const sheet = accepted(await readPendingWorkbook(world.app, vendor, tenderId)).pending;
    expect(sheet?.difference.answers).toEqual([]);
    expect(sheet?.difference.unitPrices).toContainEqual({
      item: "calls",
      kind: "changed",
      before: "99",
      after: "12.3456",
    });
    accepted(await acceptWorkbook(world.app, vendor, tenderId, sheet?.readUs ?? 0));
    const after = accepted(await readOwnResponse(world.app, vendor, tenderId));
    expect(after.contentSha256).toBe(before.contentSha256);
    expect(accepted(await readPendingWorkbook(world.app, vendor, tenderId)).pending).toBeNull();
    expect(await readdir(path.join(world.app.dataDir, "blobs"))).toEqual([]);
  });

  it("refuses what is no workbook of this tender, and keeps nothing of it", { timeout: 30_000 }, async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const otherTenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    accepted(await startResponse(world.app, vendor, tenderId));
    accepted(await startResponse(world.app, vendor, otherTenderId));
    const foreign = accepted(await writeOwnWorkbook(world.app, vendor, otherTenderId, "answers", "en"));
    const read = (bytes: Buffer) => readWorkbook(world.app, vendor, tenderId, upload(bytes));
    expect(codesOf(await read(foreign))).toEqual(["workbook_of_other_tender"]);
    expect(codesOf(await read(Buffer.from("inget ark")))).toEqual(["archive_not_xlsx"]);
    expect(accepted(await readPendingWorkbook(world.app, vendor, tenderId)).pending).toBeNull();
    expect(await readdir(path.join(world.app.dataDir, "blobs"))).toEqual([]);
    expect(await rejections(world)).toMatchObject([
      { slot: "workbook", code: "workbook_of_other_tender" },
      { slot: "workbook", code: "archive_not_xlsx" },
    ]);
  });

  it("is of no use when it ends after the deadline, which the log tells", { timeout: 30_000 }, async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    accepted(await startResponse(world.app, vendor, tenderId));
    const file = accepted(await writeOwnWorkbook(world.app, vendor, tenderId, "answers", "sv"));
    const slow: Receive = async () => {
      world.clock.nowUs = deadlineUs;
      return await upload(file)();
    };
    expect(codesOf(await readWorkbook(world.app, vendor, tenderId, slow))).toEqual(["wrong_stage"]);
    expect(accepted(await readPendingWorkbook(world.app, vendor, tenderId)).pending).toBeNull();
    expect(await rejections(world)).toMatchObject([{ slot: "workbook", code: "wrong_stage" }]);
  });

  it("cannot be accepted after the deadline", { timeout: 30_000 }, async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    await answerAll(world, vendor, tenderId);
    const file = accepted(await writeOwnWorkbook(world.app, vendor, tenderId, "answers", "sv"));
    accepted(await readWorkbook(world.app, vendor, tenderId, upload(file)));
    const { pending } = accepted(await readPendingWorkbook(world.app, vendor, tenderId));
    world.clock.nowUs = deadlineUs;
    const late = await acceptWorkbook(world.app, vendor, tenderId, pending?.readUs ?? 0);
    expect(codesOf(late)).toEqual(["wrong_stage"]);
  });
});
