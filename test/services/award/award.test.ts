import { expect, it } from "vitest";
import { readCancellation, readConclusion, readAward as storedAward } from "#app/db/award.ts";
import { confirmAward } from "#app/services/award/confirm-award.ts";
import { confirmCancellation } from "#app/services/award/confirm-cancellation.ts";
import { confirmConclusion } from "#app/services/award/confirm-conclusion.ts";
import { proposeAward } from "#app/services/award/propose-award.ts";
import { proposeCancellation } from "#app/services/award/propose-cancellation.ts";
import { proposeConclusion } from "#app/services/award/propose-conclusion.ts";
import { readAward } from "#app/services/award/read-award.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { disableAccount, enableAccount, grantTenderRole, revokeTenderRole } from "../../support/people.ts";
import { accepted, codesOf } from "../response/submitting.ts";
import { awarded, deciding, seenProposal } from "./awarded-tender.ts";

const electronic = { sentBy: "electronic", statement: "" } as const;
const reason = "Behovet har upphört: växeln flyttas till regionen.";

const stageOf = async ({ app }: World, id: string) =>
  (
    await app.database.read
      .selectFrom("tender")
      .select("stage")
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
  ).stage;
const logged = async ({ app }: World, kind: string) =>
  (await app.database.read.selectFrom("log").select("body").where("kind", "=", kind).execute()).map(
    ({ body }) => JSON.parse(body.toString("utf8")).facts,
  );

onBothDatabases("the award", (world) => {
  it("is decided by the second of two people, for whoever the evaluation ranks first", async () => {
    const { app, clock } = world();
    const { tenderId, owner, approver, responses } = await deciding(world());
    accepted(await proposeAward(app, owner, tenderId, electronic));
    expect(await stageOf(world(), tenderId)).toBe("evaluated");
    clock.advance(60_000_000);
    const seen = await seenProposal(world(), approver, tenderId);
    expect(accepted(await confirmAward(app, approver, tenderId, seen))).toEqual({
      decided: true,
      missing: null,
    });
    expect(await stageOf(world(), tenderId)).toBe("awarded");
    const award = await storedAward(app.database.read, tenderId);
    expect(award?.record.winner).toBe(responses[0]);
    expect(award?.record.bids.map(({ response, place }) => [response, place])).toEqual([
      [responses[0], 1],
      [responses[1], 2],
    ]);
    expect(award?.record.decided_by.map(({ name }) => name)).toEqual([owner.name, approver.name]);
    expect(await logged(world(), "award.decide")).toMatchObject([
      { record: award?.sha256, winner: responses[0], bids: 2 },
    ]);
  });

  it("is not decided by one person twice, nor by two without an approver", async () => {
    const { app } = world();
    const { tenderId, owner, chair, approver } = await deciding(world());
    accepted(await proposeAward(app, owner, tenderId, electronic));
    const seen = await seenProposal(world(), chair, tenderId);
    expect(codesOf(await confirmAward(app, owner, tenderId, seen))).toEqual(["second_person_needed"]);
    expect(accepted(await confirmAward(app, chair, tenderId, seen))).toEqual({
      decided: false,
      missing: "approver",
    });
    expect(await stageOf(world(), tenderId)).toBe("evaluated");
    expect(accepted(await confirmAward(app, approver, tenderId, seen)).decided).toBe(true);
  });

  it("does not count the approval of an account that has been disabled since, until it is enabled again", async () => {
    const { app } = world();
    const { tenderId, owner, approver } = await deciding(world());
    accepted(await proposeAward(app, owner, tenderId, electronic));
    const seen = await seenProposal(world(), approver, tenderId);
    await disableAccount(world(), owner);
    expect(accepted(await confirmAward(app, approver, tenderId, seen))).toEqual({
      decided: false,
      missing: "second_person",
    });
    expect(codesOf(await confirmAward(app, approver, tenderId, seen))).toEqual(["second_person_needed"]);
    await enableAccount(world(), owner);
    expect(accepted(await readAward(app, approver, tenderId)).proposal).toMatchObject({
      missing: null,
      approvedByMe: false,
    });
    expect(accepted(await confirmAward(app, approver, tenderId, seen)).decided).toBe(true);
  });

  it("does not count, nor name in the decision, somebody who has lost the role", async () => {
    const { app } = world();
    const { tenderId, owner, chair, approver } = await deciding(world());
    accepted(await proposeAward(app, chair, tenderId, electronic));
    const seen = await seenProposal(world(), approver, tenderId);
    await grantTenderRole(world(), tenderId, chair, "observer");
    await revokeTenderRole(world(), tenderId, chair, "chair");
    expect(accepted(await confirmAward(app, approver, tenderId, seen)).missing).toBe("second_person");
    expect(accepted(await confirmAward(app, owner, tenderId, seen)).decided).toBe(true);
    const award = await storedAward(app.database.read, tenderId);
    expect(award?.record.decided_by.map(({ name }) => name).toSorted()).toEqual(
      [approver.name, owner.name].toSorted(),
    );
  });

  it("is confirmed as it was seen, and not as it was changed meanwhile", async () => {
    const { app } = world();
    const { tenderId, owner, approver } = await deciding(world());
    accepted(await proposeAward(app, owner, tenderId, electronic));
    const seen = await seenProposal(world(), approver, tenderId);
    accepted(await proposeAward(app, owner, tenderId, { sentBy: "other", statement: "" }));
    expect(codesOf(await confirmAward(app, approver, tenderId, seen))).toEqual(["version_conflict"]);
    expect(await stageOf(world(), tenderId)).toBe("evaluated");
  });

  it("is for the people of the policy and its stage only", async () => {
    const { app } = world();
    const { tenderId, owner, evaluators, openers, vendors } = await awarded(world());
    expect(codesOf(await proposeAward(app, owner, tenderId, electronic))).toEqual(["wrong_stage"]);
    for (const person of [...evaluators, ...openers, ...vendors]) {
      expect(codesOf(await proposeAward(app, person, tenderId, electronic))).toEqual(["not_found"]);
      expect(codesOf(await readAward(app, person, tenderId))).toEqual(["not_found"]);
    }
    expect(codesOf(await readAward(app, { kind: "anonymous" }, tenderId))).toEqual(["not_found"]);
  });

  it("stays as it was decided: the database refuses to change it", async () => {
    const { app } = world();
    const { tenderId } = await awarded(world());
    await expect(
      app.database.write(async (trx) => {
        await trx.updateTable("decision").set({ act: "cancel" }).where("tender_id", "=", tenderId).execute();
      }),
    ).rejects.toThrow(/append-only/);
    await expect(
      app.database.write(async (trx) => {
        await trx.deleteFrom("proposal").where("tender_id", "=", tenderId).execute();
      }),
    ).rejects.toThrow(/append-only/);
  });
});

