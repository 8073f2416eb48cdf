import type { Person } from "#app/domain/account/actor.ts";
import { confirmAward } from "#app/services/award/confirm-award.ts";
import { proposeAward } from "#app/services/award/propose-award.ts";
import { readAward } from "#app/services/award/read-award.ts";
import type { World } from "../../support/databases.ts";
import { grantTenderRole, makePerson } from "../../support/people.ts";
import { evaluated } from "../evaluation/evaluated-tender.ts";
import type { OpenedTender } from "../evaluation/opened-tender.ts";
import { accepted } from "../response/submitting.ts";

export interface DecidingTender extends OpenedTender {
  readonly approver: Person;
}

/** An evaluated tender with an approver; the first bid is better, or the two are equal. */
export async function deciding(
  world: World,
  bids: "different" | "equal" = "different",
): Promise<DecidingTender> {
  const tender = await evaluated(world, bids === "equal" ? "level_2" : "level_1");
  const approver = await makePerson(world, { organisation: "buyer" });
  await grantTenderRole(world, tender.tenderId, approver, "approver");
  return { ...tender, approver };
}

/** The proposal that stands, as its page shows it to the person. */
export async function seenProposal(world: World, person: Person, tenderId: string): Promise<string> {
  const { proposal } = accepted(await readAward(world.app, person, tenderId));
  return proposal?.sha256 ?? "";
}

/** Awarded: the owner has proposed it, the approver confirmed it. */
export async function awarded(world: World): Promise<DecidingTender> {
  const tender = await deciding(world);
  const { owner, approver, tenderId } = tender;
  accepted(await proposeAward(world.app, owner, tenderId, { sentBy: "electronic", statement: "" }));
  accepted(await confirmAward(world.app, approver, tenderId, await seenProposal(world, approver, tenderId)));
  return tender;
}
