import { expect, it } from "vitest";
import { readAward as storedAward } from "#app/db/award.ts";
import { lotteryTicket } from "#app/domain/evaluation/lottery.ts";
import { announceLottery } from "#app/services/award/announce-lottery.ts";
import { confirmAward } from "#app/services/award/confirm-award.ts";
import { drawLottery } from "#app/services/award/draw-lottery.ts";
import { proposeAward } from "#app/services/award/propose-award.ts";
import { readAward } from "#app/services/award/read-award.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { accepted, codesOf } from "../response/submitting.ts";
import { deciding, seenProposal } from "./awarded-tender.ts";

const hourUs = 3_600_000_000;
const source = "OMXS30, slutkurs, Nasdaq Stockholm";
const electronic = { sentBy: "electronic", statement: "" } as const;

/** A local time of Stockholm so many hours from now. */
const inHours = ({ clock }: World, hours: number) =>
  new Date((clock.nowUs + hours * hourUs) / 1000)
    .toLocaleString("sv-SE", { timeZone: "Europe/Stockholm" })
    .slice(0, 16)
    .replace(" ", "T");

onBothDatabases("the lottery", (world) => {
  it("is the only way to award equal bids, by a value that was announced before anybody knew it", async () => {
    const { app, clock } = world();
    const { tenderId, owner, approver, responses } = await deciding(world(), "equal");
    expect(accepted(await readAward(app, owner, tenderId)).outcome).toEqual({
      type: "tied",
      responses: responses.toSorted(),
    });
    expect(codesOf(await proposeAward(app, owner, tenderId, electronic))).toEqual(["award_tied"]);
    expect(codesOf(await drawLottery(app, owner, tenderId, "2501.75"))).toEqual(["lottery_not_announced"]);
    accepted(await announceLottery(app, owner, tenderId, { source, due: inHours(world(), 2) }));
    expect(codesOf(await drawLottery(app, owner, tenderId, "2501.75"))).toEqual(["lottery_not_due"]);
    clock.advance(3 * hourUs);
    accepted(await drawLottery(app, owner, tenderId, "2501.75"));
    accepted(await proposeAward(app, owner, tenderId, electronic));
    accepted(await confirmAward(app, approver, tenderId, await seenProposal(world(), approver, tenderId)));
    const { record } = (await storedAward(app.database.read, tenderId)) ?? {};
    const seed = record?.lottery?.seed ?? "";
    expect(seed.startsWith(`${tenderId} `) && seed.endsWith(" 2501.75")).toBe(true);
    const drawn = responses.toSorted((a, b) => (lotteryTicket(seed, a) < lotteryTicket(seed, b) ? -1 : 1));
    expect(record?.winner).toBe(drawn[0]);
    expect(record?.order).toEqual([{ better: drawn[0], worse: drawn[1], rule: "lottery" }]);
  });

  it("cannot be announced again when the value may be known, nor for a time that has been", async () => {
    const { app, clock } = world();
    const { tenderId, owner } = await deciding(world(), "equal");
    const announce = (words: string, hours: number) =>
      announceLottery(app, owner, tenderId, { source: words, due: inHours(world(), hours) });
    expect(codesOf(await announce("OMX", -2))).toEqual(["reason_short", "lottery_due_past"]);
    accepted(await announce(source, 2));
    accepted(await announce(`${source}, fredag`, 3));
    clock.advance(4 * hourUs);
    expect(codesOf(await announce(source, 2))).toEqual(["lottery_announced"]);
  });

  it("makes a proposal void whose draw was corrected afterwards", async () => {
    const { app, clock } = world();
    const { tenderId, owner, approver } = await deciding(world(), "equal");
    accepted(await announceLottery(app, owner, tenderId, { source, due: inHours(world(), 2) }));
    clock.advance(3 * hourUs);
    accepted(await drawLottery(app, owner, tenderId, "2501.75"));
    accepted(await proposeAward(app, owner, tenderId, electronic));
    const seen = await seenProposal(world(), approver, tenderId);
    accepted(await drawLottery(app, owner, tenderId, "2501.76"));
    expect(codesOf(await confirmAward(app, approver, tenderId, seen))).toEqual(["version_conflict"]);
    expect(accepted(await readAward(app, approver, tenderId)).proposal).toBeNull();
  });

  it("is not held where the evaluation has a winner", async () => {
    const { app } = world();
    const { tenderId, owner } = await deciding(world());
    const announced = await announceLottery(app, owner, tenderId, { source, due: inHours(world(), 2) });
    expect(codesOf(announced)).toEqual(["award_not_tied"]);
  });
});
