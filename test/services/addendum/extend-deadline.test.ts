import { expect, it } from "vitest";
import type { Result } from "#app/domain/fault.ts";
import { extendDeadline } from "#app/services/addendum/extend-deadline.ts";
import { readExtension } from "#app/services/addendum/read-extension.ts";
import { gatherTender } from "#app/services/documents/printed-tender.ts";
import { writeQuestions } from "#app/services/documents/write-questions.ts";
import { askQuestion } from "#app/services/questions/ask-question.ts";
import { publishAnswer } from "#app/services/questions/publish-answer.ts";
import { readQuestions } from "#app/services/questions/read-questions.ts";
import { readTenderPage } from "#app/services/tender/read-tender-page.ts";
import { wordTexts } from "../../documents/word-paragraphs.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { grantTenderRole, makePerson } from "../../support/people.ts";
import { deadlineUs, publishTender } from "../response/published-tender.ts";
import { answerAll, submitNow } from "../response/submitting.ts";

const anonymous = { kind: "anonymous" } as const;
const codes = (result: Result<unknown>) => (result.ok ? [] : result.faults.map(({ code }) => code));
function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}
const later = { local: "2026-12-07T12:00", reason: { sv: "Driftstopp.", en: "" } };

async function published(world: World) {
  const tenderId = await publishTender(world);
  const owner = await makePerson(world, { organisation: "buyer" });
  await grantTenderRole(world, tenderId, owner, "owner");
  return { tenderId, owner };
}
const deadlineOf = async (world: World, tenderId: string) =>
  accepted(await readTenderPage(world.app, anonymous, tenderId)).deadlineUs;

onBothDatabases("a later deadline", (open) => {
  it("is set by the owner for all, as a numbered addendum that everyone reads, and logged", async () => {
    const world = open();
    const { app } = world;
    const { tenderId, owner } = await published(world);
    expect(accepted(await readExtension(app, owner, tenderId)).deadlineUs).toBe(deadlineUs);
    expect(accepted(await extendDeadline(app, owner, tenderId, later))).toBe(1);
    const newUs = Date.parse("2026-12-07T11:00:00Z") * 1000;
    expect(await deadlineOf(world, tenderId)).toBe(newUs);
    expect(accepted(await readQuestions(app, anonymous, tenderId)).addenda).toEqual([
      {
        number: 1,
        reason: later.reason,
        oldDeadlineUs: deadlineUs,
        newDeadlineUs: newUs,
        publishedUs: world.clock.nowUs,
      },
    ]);
    expect(
      accepted(await extendDeadline(app, owner, tenderId, { ...later, local: "2026-12-08T12:00" })),
    ).toBe(2);
    const log = await app.database.read
      .selectFrom("log")
      .select("seq")
      .where("kind", "=", "addendum.publish")
      .execute();
    expect(log).toHaveLength(2);
  });

  it("is set by nobody else, and by nobody once the deadline has passed", async () => {
    const world = open();
    const { tenderId, owner } = await published(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    for (const role of ["drafter", "approver", "opener", "chair"] as const) {
      const one = await makePerson(world, { organisation: "buyer" });
      await grantTenderRole(world, tenderId, one, role);
      expect(codes(await extendDeadline(world.app, one, tenderId, later))).toEqual(["not_found"]);
    }
    expect(codes(await extendDeadline(world.app, vendor, tenderId, later))).toEqual(["not_found"]);
    world.clock.nowUs = deadlineUs;
    expect(codes(await extendDeadline(world.app, owner, tenderId, later))).toEqual(["wrong_stage"]);
    expect(await deadlineOf(world, tenderId)).toBe(deadlineUs);
  });

  it("is later than the one before, one moment of the tender's zone, and has a reason", async () => {
    const world = open();
    const { tenderId, owner } = await published(world);
    const refused = async (change: Partial<typeof later>) =>
      codes(await extendDeadline(world.app, owner, tenderId, { ...later, ...change }));
    // The deadline itself: 14:00 in Stockholm.
    expect(await refused({ local: "2026-11-22T14:00" })).toEqual(["deadline_not_later"]);
    expect(await refused({ local: "2027-03-28T02:30" })).toEqual(["time_not_on_clock"]);
    expect(await refused({ local: "snart", reason: { sv: " ", en: "" } })).toEqual([
      "time_malformed",
      "reason_missing",
    ]);
    expect(await deadlineOf(world, tenderId)).toBe(deadlineUs);
  });

  it("keeps bids that are in, lets them be replaced, and closes at the new instant", async () => {
    const world = open();
    const { tenderId, owner } = await published(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    await answerAll(world, vendor, tenderId);
    await submitNow(world, vendor, tenderId);
    accepted(await extendDeadline(world.app, owner, tenderId, later));
    world.clock.nowUs = deadlineUs + 1;
    const { stage } = accepted(await readTenderPage(world.app, anonymous, tenderId));
    expect(stage).toBe("published");
    await submitNow(world, vendor, tenderId);
    const submissions = await world.app.database.read.selectFrom("submission").select("version").execute();
    expect(submissions).toHaveLength(2);
    world.clock.nowUs = Date.parse("2026-12-07T11:00:00Z") * 1000;
    expect(accepted(await readTenderPage(world.app, anonymous, tenderId)).stage).toBe("closed");
  });

  it("stands in the documents, as the next version of the same frozen content", async () => {
    const world = open();
    const { tenderId, owner } = await published(world);
    const before = await gatherTender(world.app, tenderId, true, "sv");
    accepted(await extendDeadline(world.app, owner, tenderId, later));
    const after = await gatherTender(world.app, tenderId, true, "sv");
    expect([before?.version, after?.version]).toEqual(["1", "2"]);
    expect(after?.sha256).toBe(before?.sha256);
    expect(after?.content.deadline).toBe("2026-12-07T11:00:00Z");
    const texts = await wordTexts(accepted(await writeQuestions(world.app, anonymous, tenderId, "sv")));
    expect(texts).toContain("SkälDriftstopp.");
  });

  it("gives more time to ask, and an answer may say that it led to it", async () => {
    const world = open();
    const { app } = world;
    const { tenderId, owner } = await published(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    const question = { text: "Gäller det helger?", requirement: null, namesAllowed: false };
    // One hour is left: the time for questions is over.
    expect(codes(await askQuestion(app, vendor, tenderId, question))).toEqual(["questions_closed"]);
    accepted(await extendDeadline(app, owner, tenderId, later));
    const id = accepted(await askQuestion(app, vendor, tenderId, question));
    const answer = {
      question: { sv: question.text, en: "" },
      answer: { sv: "Ja.", en: "" },
      lateReason: "",
      namesAllowed: false,
    };
    expect(codes(await publishAnswer(app, owner, tenderId, id, { ...answer, addendum: 2 }))).toEqual([
      "addendum_unknown",
    ]);
    accepted(await publishAnswer(app, owner, tenderId, id, { ...answer, addendum: 1 }));
    expect(accepted(await readQuestions(app, anonymous, tenderId)).answers[0]?.addendum).toBe(1);
  });
});
