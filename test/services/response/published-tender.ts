import { freeze } from "#app/domain/tender/freeze.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import { newId } from "#app/services/new-id.ts";
import type { World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { exampleTender } from "./example-tender.ts";

/** Puts a published tender straight into the database: how it gets there is not what these tests are about. */
export async function publishTender(world: World, content: PublishedTender = exampleTender): Promise<string> {
  const buyer = await makePerson(world, { organisation: "buyer" });
  const id = newId();
  const frozen = freeze(content);
  await world.app.database.write(async (trx) => {
    await trx
      .insertInto("tender")
      .values({
        id,
        organisation_id: buyer.organisation.id,
        stage: "published",
        created_us: world.app.now(),
        deadline_us: Date.parse(content.deadline) * 1000,
      })
      .execute();
    await trx
      .insertInto("publication")
      .values({
        tender_id: id,
        content: frozen.content.bytes,
        content_sha256: frozen.content.sha256,
        model: frozen.model.bytes,
        model_sha256: frozen.model.sha256,
        published_us: world.app.now(),
      })
      .execute();
  });
  return id;
}

export const deadlineUs = Date.parse(exampleTender.deadline) * 1000;
