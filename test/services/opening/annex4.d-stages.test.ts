import { expect, it } from "vitest";
import { stages } from "#app/domain/tender/stage.ts";
import { declareConflict } from "#app/services/opening/declare-conflict.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { accepted } from "../response/submitting.ts";
import { opened } from "./submitted.ts";

const setStage = (world: World, stage: (typeof stages)[number]) =>
  world.app.database.write((trx) => trx.updateTable("tender").set({ stage }).execute());

onBothDatabases("Annex IV (d): each stage only for those authorised", (open) => {
  it("keeps quality and price apart, stage by stage and role by role", async () => {
    const world = open();
    const { tenderId, person } = await opened(world);
    const readers = {
      evaluator: await person("evaluator"),
      chair: await person("chair"),
      observer: await person("observer"),
      finance: await person("finance"),
      auditor: await makePerson(world, { organisation: "buyer", roles: ["auditor"] }),
      owner: await person("owner"),
      opener: await person("opener"),
    };
    for (const role of ["evaluator", "chair", "observer", "finance"] as const) {
      accepted(await declareConflict(world.app, readers[role], tenderId, false));
    }
    const matrix: Record<string, string> = {};
    for (const stage of stages) {
      await setStage(world, stage);
      for (const [role, reader] of Object.entries(readers)) {
        const result = await openedResponses(world.app, reader, tenderId);
        const [first] = result.ok ? result.value : [];
        const seen = `${first?.quality ? "Q" : "-"}${first?.unitPrices ? "P" : "-"}`;
        matrix[role] = `${matrix[role] ?? ""}${seen} `;
      }
    }
    // draft published closed opened quality-locked evaluated awarded concluded cancelled
    expect(matrix).toEqual({
      evaluator: "-- -- -- Q- Q- QP QP QP -- ",
      chair: "-- -- -- Q- Q- QP QP QP -- ",
      observer: "-- -- -- Q- Q- Q- Q- Q- -- ",
      finance: "-- -- -- -- -- -P -P -P -- ",
      auditor: "-- -- -- Q- Q- QP QP QP -- ",
      owner: "-- -- -- -- -- -- -- -- -- ",
      opener: "-- -- -- -- -- -- -- -- -- ",
    });
  });
});
