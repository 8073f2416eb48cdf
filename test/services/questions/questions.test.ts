import { expect, it } from "vitest";
import { type Actor, type Person, tenderRoles } from "#app/domain/account/actor.ts";
import type { Result } from "#app/domain/fault.ts";
import { writeQuestions } from "#app/services/documents/write-questions.ts";
import { askQuestion } from "#app/services/questions/ask-question.ts";
import { publishAnswer } from "#app/services/questions/publish-answer.ts";
import { readQuestion } from "#app/services/questions/read-question.ts";
import { readQuestions } from "#app/services/questions/read-questions.ts";
import { wordTexts } from "../../documents/word-paragraphs.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { grantTenderRole, makePerson } from "../../support/people.ts";
import { exampleTender } from "../response/example-tender.ts";
import { publishTender } from "../response/published-tender.ts";

const day = 86_400_000_000;
const anonymous: Actor = { kind: "anonymous" };
const codes = (result: Result<unknown>) => (result.ok ? [] : result.faults.map(({ code }) => code));
function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

const asked = (text: string) => ({ text, requirement: null, namesAllowed: false });
const answered = (answer: string) => ({
  question: { sv: "Gäller kravet helger?", en: "" },
  answer: { sv: answer, en: "" },
  addendum: null,
  lateReason: "",
  namesAllowed: false,
});

interface Asking {
  readonly tenderId: string;
  readonly vendor: Person;
  readonly owner: Person;
  readonly questionId: string;
}

/** A tender with two months left, a question and somebody who may answer it. */
async function asking(world: World): Promise<Asking> {
  const tenderId = await publishTender(world, { ...exampleTender, deadline: "2027-01-22T13:00:00Z" });
  const vendor = await makePerson(world, { organisation: "vendor" });
  const owner = await makePerson(world, { organisation: "buyer" });
  await grantTenderRole(world, tenderId, owner, "owner");
  const question = { text: "Gäller kravet helger?", requirement: "AVAIL-001", namesAllowed: false };
  const questionId = accepted(await askQuestion(world.app, vendor, tenderId, question));
  return { tenderId, vendor, owner, questionId };
}