onBothDatabases("the contract", (world) => {
  const signing = { startsOn: "2027-09-01", exception: "", noReview: true };

  it("is concluded by two people once the standstill is over", async () => {
    const { app, clock } = world();
    const { tenderId, owner, approver } = await awarded(world());
    const { decided } = accepted(await readAward(app, owner, tenderId));
    const { signFrom } = decided?.record.standstill ?? { signFrom: "" };
    clock.nowUs = (decided?.standstillEndUs ?? 0) + 3_600_000_000;
    accepted(await proposeConclusion(app, owner, tenderId, { ...signing, signedOn: signFrom }));
    const { concluding } = accepted(await readAward(app, approver, tenderId));
    accepted(await confirmConclusion(app, approver, tenderId, concluding?.sha256 ?? ""));
    expect(await stageOf(world(), tenderId)).toBe("concluded");
    const { record } = (await readConclusion(app.database.read, tenderId)) ?? {};
    expect(record).toMatchObject({ signed_on: signFrom, starts_on: "2027-09-01", exception: null });
    expect(await logged(world(), "contract.conclude")).toMatchObject([
      { signed_on: signFrom, exception: false },
    ]);
  });

  it("is not entered as signed during the standstill without a reason", async () => {
    const { app, clock } = world();
    const { tenderId, owner } = await awarded(world());
    const { decided } = accepted(await readAward(app, owner, tenderId));
    const { lastDay } = decided?.record.standstill ?? { lastDay: "" };
    clock.nowUs = (decided?.standstillEndUs ?? 0) - 1;
    const early = { ...signing, signedOn: lastDay };
    expect(codesOf(await proposeConclusion(app, owner, tenderId, early))).toEqual(["standstill_runs"]);
    const exception = "Bara en leverantör har lämnat anbud och berörs av beslutet.";
    expect((await proposeConclusion(app, owner, tenderId, { ...early, exception })).ok).toBe(true);
    expect(
      codesOf(await proposeConclusion(app, owner, tenderId, { ...early, exception: "Bråttom" })),
    ).toEqual(["reason_short"]);
  });
});

onBothDatabases("the cancellation", (world) => {
  it("takes two people and ends the tender with its reason", async () => {
    const { app } = world();
    const { tenderId, owner, approver, vendors } = await deciding(world());
    accepted(await proposeCancellation(app, owner, tenderId, { ground: "need_changed", reason }));
    const { proposal } = (await app.database.read
      .selectFrom("proposal")
      .select("sha256 as proposal")
      .executeTakeFirstOrThrow()) ?? { proposal: "" };
    expect(codesOf(await confirmCancellation(app, owner, tenderId, proposal))).toEqual([
      "second_person_needed",
    ]);
    accepted(await confirmCancellation(app, approver, tenderId, proposal));
    expect(await stageOf(world(), tenderId)).toBe("cancelled");
    const { record } = (await readCancellation(app.database.read, tenderId)) ?? {};
    expect(record).toMatchObject({ ground: "need_changed", reason, stage: "evaluated" });
    expect(record?.bids?.map(({ bidder }) => bidder).toSorted()).toEqual(
      vendors.map(({ organisation }) => organisation.name).toSorted(),
    );
  });

  it("needs a reason that can be told", async () => {
    const { app } = world();
    const { tenderId, owner } = await deciding(world());
    const short = await proposeCancellation(app, owner, tenderId, { ground: "other", reason: "Nja." });
    expect(codesOf(short)).toEqual(["reason_short"]);
  });
});
