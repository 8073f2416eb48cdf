import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { lockQuality } from "#app/services/evaluation/lock-quality.ts";
import { lockScoreSheet } from "#app/services/evaluation/lock-score-sheet.ts";
import { readConsensusBoard } from "#app/services/evaluation/read-consensus-board.ts";
import { readQualityLock } from "#app/services/evaluation/read-quality-lock.ts";
import { readScoreSheet } from "#app/services/evaluation/read-score-sheet.ts";
import { saveScore } from "#app/services/evaluation/save-score.ts";
import { setConsensus } from "#app/services/evaluation/set-consensus.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import {
  disableAccount,
  enableAccount,
  grantTenderRole,
  makePerson,
  revokeTenderRole,
} from "../../support/people.ts";
import { accepted, codesOf } from "../response/submitting.ts";
import { type OpenedTender, openedTender } from "./opened-tender.ts";

const requirement = "QUAL-001";

async function scoreAll(world: World, tender: OpenedTender, evaluator: 0 | 1, level: string) {
  for (const response of tender.responses) {
    const score = { response, requirement, level, comment: "" };
    accepted(await saveScore(world.app, tender.evaluators[evaluator], tender.tenderId, score));
  }
}

/** Everything is judged and agreed on: quality can be locked. */
async function agreedTender(world: World): Promise<OpenedTender> {
  const { app } = world;
  const tender = await openedTender(world);
  for (const evaluator of [0, 1] as const) {
    await scoreAll(world, tender, evaluator, "level_1");
    accepted(await lockScoreSheet(app, tender.evaluators[evaluator], tender.tenderId));
  }
  for (const response of tender.responses) {
    const agreed = { response, requirement, level: "level_1", reason: "" };
    accepted(await setConsensus(app, tender.chair, tender.tenderId, agreed));
  }
  return tender;
}

onBothDatabases("scoring", (open) => {
  it("asks an evaluator about every answered text, one requirement over all responses", async () => {
    const world = open();
    const tender = await openedTender(world);
    const sheet = accepted(await readScoreSheet(world.app, tender.evaluators[0], tender.tenderId));
    expect(sheet.total).toBe(2);
    expect(sheet.requirements.map((each) => each.requirement.id)).toEqual([requirement]);
    expect(sheet.requirements[0]?.rows.map(({ answer }) => answer)).toEqual([
      { type: "text", value: "Vi hjälper alla." },
      { type: "text", value: "Vi hjälper alla." },
    ]);
  });

  it("shows nobody's sheet to anybody before all sheets are locked", async () => {
    const world = open();
    const tender = await openedTender(world);
    await scoreAll(world, tender, 0, "level_2");
    accepted(await lockScoreSheet(world.app, tender.evaluators[0], tender.tenderId));
    for (const person of [...tender.evaluators, tender.chair]) {
      expect((await readConsensusBoard(world.app, person, tender.tenderId)).ok).toBe(false);
    }
    const other = accepted(await readScoreSheet(world.app, tender.evaluators[1], tender.tenderId));
    expect(JSON.stringify(other)).not.toContain('level_2","comment');

    await scoreAll(world, tender, 1, "level_1");
    const last = accepted(await lockScoreSheet(world.app, tender.evaluators[1], tender.tenderId));
    expect(last.revealed).toBe(true);
    const board = accepted(await readConsensusBoard(world.app, tender.chair, tender.tenderId));
    expect(board.requirements[0]?.rows[0]?.scores.map(({ level }) => level).sort()).toEqual([
      "level_1",
      "level_2",
    ]);
  });

  it("locks a sheet only when everything is judged, and for good", async () => {
    const world = open();
    const tender = await openedTender(world);
    const evaluator = tender.evaluators[0];
    expect(codesOf(await lockScoreSheet(world.app, evaluator, tender.tenderId))).toEqual([
      "sheet_incomplete",
      "sheet_incomplete",
    ]);
    await scoreAll(world, tender, 0, "level_1");
    const { commitment } = accepted(await lockScoreSheet(world.app, evaluator, tender.tenderId));
    const row = await world.app.database.read.selectFrom("score_sheet").selectAll().executeTakeFirstOrThrow();
    expect(createHash("sha256").update(row.salt).update(row.content).digest("hex")).toBe(commitment);
    const again = { response: tender.responses[0] ?? "", requirement, level: "level_2", comment: "" };
    expect(codesOf(await saveScore(world.app, evaluator, tender.tenderId, again))).toEqual(["sheet_locked"]);
    expect(codesOf(await lockScoreSheet(world.app, evaluator, tender.tenderId))).toEqual(["sheet_locked"]);
  });

  it("refuses a level that was not published, and a response of another tender", async () => {
    const world = open();
    const tender = await openedTender(world);
    const save = (change: object) =>
      saveScore(world.app, tender.evaluators[0], tender.tenderId, {
        response: tender.responses[0] ?? "",
        requirement,
        level: "level_1",
        comment: "",
        ...change,
      });
    expect(codesOf(await save({ level: "level_9" }))).toEqual(["level_unknown"]);
    expect(codesOf(await save({ requirement: "AVAIL-001" }))).toEqual(["requirement_not_judged"]);
    expect(codesOf(await save({ response: "0".repeat(32) }))).toEqual(["not_found"]);
    expect(codesOf(await save({ comment: "x".repeat(4001) }))).toEqual(["comment_too_long"]);
  });

  it("sets a consensus with a reason where evaluators differ, and locks quality by two people", async () => {
    const world = open();
    const tender = await openedTender(world);
    await scoreAll(world, tender, 0, "level_2");
    await scoreAll(world, tender, 1, "level_1");
    for (const evaluator of tender.evaluators)
      accepted(await lockScoreSheet(world.app, evaluator, tender.tenderId));
    const [first = "", second = ""] = tender.responses;
    const agree = (response: string, reason: string) =>
      setConsensus(world.app, tender.chair, tender.tenderId, {
        response,
        requirement,
        level: "level_2",
        reason,
      });
    expect(codesOf(await agree(first, "för kort"))).toEqual(["consensus_reason_short"]);
    accepted(await agree(first, "Svaret namnger person och ersättare."));
    expect(codesOf(await lockQuality(world.app, tender.chair, tender.tenderId))).toEqual([
      "consensus_missing",
    ]);
    accepted(await agree(second, "Svaret namnger person och ersättare."));

    expect(accepted(await lockQuality(world.app, tender.chair, tender.tenderId)).locked).toBe(false);
    expect(codesOf(await lockQuality(world.app, tender.chair, tender.tenderId))).toEqual([
      "second_person_needed",
    ]);
    expect(accepted(await lockQuality(world.app, tender.owner, tender.tenderId)).locked).toBe(true);
    expect(codesOf(await agree(first, "Svaret namnger person och ersättare."))).toEqual(["wrong_stage"]);
    const kinds = await world.app.database.read.selectFrom("log").select("kind").orderBy("seq").execute();
    const order = kinds.map(({ kind }) => kind);
    expect(order.indexOf("score.reveal")).toBeLessThan(order.indexOf("consensus.set"));
    expect(order.at(-1)).toBe("quality.lock");
  });

  it("lets nobody else score: not the chair, not a vendor, not the owner", async () => {
    const world = open();
    const tender = await openedTender(world);
    const score = { response: tender.responses[0] ?? "", requirement, level: "level_1", comment: "" };
    for (const person of [tender.chair, tender.owner, ...tender.vendors]) {
      expect((await saveScore(world.app, person, tender.tenderId, score)).ok).toBe(false);
      expect((await readScoreSheet(world.app, person, tender.tenderId)).ok).toBe(false);
    }
  });
});

