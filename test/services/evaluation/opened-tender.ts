import type { Person, TenderRole } from "#app/domain/account/actor.ts";
import type { PublishedTender, TenderRequirement } from "#app/domain/tender/tender.ts";
import { confirmOpening } from "#app/services/opening/confirm-opening.ts";
import { declareConflict } from "#app/services/opening/declare-conflict.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import type { World } from "../../support/databases.ts";
import { grantTenderRole, makePerson } from "../../support/people.ts";
import { exampleTender } from "../response/example-tender.ts";
import { deadlineUs, publishTender } from "../response/published-tender.ts";
import { accepted, answerAll, submitNow } from "../response/submitting.ts";

const text = (words: string) => ({ sv: words, en: words });

/** QUAL-001 is judged by three levels; the file must is left out, since these responses attach nothing. */
const judged = (requirement: TenderRequirement): TenderRequirement =>
  requirement.id === "QUAL-001"
    ? {
        ...requirement,
        scoring: {
          type: "levels",
          combine: "single",
          anchors: [
            { value: "level_0", share: "0", ...text("Inget") },
            { value: "level_1", share: "0.5", ...text("Något") },
            { value: "level_2", share: "1", ...text("Mycket") },
          ],
        },
      }
    : requirement;

export const judgedTender: PublishedTender = {
  ...exampleTender,
  requirements: exampleTender.requirements.filter(({ id }) => id !== "CONT-001").map(judged),
};

export interface OpenedTender {
  readonly tenderId: string;
  readonly vendors: readonly Person[];
  /** Response ids in the order of `vendors`. */
  readonly responses: readonly string[];
  readonly evaluators: readonly [Person, Person];
  readonly chair: Person;
  readonly owner: Person;
  readonly openers: readonly [Person, Person];
}

/** A tender with two submitted responses, opened by two people; the committee has declared no conflict. */
export async function openedTender(
  world: World,
  content: PublishedTender = judgedTender,
  beforeSubmit: (vendor: Person, tenderId: string) => Promise<void> = async () => undefined,
): Promise<OpenedTender> {
  const tenderId = await publishTender(world, content);
  const vendors = [
    await makePerson(world, { organisation: "vendor" }),
    await makePerson(world, { organisation: "vendor" }),
  ];
  for (const vendor of vendors) {
    await answerAll(world, vendor, tenderId);
    await beforeSubmit(vendor, tenderId);
    await submitNow(world, vendor, tenderId);
  }
  const person = async (role: TenderRole) => {
    const one = await makePerson(world, { organisation: "buyer" });
    await grantTenderRole(world, tenderId, one, role);
    return one;
  };
  const evaluators = [await person("evaluator"), await person("evaluator")] as const;
  const chair = await person("chair");
  const owner = await person("owner");
  const openers = [await person("opener"), await person("opener")] as const;
  world.clock.nowUs = deadlineUs + 600_000_000;
  for (const opener of openers) accepted(await confirmOpening(world.app, opener, tenderId, "quality"));
  for (const member of [...evaluators, chair])
    accepted(await declareConflict(world.app, member, tenderId, false));
  const opened = accepted(await openedResponses(world.app, chair, tenderId));
  const responses = vendors.map(
    ({ organisation }) => opened.find((response) => response.organisation.id === organisation.id)?.id ?? "",
  );
  return { tenderId, vendors, responses, evaluators, chair, owner, openers };
}
