import { createHash, createPublicKey } from "node:crypto";
import { expect, it } from "vitest";
import { verifyReceipt } from "#app/domain/response/receipt.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { readReceipt } from "#app/services/response/read-receipt.ts";
import { saveAnswers } from "#app/services/response/save-answers.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { submitResponse } from "#app/services/response/submit-response.ts";
import { withdrawResponse } from "#app/services/response/withdraw-response.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { deadlineUs, publishTender } from "./published-tender.ts";
import { accepted, answerAll, codesOf, submitNow, submitRequest } from "./submitting.ts";

async function answered(world: World) {
  const tenderId = await publishTender(world);
  const vendor = await makePerson(world, { organisation: "vendor" });
  await answerAll(world, vendor, tenderId);
  return { tenderId, vendor };
}

const logged = async (world: World, kind: string) =>
  (await world.app.database.read.selectFrom("log").select("body").where("kind", "=", kind).execute()).map(
    (row) => JSON.parse(row.body.toString("utf8")).facts,
  );

onBothDatabases("submitting a response", (open) => {
  it("gives a receipt that verifies against the exact content that was stored", async () => {
    const world = open();
    const { tenderId, vendor } = await answered(world);
    const receipt = await submitNow(world, vendor, tenderId);
    const key = createPublicKey(world.app.signing.key);
    expect(verifyReceipt(receipt.bytes, receipt.signature, key)).toBe(true);
    const stored = await world.app.database.read
      .selectFrom("submission")
      .selectAll()
      .executeTakeFirstOrThrow();
    const said = JSON.parse(receipt.bytes.toString("utf8"));
    expect(said).toMatchObject({ version: 1, late: false, received_at: "2026-11-22T12:00:00Z" });
    expect(said.answers_sha256).toBe(createHash("sha256").update(stored.content).digest("hex"));
    expect(JSON.parse(stored.content.toString("utf8")).unitPrices).toEqual({
      calls: "12.3456",
      start: "25000",
    });
  });

  it("points the receipt at its own log entry", async () => {
    const world = open();
    const { tenderId, vendor } = await answered(world);
    const { log } = JSON.parse((await submitNow(world, vendor, tenderId)).bytes.toString("utf8"));
    const entry = await world.app.database.read
      .selectFrom("log")
      .selectAll()
      .where("seq", "=", log.index + 1)
      .executeTakeFirstOrThrow();
    expect(entry.kind).toBe("response.submit");
    expect(entry.leaf.toString("hex")).toBe(log.leaf);
  });

  it.each([
    [-1, "accepted"],
    [0, "response_late"],
    [1, "response_late"],
  ])("decides a last byte at the deadline %i µs: %s", async (offset, outcome) => {
    const world = open();
    const { tenderId, vendor } = await answered(world);
    const request = await submitRequest(world, vendor, tenderId, { receivedUs: deadlineUs + offset });
    world.clock.nowUs = deadlineUs + 2_000_000;
    const result = await submitResponse(world.app, vendor, tenderId, request);
    expect(result.ok ? ["accepted"] : codesOf(result)).toEqual([outcome]);
  });

  it("keeps a late attempt in the log with both times and stores nothing else of it", async () => {
    const world = open();
    const { tenderId, vendor } = await answered(world);
    const request = await submitRequest(world, vendor, tenderId, { receivedUs: deadlineUs });
    await submitResponse(world.app, vendor, tenderId, request);
    expect(await logged(world, "response.late_attempt")).toMatchObject([
      { received_us: deadlineUs, deadline_us: deadlineUs, code: "response_late" },
    ]);
    expect(await world.app.database.read.selectFrom("submission").selectAll().execute()).toEqual([]);
  });

  it("gives the same receipt again for the same key, also after the deadline", async () => {
    const world = open();
    const { tenderId, vendor } = await answered(world);
    const request = await submitRequest(world, vendor, tenderId);
    const first = accepted(await submitResponse(world.app, vendor, tenderId, request));
    const late = { ...request, receivedUs: deadlineUs + 5 };
    expect(accepted(await submitResponse(world.app, vendor, tenderId, late))).toEqual(first);
    expect(await logged(world, "response.submit")).toHaveLength(1);
  });

  it("makes one version of two submits at once, and refuses the other", async () => {
    const world = open();
    const { tenderId, vendor } = await answered(world);
    const request = await submitRequest(world, vendor, tenderId);
    const outcomes = await Promise.all(
      ["a", "b"].map((idempotencyKey) =>
        submitResponse(world.app, vendor, tenderId, { ...request, idempotencyKey }),
      ),
    );
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    expect(outcomes.flatMap(codesOf)).toEqual(["version_conflict"]);
  });

  it("makes one version of two submits at once with the same key, and both get its receipt", async () => {
    const world = open();
    const { tenderId, vendor } = await answered(world);
    const request = await submitRequest(world, vendor, tenderId);
    const outcomes = await Promise.all([
      submitResponse(world.app, vendor, tenderId, request),
      submitResponse(world.app, vendor, tenderId, request),
    ]);
    expect(accepted(outcomes[0])).toEqual(accepted(outcomes[1]));
  });

  it("refuses to submit something else than the person saw", async () => {
    const world = open();
    const { tenderId, vendor } = await answered(world);
    const colleague = await makePerson(world, { organisation: vendor.organisation.id });
    const request = await submitRequest(world, vendor, tenderId);
    const entered = { values: ["no"], comment: "" };
    const own = accepted(await readOwnResponse(world.app, colleague, tenderId));
    accepted(
      await saveAnswers(world.app, colleague, tenderId, [
        { requirement: "AVAIL-001", entered, seenUs: own.seenUs["AVAIL-001"] ?? null },
      ]),
    );
    expect(codesOf(await submitResponse(world.app, vendor, tenderId, request))).toEqual(["version_conflict"]);
  });

  it("replaces an earlier version and keeps it", async () => {
    const world = open();
    const { tenderId, vendor } = await answered(world);
    const first = await submitNow(world, vendor, tenderId);
    world.clock.advance(1);
    const second = accepted(
      await submitResponse(
        world.app,
        vendor,
        tenderId,
        await submitRequest(world, vendor, tenderId, { idempotencyKey: "again" }),
      ),
    );
    expect(second.version).toBe(2);
    expect(accepted(await readReceipt(world.app, vendor, tenderId, 1)).bytes).toEqual(first.bytes);
  });

  it("lets a withdrawn response be submitted again", async () => {
    const world = open();
    const { tenderId, vendor } = await answered(world);
    await submitNow(world, vendor, tenderId);
    accepted(await withdrawResponse(world.app, vendor, tenderId, 1));
    expect(codesOf(await withdrawResponse(world.app, vendor, tenderId, 1))).toEqual(["nothing_to_withdraw"]);
    expect(await world.app.database.read.selectFrom("withdrawal").selectAll().execute()).toEqual([
      { submission_id: expect.any(String), at_us: world.clock.nowUs, account_id: vendor.accountId },
    ]);
    const again = await submitRequest(world, vendor, tenderId, { idempotencyKey: "again" });
    expect(accepted(await submitResponse(world.app, vendor, tenderId, again)).version).toBe(2);
  });

  it("lets an editor edit but not submit", async () => {
    const world = open();
    const { tenderId, vendor } = await answered(world);
    const editor = await makePerson(world, {
      organisation: vendor.organisation.id,
      roles: ["vendor_editor"],
    });
    const request = await submitRequest(world, editor, tenderId);
    expect(codesOf(await submitResponse(world.app, editor, tenderId, request))).toEqual(["not_found"]);
  });

  it("answers alike for a tender that does not exist and one that is not answered", async () => {
    const world = open();
    const { tenderId, vendor } = await answered(world);
    await submitNow(world, vendor, tenderId);
    const rival = await makePerson(world, { organisation: "vendor" });
    const request = {
      expectedVersion: 0,
      contentSha256: "",
      idempotencyKey: "x",
      receivedUs: world.clock.nowUs,
    };
    const unknown = await submitResponse(world.app, rival, "0".repeat(32), request);
    expect(await submitResponse(world.app, rival, tenderId, request)).toEqual(unknown);
    expect(await readReceipt(world.app, rival, tenderId, 1)).toEqual(unknown);
    expect(await readOwnResponse(world.app, rival, tenderId)).toEqual(unknown);
    accepted(await startResponse(world.app, rival, tenderId));
    expect(await readReceipt(world.app, rival, tenderId, 1)).toEqual(unknown);
  });
});