onBothDatabases("the lock of quality", (open) => {
  const asking = async ({ app }: World, { tenderId, owner }: OpenedTender) =>
    accepted(await readQualityLock(app, owner, tenderId));

  it("does not count the request of an account that has been disabled since", async () => {
    const world = open();
    const tender = await agreedTender(world);
    const { tenderId, chair, owner } = tender;
    accepted(await lockQuality(world.app, chair, tenderId));
    await disableAccount(world, chair);
    expect((await asking(world, tender)).askedBy).toEqual([]);
    expect(accepted(await lockQuality(world.app, owner, tenderId)).locked).toBe(false);
    expect(await asking(world, tender)).toMatchObject({ askedBy: [owner.name], askedByMe: true });
    const deputy = await makePerson(world, { organisation: "buyer" });
    await grantTenderRole(world, tenderId, deputy, "chair");
    expect(accepted(await lockQuality(world.app, deputy, tenderId)).locked).toBe(true);
  });

  it("does not count the request of somebody who is chair or owner no longer", async () => {
    const world = open();
    const tender = await agreedTender(world);
    const { tenderId, chair, owner } = tender;
    accepted(await lockQuality(world.app, chair, tenderId));
    await grantTenderRole(world, tenderId, chair, "observer");
    await revokeTenderRole(world, tenderId, chair, "chair");
    expect(accepted(await lockQuality(world.app, owner, tenderId)).locked).toBe(false);
    expect((await asking(world, tender)).askedBy).toEqual([owner.name]);
  });

  it("is taken by either of the two once an account that was disabled meanwhile is enabled again", async () => {
    const world = open();
    const tender = await agreedTender(world);
    const { tenderId, chair, owner } = tender;
    accepted(await lockQuality(world.app, chair, tenderId));
    await disableAccount(world, chair);
    accepted(await lockQuality(world.app, owner, tenderId));
    await enableAccount(world, chair);
    expect((await asking(world, tender)).askedByMe).toBe(false);
    expect(accepted(await lockQuality(world.app, owner, tenderId)).locked).toBe(true);
  });
});
