import { expect, it } from "vitest";
import type { Actor } from "#app/domain/account/actor.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { readOpening } from "#app/services/opening/read-opening.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { grantTenderRole, makePerson } from "../../support/people.ts";
import { codesOf } from "../response/submitting.ts";
import { opened } from "./submitted.ts";

onBothDatabases("Annex IV (f): opened data stay with those authorised", (open) => {
  it("shows nothing to buyers without a role in the tender, other vendors, the vendor itself and the unknown", async () => {
    const world = open();
    const { tenderId, vendor } = await opened(world);
    const outsiders: readonly Actor[] = [
      { kind: "anonymous" },
      vendor,
      await makePerson(world, { organisation: "vendor" }),
      await makePerson(world, { organisation: "buyer" }),
      await makePerson(world, { organisation: "buyer", roles: ["org_admin"] }),
    ];
    for (const actor of outsiders) {
      expect(codesOf(await openedResponses(world.app, actor, tenderId))).toEqual(["not_found"]);
      expect(codesOf(await readOpening(world.app, actor, tenderId))).toEqual(["not_found"]);
    }
  });

  it("shows nothing to a system administrator who has been given a role", async () => {
    const world = open();
    const { tenderId } = await opened(world);
    const admin = await makePerson(world, { organisation: "buyer", roles: ["sysadmin"] });
    await grantTenderRole(world, tenderId, admin, "evaluator");
    expect(codesOf(await openedResponses(world.app, admin, tenderId))).toEqual(["not_found"]);
  });

  it("does not carry a role over from another tender", async () => {
    const world = open();
    const one = await opened(world);
    const evaluator = await one.person("evaluator");
    world.clock.nowUs -= 3_600_000_000;
    const other = await opened(world);
    expect(codesOf(await openedResponses(world.app, evaluator, other.tenderId))).toEqual(["not_found"]);
  });
});
