import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { openingMarginUs } from "#app/domain/opening/opening-time.ts";
import { confirmOpening } from "#app/services/opening/confirm-opening.ts";
import { declareConflict } from "#app/services/opening/declare-conflict.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { whileInFlight } from "#app/services/response/submits-in-flight.ts";
import { withdrawResponse } from "#app/services/response/withdraw-response.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { disableAccount, grantTenderRole, revokeTenderRole } from "../../support/people.ts";
import { deadlineUs } from "../response/published-tender.ts";
import { accepted, codesOf } from "../response/submitting.ts";
import { submitted } from "./submitted.ts";

const margin = openingMarginUs;

const setStage = (world: World, stage: "quality-locked") =>
  world.app.database.write((trx) => trx.updateTable("tender").set({ stage }).execute());

onBothDatabases("opening the responses", (open) => {
  it("takes two different openers, and the second opens all at once", async () => {
    const world = open();
    const { tenderId, vendor, openers } = await submitted(world);
    world.clock.nowUs = deadlineUs + margin;
    const first = accepted(await confirmOpening(world.app, openers[0], tenderId, "quality"));
    expect(first.opened).toBe(false);
    const again = accepted(await confirmOpening(world.app, openers[0], tenderId, "quality"));
    expect(again.opened).toBe(false);
    const second = accepted(await confirmOpening(world.app, openers[1], tenderId, "quality"));
    expect(second.opened).toBe(true);

    const db = world.app.database.read;
    expect((await db.selectFrom("tender").select("stage").executeTakeFirstOrThrow()).stage).toBe("opened");
    const opening = await db.selectFrom("opening").selectAll().executeTakeFirstOrThrow();
    expect(createHash("sha256").update(opening.record).digest("hex")).toBe(opening.record_sha256);
    expect(JSON.parse(opening.record.toString("utf8"))).toMatchObject({
      part: "quality",
      deadline: "2026-11-22T13:00:00Z",
      opened_at: "2026-11-22T13:05:00Z",
      openers: expect.arrayContaining([expect.objectContaining({ name: openers[1].name })]),
      bids: [{ bidder: vendor.organisation.name, version: 1, withdrawn_at: null }],
      late_attempts: 0,
    });
  });

  it("waits until five minutes after the deadline, to the microsecond", async () => {
    const world = open();
    const { tenderId, openers } = await submitted(world);
    world.clock.nowUs = deadlineUs + margin - 1;
    expect(codesOf(await confirmOpening(world.app, openers[0], tenderId, "quality"))).toEqual([
      "opening_too_early",
    ]);
    world.clock.nowUs = deadlineUs - 1;
    expect(codesOf(await confirmOpening(world.app, openers[0], tenderId, "quality"))).toEqual([
      "wrong_stage",
    ]);
  });

  it("waits for a submit that is still being decided", async () => {
    const world = open();
    const { tenderId, openers } = await submitted(world);
    world.clock.nowUs = deadlineUs + margin;
    const during = await whileInFlight(world.app, tenderId, () =>
      confirmOpening(world.app, openers[0], tenderId, "quality"),
    );
    expect(codesOf(during)).toEqual(["submit_in_flight"]);
    accepted(await confirmOpening(world.app, openers[0], tenderId, "quality"));
  });

  it("does not count a confirmation that is an hour old", async () => {
    const world = open();
    const { tenderId, openers } = await submitted(world);
    world.clock.nowUs = deadlineUs + margin;
    accepted(await confirmOpening(world.app, openers[0], tenderId, "quality"));
    world.clock.advance(60 * 60_000_000 + 1);
    expect(accepted(await confirmOpening(world.app, openers[1], tenderId, "quality")).opened).toBe(false);
    expect(accepted(await confirmOpening(world.app, openers[0], tenderId, "quality")).opened).toBe(true);
  });

  it("does not count the confirmation of an account that has been disabled since", async () => {
    const world = open();
    const { tenderId, openers, person } = await submitted(world);
    world.clock.nowUs = deadlineUs + margin;
    accepted(await confirmOpening(world.app, openers[0], tenderId, "quality"));
    await disableAccount(world, openers[0]);
    expect(accepted(await confirmOpening(world.app, openers[1], tenderId, "quality")).opened).toBe(false);
    const third = await person("opener");
    const { opened, confirmedBy } = accepted(await confirmOpening(world.app, third, tenderId, "quality"));
    expect(opened).toBe(true);
    expect(confirmedBy.map(({ name }) => name).toSorted()).toEqual([openers[1].name, third.name].toSorted());
  });

  it("does not count the confirmation of somebody who is opener no longer", async () => {
    const world = open();
    const { tenderId, openers } = await submitted(world);
    world.clock.nowUs = deadlineUs + margin;
    accepted(await confirmOpening(world.app, openers[0], tenderId, "quality"));
    await grantTenderRole(world, tenderId, openers[0], "observer");
    await revokeTenderRole(world, tenderId, openers[0], "opener");
    expect(accepted(await confirmOpening(world.app, openers[1], tenderId, "quality")).opened).toBe(false);
  });

  it("lists a withdrawn response in the record and shows nothing of it", async () => {
    const world = open();
    const { tenderId, vendor, openers, person } = await submitted(world);
    const evaluator = await person("evaluator");
    accepted(await withdrawResponse(world.app, vendor, tenderId, 1));
    world.clock.nowUs = deadlineUs + margin;
    for (const opener of openers) accepted(await confirmOpening(world.app, opener, tenderId, "quality"));
    const { record } = await world.app.database.read
      .selectFrom("opening")
      .select("record")
      .executeTakeFirstOrThrow();
    expect(JSON.parse(record.toString("utf8")).bids[0].withdrawn_at).toBe("2026-11-22T12:00:00Z");
    accepted(await declareConflict(world.app, evaluator, tenderId, false));
    expect(accepted(await openedResponses(world.app, evaluator, tenderId))).toEqual([]);
  });

  it("opens prices only after the quality is locked, by two openers again", async () => {
    const world = open();
    const { tenderId, openers, person } = await submitted(world);
    const [evaluator, finance] = [await person("evaluator"), await person("finance")];
    world.clock.nowUs = deadlineUs + margin;
    for (const opener of openers) accepted(await confirmOpening(world.app, opener, tenderId, "quality"));
    expect(codesOf(await confirmOpening(world.app, openers[0], tenderId, "price"))).toEqual(["wrong_stage"]);
    for (const reader of [evaluator, finance]) {
      accepted(await declareConflict(world.app, reader, tenderId, false));
    }
    expect(accepted(await openedResponses(world.app, evaluator, tenderId))).toMatchObject([
      { unitPrices: null },
    ]);
    expect((await openedResponses(world.app, finance, tenderId)).ok).toBe(false);

    await setStage(world, "quality-locked");
    expect(accepted(await confirmOpening(world.app, openers[0], tenderId, "price")).opened).toBe(false);
    expect(accepted(await confirmOpening(world.app, openers[1], tenderId, "price")).opened).toBe(true);
    expect(accepted(await openedResponses(world.app, evaluator, tenderId))).toMatchObject([
      { unitPrices: { calls: "12.3456", start: "25000" } },
    ]);
    expect(accepted(await openedResponses(world.app, finance, tenderId))).toMatchObject([{ quality: null }]);
  });

  it("asks for a declaration before the first read, and closes to who has a conflict", async () => {
    const world = open();
    const { tenderId, openers, person } = await submitted(world);
    const evaluator = await person("evaluator");
    world.clock.nowUs = deadlineUs + margin;
    for (const opener of openers) accepted(await confirmOpening(world.app, opener, tenderId, "quality"));
    expect(codesOf(await openedResponses(world.app, evaluator, tenderId))).toEqual(["declaration_needed"]);
    accepted(await declareConflict(world.app, evaluator, tenderId, false));
    expect(accepted(await openedResponses(world.app, evaluator, tenderId))).toHaveLength(1);
    world.clock.advance(1);
    accepted(await declareConflict(world.app, evaluator, tenderId, true));
    expect(codesOf(await openedResponses(world.app, evaluator, tenderId))).toEqual(["conflict_declared"]);
  });
});
