import type { Person, TenderRole } from "#app/domain/account/actor.ts";
import { openingMarginUs } from "#app/domain/opening/opening-time.ts";
import { confirmOpening } from "#app/services/opening/confirm-opening.ts";
import type { World } from "../../support/databases.ts";
import { grantTenderRole, makePerson } from "../../support/people.ts";
import { deadlineUs, publishTender } from "../response/published-tender.ts";
import { accepted, answerAll, submitNow } from "../response/submitting.ts";

export interface Submitted {
  readonly tenderId: string;
  readonly vendor: Person;
  readonly openers: readonly [Person, Person];
  /** Somebody at the buyer with one role in the tender. */
  readonly person: (role: TenderRole) => Promise<Person>;
}

/** A published tender with one submitted response and two openers. */
export async function submitted(world: World): Promise<Submitted> {
  const tenderId = await publishTender(world);
  const vendor = await makePerson(world, { organisation: "vendor" });
  await answerAll(world, vendor, tenderId);
  await submitNow(world, vendor, tenderId);
  const person = async (role: TenderRole) => {
    const one = await makePerson(world, { organisation: "buyer" });
    await grantTenderRole(world, tenderId, one, role);
    return one;
  };
  return { tenderId, vendor, person, openers: [await person("opener"), await person("opener")] };
}

/** Both openers open the quality part as soon as they may. */
export async function opened(world: World): Promise<Submitted> {
  const tender = await submitted(world);
  world.clock.nowUs = deadlineUs + openingMarginUs;
  for (const opener of tender.openers) {
    accepted(await confirmOpening(world.app, opener, tender.tenderId, "quality"));
  }
  return tender;
}
