import { expect, it } from "vitest";
import { confirmOpening } from "#app/services/opening/confirm-opening.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { submitted } from "./submitted.ts";

const denied = async (world: World) =>
  (
    await world.app.database.read
      .selectFrom("log")
      .select(["actor", "tender", "body"])
      .where("kind", "=", "access.denied")
      .orderBy("seq")
      .execute()
  ).map(({ actor, tender, body }) => ({ actor, tender, ...JSON.parse(body.toString("utf8")).facts }));

onBothDatabases("Annex IV (g): attempts are clearly detectable", (open) => {
  it("logs each early read with who tried and what, one by one", async () => {
    const world = open();
    const { tenderId, person } = await submitted(world);
    const evaluator = await person("evaluator");
    await openedResponses(world.app, evaluator, tenderId);
    await openedResponses(world.app, evaluator, tenderId);
    const attempt = {
      actor: evaluator.accountId,
      tender: tenderId,
      action: "quality.read",
      stage: "published",
    };
    expect(await denied(world)).toEqual([attempt, attempt]);
  });

  it("logs an early opening, and one by somebody who is no opener", async () => {
    const world = open();
    const { tenderId, openers, person } = await submitted(world);
    const chair = await person("chair");
    await confirmOpening(world.app, openers[0], tenderId, "quality");
    await confirmOpening(world.app, chair, tenderId, "price");
    expect(await denied(world)).toMatchObject([
      { actor: openers[0].accountId, action: "response.open" },
      { actor: chair.accountId, action: "price.open" },
    ]);
  });
});
