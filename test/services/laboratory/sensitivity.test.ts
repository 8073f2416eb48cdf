import { expect, it } from "vitest";
import { readSensitivity } from "#app/services/laboratory/read-sensitivity.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { grantTenderRole, makePerson } from "../../support/people.ts";
import { evaluated } from "../evaluation/evaluated-tender.ts";
import { openedTender } from "../evaluation/opened-tender.ts";
import { accepted, codesOf } from "../response/submitting.ts";

onBothDatabases("the sensitivity of an outcome", (open) => {
  it("cannot be read before the prices are opened", async () => {
    const world = open();
    const { chair, tenderId } = await openedTender(world);
    expect(codesOf(await readSensitivity(world.app, chair, tenderId))).toEqual(["wrong_stage"]);
  });

  it("says how much cheaper the loser had to be, and which scores the award hangs on", async () => {
    const world = open();
    const { chair, tenderId, responses } = await evaluated(world);
    const [first = "", second = ""] = responses;
    const page = accepted(await readSensitivity(world.app, chair, tenderId));
    expect(page.winner).toBe(first);
    expect(page.dependsOn).toEqual([]);
    // Half of 10 points behind at equal prices; a point is 900 000 / 80 SEK, so 5 points are 56 250 SEK.
    expect(page.breakEven).toMatchObject([
      {
        response: second,
        price: { decimal: "617588.80" },
        breakEven: { decimal: "561338.80" },
        reduction: { exact: "56250" },
      },
    ]);
    // One step of QUAL-001 for either of the two makes them level.
    expect(page.flips.slice(0, 2).map(({ requirement, newFirst }) => [requirement, newFirst.length])).toEqual(
      [
        ["QUAL-001", 2],
        ["QUAL-001", 2],
      ],
    );
  });

  it("shows the evaluators' own levels while they are few, and only to evaluators and chair", async () => {
    const world = open();
    const { chair, tenderId } = await evaluated(world);
    const { committee } = accepted(await readSensitivity(world.app, chair, tenderId));
    const agreement = committee?.agreement;
    expect(agreement).toMatchObject({ evaluators: 2, alpha: null, w: null });
    expect(agreement?.units).toHaveLength(2);
    const auditor = await makePerson(world, { organisation: "buyer", roles: ["auditor"] });
    const audited = accepted(await readSensitivity(world.app, auditor, tenderId));
    expect(audited.committee).toBeNull();
    expect(audited.winner).not.toBeNull();
  });

  it("tells what other scores would have given, the same at each reading", async () => {
    const world = open();
    const { chair, tenderId, responses } = await evaluated(world);
    const { committee } = accepted(await readSensitivity(world.app, chair, tenderId));
    const doubts = committee?.doubts;
    for (const { sampled, bids } of [doubts?.one_step, doubts?.other_evaluators].flatMap(
      (one) => one ?? [],
    )) {
      expect(sampled).toMatchObject({ samples: 10_000, errorPercent: "1.00" });
      expect(bids.map(({ response }) => response).sort()).toEqual([...responses].sort());
    }
    expect(doubts?.one_step.bids[0]?.percents[0]?.exact).not.toBe("100");
    expect(accepted(await readSensitivity(world.app, chair, tenderId)).committee).toEqual(committee);
  });

  it("is not there for somebody who reads prices and no quality", async () => {
    const world = open();
    const { tenderId } = await evaluated(world);
    const finance = await makePerson(world, { organisation: "buyer" });
    await grantTenderRole(world, tenderId, finance, "finance");
    expect(codesOf(await readSensitivity(world.app, finance, tenderId))).toEqual(["not_found"]);
  });

  it("is not there for a vendor", async () => {
    const world = open();
    const { vendors, tenderId } = await evaluated(world);
    for (const vendor of vendors) {
      expect(codesOf(await readSensitivity(world.app, vendor, tenderId))).toEqual(["not_found"]);
    }
  });
});
