import { expect, it } from "vitest";
import type { Result } from "#app/domain/fault.ts";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";
import { recordSimulation } from "#app/services/laboratory/record-simulation.ts";
import { startSimulation } from "#app/services/laboratory/simulate.ts";
import { createTender } from "#app/services/tender/create-tender.ts";
import { editTenderDraft } from "#app/services/tender/edit-tender-draft.ts";
import { previewPublication } from "#app/services/tender/preview-publication.ts";
import { readDraft } from "#app/services/tender/read-draft.ts";
import { readDraftEvaluation } from "#app/services/tender/read-draft-evaluation.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.faults.map(({ code }) => code));
const settings = { seed: 7, spreadPercent: 30 };

async function relativeDraft(world: World) {
  const owner = await makePerson(world, { organisation: "buyer" });
  const start = { from: "profile", profile: "municipal-switchboard" } as const;
  const { tenderId } = value(await createTender(world.app, owner, start));
  const edit: DraftEdit = { type: "choose-model", choice: "inverse_proportional" };
  value(await editTenderDraft(world.app, owner, tenderId, 1, [edit]));
  return { owner, tenderId };
}

onBothDatabases("the acknowledgement of a relative model", (open) => {
  it("takes the figures of the server's own simulation, and a tick", async () => {
    const { app } = open();
    const { owner, tenderId } = await relativeDraft(open());
    const record = (acknowledged: boolean) => recordSimulation(app, owner, tenderId, 2, { acknowledged });
    expect(codes(await record(true))).toEqual(["simulation_missing"]);
    await value(await startSimulation(app, owner, tenderId, settings)).ended;
    expect(codes(await record(false))).toEqual(["acknowledgement_not_ticked"]);
    value(await record(true));
    const page = value(await readDraftEvaluation(app, owner, tenderId));
    expect(page.recordedState).toBe("current");
    expect(page.recorded).toMatchObject({ seed: 7, markets: 4000, spreadPercent: 30 });
    const { awardFlips = 0, orderChanges = 0 } = page.recorded ?? {};
    expect(awardFlips).toBeGreaterThan(0);
    expect(orderChanges).toBeGreaterThan(awardFlips);
    if (page.simulation.state !== "done") throw new Error("not simulated");
    expect(page.simulation.figures).toEqual(page.recorded);
  });

  it("blocks publication until it is given, and again when a weight has changed", async () => {
    const { app } = open();
    const { owner, tenderId } = await relativeDraft(open());
    const blocking = async () =>
      value(await previewPublication(app, owner, tenderId))
        .findings.filter(({ ruleId }) => ruleId === "MOD-06")
        .map(({ severity, code }) => `${severity} ${code}`);
    expect(await blocking()).toEqual(["error relative_not_acknowledged"]);
    await value(await startSimulation(app, owner, tenderId, settings)).ended;
    value(await recordSimulation(app, owner, tenderId, 2, { acknowledged: true }));
    const { facts } = value(await previewPublication(app, owner, tenderId));
    expect(facts.dependence).toMatchObject({ seed: 7, markets: 4000 });
    // The rate is a warning that asks for a written reason, as every warning does.
    expect(await blocking()).toEqual(["warning order_depends_on_others"]);
    const edit: DraftEdit = { type: "set-worth", id: "CONT-001", worth: "5" };
    value(await editTenderDraft(app, owner, tenderId, 3, [edit]));
    expect(await blocking()).toEqual(["error acknowledgement_outdated"]);
    // The old simulation is of another model: it cannot be acknowledged for this one.
    expect(codes(await recordSimulation(app, owner, tenderId, 4, { acknowledged: true }))).toEqual([
      "simulation_outdated",
    ]);
  });

  it("is given by those who write the draft, and by nobody else", async () => {
    const { app } = open();
    const { owner, tenderId } = await relativeDraft(open());
    await value(await startSimulation(app, owner, tenderId, settings)).ended;
    const vendor = await makePerson(open(), { organisation: "vendor" });
    expect(codes(await recordSimulation(app, vendor, tenderId, 2, { acknowledged: true }))).toEqual([
      "not_found",
    ]);
  });

  it("does not go along to a draft that repeats this one in a file", async () => {
    const { app } = open();
    const { owner, tenderId } = await relativeDraft(open());
    await value(await startSimulation(app, owner, tenderId, settings)).ended;
    value(await recordSimulation(app, owner, tenderId, 2, { acknowledged: true }));
    const { evaluation, recorded } = value(await readDraftEvaluation(app, owner, tenderId));
    const { draft } = value(await readDraft(app, owner, tenderId));
    const file = { draft, frozen: false };
    const copy = value(await createTender(app, owner, { from: "file", file })).tenderId;
    const page = value(await readDraftEvaluation(app, owner, copy));
    expect(recorded).not.toBeNull();
    expect([page.evaluation, page.recorded]).toEqual([evaluation, null]);
  });
});