onBothDatabases("questions", (open) => {
  it("are asked by vendors that may respond, until ten days before the deadline", async () => {
    const world = open();
    const { tenderId, vendor, owner } = await asking(world);
    expect(codes(await askQuestion(world.app, owner, tenderId, asked("Varför?")))).toEqual(["not_found"]);
    expect(codes(await askQuestion(world.app, anonymous, tenderId, asked("Varför?")))).toEqual(["not_found"]);
    expect(codes(await askQuestion(world.app, vendor, tenderId, asked("  ")))).toEqual(["question_missing"]);
    const about = { ...asked("Vad?"), requirement: "GONE-001" };
    expect(codes(await askQuestion(world.app, vendor, tenderId, about))).toEqual(["requirement_unknown"]);
    world.clock.nowUs = Date.parse("2027-01-12T12:59:59Z") * 1000;
    accepted(await askQuestion(world.app, vendor, tenderId, asked("Hinner vi?")));
    expect(accepted(await readQuestions(world.app, vendor, tenderId)).mayAsk).toBe(true);
    expect(accepted(await readQuestions(world.app, anonymous, tenderId))).toMatchObject({
      open: true,
      mayAsk: false,
      mayBeVendor: true,
    });
    world.clock.advance(1_000_000);
    expect(codes(await askQuestion(world.app, vendor, tenderId, asked("Nu då?")))).toEqual([
      "questions_closed",
    ]);
    expect(accepted(await readQuestions(world.app, vendor, tenderId)).mayAsk).toBe(false);
  });

  it("that name the vendor are sent only when it means so", async () => {
    const world = open();
    const { tenderId, vendor } = await asking(world);
    const text = `Vi på ${vendor.organisation.name} undrar`;
    expect(codes(await askQuestion(world.app, vendor, tenderId, asked(text)))).toEqual(["text_names_vendor"]);
    accepted(await askQuestion(world.app, vendor, tenderId, { ...asked(text), namesAllowed: true }));
  });

  it("do not tell a vendor whether another one is registered", async () => {
    const world = open();
    const { tenderId, vendor } = await asking(world);
    const other = await makePerson(world, { organisation: "vendor" });
    accepted(await askQuestion(world.app, other, tenderId, asked(`Får ${vendor.organisation.name} delta?`)));
  });

  it("are read by nobody but the vendor that asked and those who answer", async () => {
    const world = open();
    const { tenderId, vendor, owner, questionId } = await asking(world);
    const rival = await makePerson(world, { organisation: "vendor" });
    const colleague = await makePerson(world, { organisation: vendor.organisation.id });
    expect(accepted(await readQuestions(world.app, colleague, tenderId)).own).toHaveLength(1);
    expect(accepted(await readQuestions(world.app, owner, tenderId)).waiting).toHaveLength(1);
    for (const actor of [anonymous, rival]) {
      const view = accepted(await readQuestions(world.app, actor, tenderId));
      expect([view.own, view.waiting, view.answers]).toEqual([[], null, []]);
      expect(codes(await readQuestion(world.app, actor, tenderId, questionId))).toEqual(["not_found"]);
    }
    expect(codes(await readQuestion(world.app, owner, tenderId, "0".repeat(32)))).toEqual(["not_found"]);
  });

  it("never tell anybody else who asked: not before the answer, not with it, not in the document", async () => {
    const world = open();
    const { app } = world;
    const { tenderId, vendor, owner, questionId } = await asking(world);
    accepted(await publishAnswer(app, owner, tenderId, questionId, answered("Nej, bara vardagar.")));
    accepted(await askQuestion(app, vendor, tenderId, asked("En till?")));
    const everybody: Actor[] = [anonymous, await makePerson(world, { organisation: "vendor" })];
    for (const role of tenderRoles) {
      const one = await makePerson(world, { organisation: "buyer" });
      await grantTenderRole(world, tenderId, one, role);
      everybody.push(one);
    }
    everybody.push(await makePerson(world, { organisation: "buyer", roles: ["auditor", "org_admin"] }));
    const { name, email, accountId, organisation } = vendor;
    for (const actor of everybody) {
      const told = JSON.stringify([
        await readQuestions(app, actor, tenderId),
        await readQuestion(app, actor, tenderId, questionId),
        await wordTexts(accepted(await writeQuestions(app, actor, tenderId, "sv"))),
      ]);
      for (const secret of [name, email, accountId, organisation.id, organisation.name]) {
        expect(told).not.toContain(secret);
      }
    }
  });
});

