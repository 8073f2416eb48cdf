import { expect, it } from "vitest";
import { readCancellation } from "#app/db/award.ts";
import { confirmCancellation } from "#app/services/award/confirm-cancellation.ts";
import { proposeCancellation } from "#app/services/award/propose-cancellation.ts";
import { readCancellation as readCancellationPage } from "#app/services/award/read-cancellation.ts";
import { readOwnOutcome } from "#app/services/award/read-own-outcome.ts";
import { writeAwardLetter } from "#app/services/award/write-award-letter.ts";
import { writeCancellationLetter } from "#app/services/award/write-cancellation-letter.ts";
import { writeOwnLetter } from "#app/services/award/write-own-letter.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { readTenderOverview } from "#app/services/tender/read-tender-overview.ts";
import { wordTexts } from "../../documents/word-paragraphs.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { grantTenderRole, makePerson } from "../../support/people.ts";
import { publishTender } from "../response/published-tender.ts";
import { accepted, answerAll, codesOf, submitNow } from "../response/submitting.ts";
import { awarded, deciding } from "./awarded-tender.ts";

const reason = "Behovet har upphört: växeln flyttas till regionen.";

onBothDatabases("a bidder", (world) => {
  it("reads its own outcome and letter from the award on, and not before", async () => {
    const { app } = world();
    const before = await deciding(world());
    const [vendor] = before.vendors;
    if (vendor === undefined) throw new Error("nobody has bid");
    expect(codesOf(await readOwnOutcome(app, vendor, before.tenderId))).toEqual(["wrong_stage"]);
    expect(codesOf(await writeOwnLetter(app, vendor, before.tenderId, "sv"))).toEqual(["wrong_stage"]);
  });

  it("sees its own figures beside the winner's and nothing of others", async () => {
    const { app } = world();
    const { tenderId, vendors } = await awarded(world());
    const [winner, loser] = vendors;
    if (winner === undefined || loser === undefined) throw new Error("two have bid");
    const told = accepted(await readOwnOutcome(app, loser, tenderId));
    expect(told).toMatchObject({ type: "award", won: false, winner: winner.organisation.name });
    expect(told.type === "award" && told.own?.place).toBe(2);
    const texts = (await wordTexts(accepted(await writeOwnLetter(app, loser, tenderId, "sv")))).join("\n");
    expect(texts).toContain(loser.organisation.name);
    expect(texts).toContain(`tilldelas ${winner.organisation.name}`);
    const own = (await wordTexts(accepted(await writeOwnLetter(app, winner, tenderId, "sv")))).join("\n");
    expect(own).not.toContain(loser.organisation.name);
  });

  it("has no way to anybody else's letter", async () => {
    const { app } = world();
    const { tenderId, vendors, responses, approver, evaluators } = await awarded(world());
    for (const person of [...vendors, ...evaluators]) {
      const asked = await writeAwardLetter(app, person, tenderId, responses[0] ?? "", "sv");
      expect(codesOf(asked)).toEqual(["not_found"]);
    }
    expect((await writeAwardLetter(app, approver, tenderId, responses[0] ?? "", "sv")).ok).toBe(true);
    expect(codesOf(await writeAwardLetter(app, approver, tenderId, "no-such", "sv"))).toEqual(["not_found"]);
    const other = await makePerson(world(), { organisation: "vendor" });
    expect(accepted(await readOwnOutcome(app, other, tenderId))).toMatchObject({ type: "award", own: null });
    expect(codesOf(await writeOwnLetter(app, other, tenderId, "sv"))).toEqual(["not_found"]);
  });
});

/** A published tender with one submitted and one begun response, an owner and an approver. */
async function published(world: World) {
  const { app } = world;
  const tenderId = await publishTender(world);
  const person = async (role: "owner" | "approver") => {
    const one = await makePerson(world, { organisation: "buyer" });
    await grantTenderRole(world, tenderId, one, role);
    return one;
  };
  const [owner, approver] = [await person("owner"), await person("approver")];
  const bidder = await makePerson(world, { organisation: "vendor" });
  await answerAll(world, bidder, tenderId);
  await submitNow(world, bidder, tenderId);
  const beginner = await makePerson(world, { organisation: "vendor" });
  accepted(await startResponse(app, beginner, tenderId));
  return { tenderId, owner, approver, bidder };
}

onBothDatabases("a tender that is cancelled before the opening", (world) => {
  it("tells everyone why, and nobody who had bid", async () => {
    const { app } = world();
    const { tenderId, owner, approver, bidder } = await published(world());
    accepted(await proposeCancellation(app, owner, tenderId, { ground: "need_changed", reason }));
    const { proposal } = accepted(await readCancellationPage(app, approver, tenderId));
    accepted(await confirmCancellation(app, approver, tenderId, proposal?.sha256 ?? ""));
    const stored = await readCancellation(app.database.read, tenderId);
    expect(stored?.record).toMatchObject({ stage: "published", bids: null });
    expect(stored?.bytes.toString("utf8")).not.toContain(bidder.organisation.name);
    const everyone = accepted(await readTenderOverview(app, { kind: "anonymous" }, tenderId, "sv"));
    expect(everyone).toMatchObject({ stage: "cancelled", cancelled: { ground: "need_changed", reason } });
    const all = accepted(await writeCancellationLetter(app, owner, tenderId, null, "sv"));
    const words = (await wordTexts(all)).join("\n");
    expect(words).toContain("Alla anbudsgivare");
    expect(words).not.toContain(bidder.organisation.name);
    const own = await wordTexts(accepted(await writeOwnLetter(app, bidder, tenderId, "en")));
    expect(own.some((text) => text.includes(bidder.organisation.name))).toBe(true);
    expect(accepted(await readOwnOutcome(app, bidder, tenderId))).toMatchObject({
      type: "cancelled",
      reason,
    });
  });
});
