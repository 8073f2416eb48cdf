import { expect, it } from "vitest";
import { readAward as storedAward } from "#app/db/award.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { answerAboutLowBid } from "#app/services/award/answer-about-low-bid.ts";
import { askAboutLowBid } from "#app/services/award/ask-about-low-bid.ts";
import { confirmAward } from "#app/services/award/confirm-award.ts";
import { decideLowBid } from "#app/services/award/decide-low-bid.ts";
import { proposeAward } from "#app/services/award/propose-award.ts";
import { readAward } from "#app/services/award/read-award.ts";
import { readLowBids } from "#app/services/award/read-low-bids.ts";
import { readOwnHearing } from "#app/services/award/read-own-hearing.ts";
import { writeOwnLetter } from "#app/services/award/write-own-letter.ts";
import { evaluateResponses } from "#app/services/evaluation/evaluate-responses.ts";
import { wordTexts } from "../../documents/word-paragraphs.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { accepted, codesOf } from "../response/submitting.ts";
import { type DecidingTender, deciding, seenProposal } from "./awarded-tender.ts";

const hourUs = 3_600_000_000;
const question = "Förklara hur priset täcker löner enligt kollektivavtal.";
const reason = "Förklaringen visar inte hur lönerna ska kunna betalas.";
const electronic = { sentBy: "electronic", statement: "" } as const;

const inHours = ({ clock }: World, hours: number) =>
  new Date((clock.nowUs + hours * hourUs) / 1000)
    .toLocaleString("sv-SE", { timeZone: "Europe/Stockholm" })
    .slice(0, 16)
    .replace(" ", "T");

async function asked(world: World): Promise<DecidingTender & { first: Person; response: string }> {
  const tender = await deciding(world);
  const { tenderId, chair, vendors, responses } = tender;
  const [first] = vendors;
  const [response = ""] = responses;
  if (first === undefined) throw new Error("nobody has bid");
  accepted(await askAboutLowBid(world.app, chair, tenderId, { response, question, due: inHours(world, 48) }));
  return { ...tender, first, response };
}

onBothDatabases("a bid that seems abnormally low", (world) => {
  it("is never rejected before its bidder has explained or the time for it is over", async () => {
    const { app, clock } = world();
    const { tenderId, chair, response } = await asked(world());
    const reject = () => decideLowBid(app, chair, tenderId, { response, rejected: true, reason });
    expect(codesOf(await reject())).toEqual(["low_bid_not_heard"]);
    clock.advance(49 * hourUs);
    expect((await reject()).ok).toBe(true);
  });

  it("is explained by its own bidder only, in time, and nobody else learns of the question", async () => {
    const { app, clock } = world();
    const { tenderId, first, vendors, owner, chair } = await asked(world());
    const [, second] = vendors;
    if (second === undefined) throw new Error("two have bid");
    expect(accepted(await readOwnHearing(app, second, tenderId))).toBeNull();
    expect(codesOf(await answerAboutLowBid(app, second, tenderId, "Vi med."))).toEqual(["not_found"]);
    expect(codesOf(await answerAboutLowBid(app, owner, tenderId, "Nej."))).toEqual(["not_found"]);
    accepted(await answerAboutLowBid(app, first, tenderId, "Vi delar lokaler med vår andra växel."));
    expect(accepted(await readOwnHearing(app, first, tenderId))).toMatchObject({ question, open: true });
    clock.advance(49 * hourUs);
    expect(codesOf(await answerAboutLowBid(app, first, tenderId, "Ett tillägg."))).toEqual([
      "low_bid_answer_late",
    ]);
    const page = accepted(await readLowBids(app, chair, tenderId));
    expect(page.bids.filter(({ hearing }) => hearing !== null)).toMatchObject([
      { hearing: { answer: { words: "Vi delar lokaler med vår andra växel." } }, heard: true },
    ]);
  });

  it("keeps the award waiting while its hearing is open, and goes on as before when it is accepted", async () => {
    const { app } = world();
    const { tenderId, chair, owner, first, response } = await asked(world());
    expect(codesOf(await proposeAward(app, owner, tenderId, electronic))).toEqual(["low_bid_open"]);
    accepted(await answerAboutLowBid(app, first, tenderId, "Vi delar lokaler med vår andra växel."));
    const kept = { response, rejected: false, reason: "Förklaringen visar hur kostnaderna bärs." };
    accepted(await decideLowBid(app, chair, tenderId, kept));
    expect(accepted(await readAward(app, owner, tenderId)).outcome).toEqual({ type: "winner", response });
    expect((await proposeAward(app, owner, tenderId, electronic)).ok).toBe(true);
  });

  it("is evaluated no more when it is rejected, and its letter gives the reason", async () => {
    const { app, clock } = world();
    const { tenderId, chair, owner, approver, first, response, responses } = await asked(world());
    clock.advance(49 * hourUs);
    accepted(await decideLowBid(app, chair, tenderId, { response, rejected: true, reason }));
    const { evaluation } = accepted(await evaluateResponses(app, chair, tenderId));
    expect(evaluation.winner).toBe(responses[1]);
    const rejected = evaluation.responses.find((one) => one.response === response);
    expect(rejected).toMatchObject({ admission: "excluded", reasons: ["must:abnormally_low:failed"] });
    accepted(await proposeAward(app, owner, tenderId, electronic));
    accepted(await confirmAward(app, approver, tenderId, await seenProposal(world(), approver, tenderId)));
    const { record } = (await storedAward(app.database.read, tenderId)) ?? {};
    expect(record?.winner).toBe(responses[1]);
    const letter = (await wordTexts(accepted(await writeOwnLetter(app, first, tenderId, "sv")))).join("\n");
    expect(letter).toContain("Anbudet är onormalt lågt");
    expect(letter).toContain(reason);
  });

  it("is pointed out by indicators that move nothing by themselves", async () => {
    const { app } = world();
    const { tenderId, approver, responses } = await deciding(world());
    const { indicators } = accepted(await readLowBids(app, approver, tenderId));
    expect(indicators.map(({ rule }) => rule)).toEqual([
      "pct_below_mean",
      "pct_below_median",
      "gap_to_second_lowest",
      "pct_below_estimate",
    ]);
    expect(accepted(await readAward(app, approver, tenderId)).outcome).toEqual({
      type: "winner",
      response: responses[0],
    });
  });

  it("is asked about by the chair, in words and with time to answer", async () => {
    const { app } = world();
    const { tenderId, chair, owner, responses } = await deciding(world());
    const [response = ""] = responses;
    const ask = (actor: Person, words: string, hours: number) =>
      askAboutLowBid(app, actor, tenderId, { response, question: words, due: inHours(world(), hours) });
    expect(codesOf(await ask(owner, question, 48))).toEqual(["not_found"]);
    expect(codesOf(await ask(chair, "Varför?", -1))).toEqual(["reason_short", "low_bid_due_past"]);
    accepted(await ask(chair, question, 48));
    expect(codesOf(await ask(chair, question, 48))).toEqual(["low_bid_asked"]);
  });
});