onBothDatabases("answers", (open) => {
  it("are published by owner or drafter, for all at the same moment, and logged", async () => {
    const world = open();
    const { tenderId, vendor, owner, questionId } = await asking(world);
    const { app } = world;
    for (const role of ["approver", "evaluator", "opener"] as const) {
      const one = await makePerson(world, { organisation: "buyer" });
      await grantTenderRole(world, tenderId, one, role);
      expect(codes(await publishAnswer(app, one, tenderId, questionId, answered("Ja.")))).toEqual([
        "not_found",
      ]);
    }
    world.clock.advance(day);
    expect(accepted(await publishAnswer(app, owner, tenderId, questionId, answered("Ja.")))).toBe(1);
    for (const actor of [anonymous, vendor, owner]) {
      const { answers } = accepted(await readQuestions(app, actor, tenderId));
      expect(answers).toMatchObject([
        {
          number: 1,
          version: 1,
          requirement: "AVAIL-001",
          publishedUs: world.clock.nowUs,
          answer: { sv: "Ja." },
        },
      ]);
    }
    const kinds = await app.database.read.selectFrom("log").select("kind").orderBy("seq").execute();
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["question.ask", "question.answer"]),
    );
  });

  it("are numbered in the order of publication, not of asking", async () => {
    const world = open();
    const { app } = world;
    const { tenderId, vendor, owner, questionId } = await asking(world);
    world.clock.advance(1_000_000);
    const second = accepted(await askQuestion(app, vendor, tenderId, asked("Andra frågan")));
    expect(accepted(await publishAnswer(app, owner, tenderId, second, answered("B")))).toBe(1);
    expect(accepted(await publishAnswer(app, owner, tenderId, questionId, answered("A")))).toBe(2);
  });

  it("are corrected, never replaced: the earlier one stays readable", async () => {
    const world = open();
    const { app } = world;
    const { tenderId, owner, questionId } = await asking(world);
    accepted(await publishAnswer(app, owner, tenderId, questionId, answered("Ja.")));
    world.clock.advance(1_000_000);
    expect(accepted(await publishAnswer(app, owner, tenderId, questionId, answered("Nej.")))).toBe(1);
    const { answers } = accepted(await readQuestions(app, anonymous, tenderId));
    expect(
      answers.map(({ number, version, answer, earlier }) => [number, version, answer.sv, earlier.length]),
    ).toEqual([[1, 2, "Nej.", 1]]);
    const texts = await wordTexts(accepted(await writeQuestions(app, anonymous, tenderId, "sv")));
    expect(texts).toContain("SvarNej.");
    expect(texts.some((text) => text.startsWith("Tidigare svar") && text.endsWith(". Ja."))).toBe(true);
  });

  it("name no company by mistake, whichever it is", async () => {
    const world = open();
    const { app } = world;
    const { tenderId, owner, questionId } = await asking(world);
    const other = await makePerson(world, { organisation: "vendor" });
    const naming = answered(`Fråga ${other.organisation.name}.`);
    const refused = await publishAnswer(app, owner, tenderId, questionId, naming);
    expect(refused.ok ? [] : refused.faults).toEqual([
      {
        code: "text_names_vendor",
        place: { field: "answer.sv" },
        params: { names: other.organisation.name },
      },
    ]);
    accepted(await publishAnswer(app, owner, tenderId, questionId, { ...naming, namesAllowed: true }));
  });

  it("need words, and a reason when they come after the last day for answers", async () => {
    const world = open();
    const { app } = world;
    const { tenderId, owner, questionId } = await asking(world);
    const empty = { ...answered(" "), question: { sv: "", en: "" } };
    expect(codes(await publishAnswer(app, owner, tenderId, questionId, empty))).toEqual([
      "question_missing",
      "answer_missing",
    ]);
    // Deadline on 22 January: answers are due on the 16th, until midnight in Stockholm.
    world.clock.nowUs = Date.parse("2027-01-16T23:00:00Z") * 1000;
    expect(accepted(await readQuestion(app, owner, tenderId, questionId)).late).toBe(true);
    expect(codes(await publishAnswer(app, owner, tenderId, questionId, answered("Ja.")))).toEqual([
      "late_reason_missing",
    ]);
    const reasoned = { ...answered("Ja."), lateReason: "Svaret upprepar bara kravtexten." };
    accepted(await publishAnswer(app, owner, tenderId, questionId, reasoned));
    const { answers } = accepted(await readQuestions(app, anonymous, tenderId));
    expect(answers[0]?.lateReason).toBe("Svaret upprepar bara kravtexten.");
  });

  it("cannot be given after the deadline", async () => {
    const world = open();
    const { tenderId, owner, questionId } = await asking(world);
    world.clock.nowUs = Date.parse("2027-01-22T13:00:00Z") * 1000;
    expect(codes(await publishAnswer(world.app, owner, tenderId, questionId, answered("Ja.")))).toEqual([
      "wrong_stage",
    ]);
    expect(accepted(await readQuestions(world.app, anonymous, tenderId)).answers).toEqual([]);
  });
});
