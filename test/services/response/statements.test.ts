import { expect, it } from "vitest";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { readStatements } from "#app/services/response/read-statements.ts";
import { saveStatements } from "#app/services/response/save-statements.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { deadlineUs, publishTender } from "./published-tender.ts";
import { accepted, codesOf } from "./submitting.ts";

onBothDatabases("what a vendor states about itself", (open) => {
  it("is kept one by one: a faulty statement holds back no other", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    accepted(await startResponse(world.app, vendor, tenderId));
    const entered = {
      address: " Exempelvägen 1 ",
      taxes_paid: "kanske",
      independent_bid: "yes",
      shoe_size: "43",
    };
    const { faults } = accepted(await saveStatements(world.app, vendor, tenderId, entered));
    expect(faults.map(({ code, place }) => [code, place?.field])).toEqual([
      ["answer_not_yes_no", "statements.taxes_paid"],
      ["statement_unknown", "statements.shoe_size"],
    ]);
    const own = accepted(await readOwnResponse(world.app, vendor, tenderId));
    expect(own.draft.statements).toEqual({ address: "Exempelvägen 1", independent_bid: "yes" });
  });

  it("is taken away by a blank, and changes what is submitted", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    accepted(await startResponse(world.app, vendor, tenderId));
    const hash = async () => accepted(await readOwnResponse(world.app, vendor, tenderId)).contentSha256;
    const before = await hash();
    accepted(await saveStatements(world.app, vendor, tenderId, { address: "Exempelvägen 1" }));
    expect(await hash()).not.toBe(before);
    accepted(await saveStatements(world.app, vendor, tenderId, { address: " " }));
    expect(await hash()).toBe(before);
  });

  it("is asked in the words of the response form, in both languages", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    accepted(await startResponse(world.app, vendor, tenderId));
    const titles = await Promise.all(
      (["sv", "en"] as const).map(async (language) =>
        accepted(await readStatements(world.app, vendor, tenderId, language)).sections.map(
          ({ title }) => title,
        ),
      ),
    );
    expect(titles).toEqual([
      ["Företaget", "Försäkringar", "Begäran om sekretess"],
      ["The company", "Declarations", "Request for secrecy"],
    ]);
  });

  it("cannot be changed after the deadline, nor read by the buyer before the opening", async () => {
    const world = open();
    const tenderId = await publishTender(world);
    const vendor = await makePerson(world, { organisation: "vendor" });
    const buyer = await makePerson(world, { organisation: "buyer" });
    accepted(await startResponse(world.app, vendor, tenderId));
    world.clock.nowUs = deadlineUs;
    expect(codesOf(await saveStatements(world.app, vendor, tenderId, { address: "x" }))).toEqual([
      "wrong_stage",
    ]);
    expect(codesOf(await openedResponses(world.app, buyer, tenderId))).not.toEqual([]);
  });
});
