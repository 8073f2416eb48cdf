import { expect, it } from "vitest";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { saveAnswers } from "#app/services/response/save-answers.ts";
import { savePrices } from "#app/services/response/save-prices.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { deadlineUs, publishTender } from "./published-tender.ts";
import { accepted, answerAll, codesOf } from "./submitting.ts";

const answer = (requirement: string, value: string, seenUs: number | null = null) => ({
  requirement,
  entered: { values: [value], comment: "" },
  seenUs,
});

onBothDatabases("drafting a response", (open) => {
  it("is started once for an organisation, whoever of its people begins", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    const colleague = await makePerson(world, { organisation: vendor.organisation.id });
    const [first, second] = await Promise.all([
      startResponse(world.app, vendor, tenderId),
      startResponse(world.app, colleague, tenderId),
    ]);
    expect(accepted(first)).toBe(accepted(second));
  });

  it("gives back what was stored, digit by digit and sign by sign", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    const words = `O'Brien "sa" å 😀 ${"\\"} \u0000 <script>`;
    await answerAll(world, vendor, tenderId, words);
    const { draft } = accepted(await readOwnResponse(world.app, vendor, tenderId));
    expect(draft.answers).toEqual({
      "AVAIL-001": { type: "yes-no", value: true },
      "AVAIL-002": { type: "number", value: "99.5" },
      "CONT-002": { type: "choice", values: ["fi", "en"] },
      "QUAL-001": { type: "text", value: words },
    });
    expect(draft.unitPrices).toEqual({ calls: "12.3456", start: "25000" });
  });

  it("stores what is right beside what is faulty, and tells each fault", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    await startResponse(world.app, vendor, tenderId);
    const saved = accepted(
      await saveAnswers(world.app, vendor, tenderId, [
        answer("AVAIL-001", "yes"),
        answer("AVAIL-002", "101"),
        answer("NONE-001", "yes"),
      ]),
    );
    expect(saved.saved.map(({ requirement }) => requirement)).toEqual(["AVAIL-001"]);
    expect(saved.faults.map(({ code }) => code)).toEqual(["answer_too_high", "answer_unknown_requirement"]);
    const prices = accepted(
      await savePrices(world.app, vendor, tenderId, [
        { item: "calls", entered: "-1" },
        { item: "start", entered: "5" },
      ]),
    );
    expect(prices.faults.map(({ code }) => code)).toEqual(["price_negative"]);
    const { draft } = accepted(await readOwnResponse(world.app, vendor, tenderId));
    expect([Object.keys(draft.answers), draft.unitPrices]).toEqual([["AVAIL-001"], { start: "5" }]);
  });

  it("takes an answer away when its field is emptied", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    await answerAll(world, vendor, tenderId);
    accepted(await saveAnswers(world.app, vendor, tenderId, [answer("AVAIL-002", " ")]));
    accepted(await savePrices(world.app, vendor, tenderId, [{ item: "start", entered: "" }]));
    const { draft } = accepted(await readOwnResponse(world.app, vendor, tenderId));
    expect(draft.answers["AVAIL-002"]).toBeUndefined();
    expect(draft.unitPrices).toEqual({ calls: "12.3456" });
  });

  it("does not overwrite what a colleague has changed since the page was shown, until it is saved again", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    const colleague = await makePerson(world, { organisation: vendor.organisation.id });
    await answerAll(world, vendor, tenderId);
    const shown = accepted(await readOwnResponse(world.app, vendor, tenderId)).seenUs["AVAIL-002"] ?? null;
    world.clock.advance(1_000_000);
    accepted(await saveAnswers(world.app, colleague, tenderId, [answer("AVAIL-002", "98", shown)]));
    const stale = accepted(
      await saveAnswers(world.app, vendor, tenderId, [answer("AVAIL-002", "97", shown)]),
    );
    expect(stale.faults.map(({ code }) => code)).toEqual(["answer_changed_by_other"]);
    const now = accepted(await readOwnResponse(world.app, vendor, tenderId));
    expect(now.draft.answers["AVAIL-002"]).toEqual({ type: "number", value: "98" });
    const again = [answer("AVAIL-002", "97", now.seenUs["AVAIL-002"] ?? null)];
    expect(accepted(await saveAnswers(world.app, vendor, tenderId, again)).faults).toEqual([]);
  });

  it("is closed from the very instant of the deadline, and still readable by its own people", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    await answerAll(world, vendor, tenderId);
    world.clock.nowUs = deadlineUs - 1;
    accepted(await saveAnswers(world.app, vendor, tenderId, [answer("AVAIL-001", "no")]));
    world.clock.nowUs = deadlineUs;
    expect(codesOf(await saveAnswers(world.app, vendor, tenderId, [answer("AVAIL-001", "yes")]))).toEqual([
      "wrong_stage",
    ]);
    expect(codesOf(await startResponse(world.app, vendor, tenderId))).toEqual(["wrong_stage"]);
    expect(accepted(await readOwnResponse(world.app, vendor, tenderId))).toMatchObject({
      stage: "closed",
      mayEdit: false,
    });
  });
});
