import { expect, it } from "vitest";
import { openingMarginUs } from "#app/domain/opening/opening-time.ts";
import { confirmOpening } from "#app/services/opening/confirm-opening.ts";
import { submitResponse } from "#app/services/response/submit-response.ts";
import { onBothDatabases } from "../../support/databases.ts";
import { deadlineUs } from "../response/published-tender.ts";
import { codesOf, submitRequest } from "../response/submitting.ts";
import { opened, submitted } from "./submitted.ts";

onBothDatabases("Annex IV (e): access only after the date", (open) => {
  it("stays closed when the clock has stood right and is turned back before the second confirmation", async () => {
    const world = open();
    const { tenderId, openers } = await submitted(world);
    world.clock.nowUs = deadlineUs + openingMarginUs;
    expect((await confirmOpening(world.app, openers[0], tenderId, "quality")).ok).toBe(true);
    world.clock.nowUs = deadlineUs - 1;
    expect(codesOf(await confirmOpening(world.app, openers[1], tenderId, "quality"))).toEqual([
      "wrong_stage",
    ]);
    expect(await world.app.database.read.selectFrom("opening").selectAll().execute()).toEqual([]);
  });

  it("takes no response any more once opened, whatever the clock says", async () => {
    const world = open();
    const { tenderId, vendor } = await opened(world);
    world.clock.nowUs = deadlineUs - 1_000_000;
    const request = await submitRequest(world, vendor, tenderId, { idempotencyKey: "turned back" });
    expect(codesOf(await submitResponse(world.app, vendor, tenderId, request))).toEqual(["wrong_stage"]);
  });

  it("opens once: a third confirmation finds nothing to open", async () => {
    const world = open();
    const { tenderId, person } = await opened(world);
    const third = await person("opener");
    expect(codesOf(await confirmOpening(world.app, third, tenderId, "quality"))).toEqual(["wrong_stage"]);
    expect(await world.app.database.read.selectFrom("opening").select("part").execute()).toHaveLength(1);
  });

  it("keeps the opening record as it was written: the database refuses to change it", async () => {
    const world = open();
    await opened(world);
    const rewrite = world.app.database.write((trx) =>
      trx.updateTable("opening").set({ record_sha256: "0" }).execute(),
    );
    await expect(rewrite).rejects.toThrow("append-only");
  });
});
