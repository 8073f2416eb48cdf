import { expect, it } from "vitest";
import type { Result } from "#app/domain/fault.ts";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";
import { type LaboratoryQuery, readLaboratory } from "#app/services/laboratory/read-laboratory.ts";
import { cancelSimulation, startSimulation } from "#app/services/laboratory/simulate.ts";
import { createTender } from "#app/services/tender/create-tender.ts";
import { editTenderDraft } from "#app/services/tender/edit-tender-draft.ts";
import { onBothDatabases, type World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.faults.map(({ code }) => code));

async function drafted(world: World) {
  const owner = await makePerson(world, { organisation: "buyer" });
  const start = { from: "profile", profile: "municipal-switchboard" } as const;
  const { tenderId } = value(await createTender(world.app, owner, start));
  return { owner, tenderId };
}

const query = (changes: Partial<LaboratoryQuery> = {}): LaboratoryQuery => ({
  seed: 1,
  count: 3,
  spreadPercent: 30,
  parting: "area",
  typed: new Map(),
  ...changes,
});
const settings = { seed: 1, spreadPercent: 30 };

onBothDatabases("the laboratory", (open) => {
  it("ranks drawn bids by the draft's own model", async () => {
    const { app } = open();
    const { owner, tenderId } = await drafted(open());
    const page = value(await readLaboratory(app, owner, tenderId, query()));
    expect(page.missing).toEqual([]);
    expect(page.bids.map(({ id }) => id)).toEqual(["A", "B", "C"]);
    expect(page.outcome?.bids).toHaveLength(3);
    expect(page.outcome?.dependsOn).toEqual([]);
    expect(page.withoutEffect?.percent.exact).toBe("0");
  });

  it("follows what is typed, and keeps a faulty field with its fault", async () => {
    const { app } = open();
    const { owner, tenderId } = await drafted(open());
    const cheap = value(
      await readLaboratory(app, owner, tenderId, query({ typed: new Map([["C.price", "1"]]) })),
    );
    expect(cheap.outcome?.winner).toBe("C");
    const faulty = value(
      await readLaboratory(app, owner, tenderId, query({ typed: new Map([["C.price", "abc"]]) })),
    );
    expect(faulty.outcome).toBeNull();
    expect(faulty.faults).toMatchObject([{ code: "number_malformed", place: { field: "C.price" } }]);
    expect(faulty.bids[2]?.price).toBe("abc");
  });

  it("gives each should its area's share when asked by requirement", async () => {
    const { app } = open();
    const { owner, tenderId } = await drafted(open());
    const typed = new Map([["A.quality", "55"]]);
    const byArea = value(await readLaboratory(app, owner, tenderId, query({ typed })));
    const each = value(await readLaboratory(app, owner, tenderId, query({ typed, parting: "requirement" })));
    const quality = each.parts.filter(({ id }) => id.startsWith("QUAL-"));
    expect(quality.length).toBeGreaterThan(1);
    for (const { id } of quality) expect(each.bids[0]?.shares[id]).toBe("55");
    expect(byArea.parts.length).toBeLessThan(each.parts.length);
  });

  it("says what is missing before the model can be tried", async () => {
    const { app } = open();
    const owner = await makePerson(open(), { organisation: "buyer" });
    const { tenderId } = value(await createTender(app, owner, { from: "empty" }));
    const page = value(await readLaboratory(app, owner, tenderId, query()));
    expect(page.missing).toEqual(["expected_price", "shoulds"]);
    expect(codes(await startSimulation(app, owner, tenderId, settings))).toEqual(["draft_not_ready"]);
  });

  it("simulates markets, and says when what was simulated has changed since", async () => {
    const { app } = open();
    const { owner, tenderId } = await drafted(open());
    const { ended } = value(await startSimulation(app, owner, tenderId, settings));
    const running = value(await readLaboratory(app, owner, tenderId, query())).simulation;
    expect(running.state).toBe("running");
    await ended;
    const done = value(await readLaboratory(app, owner, tenderId, query())).simulation;
    expect(done).toMatchObject({ state: "done", markets: 4000, seed: 1, flips: 0, outdated: false });
    const outdatedAfter = async (version: number, edit: DraftEdit) => {
      value(await editTenderDraft(app, owner, tenderId, version, [edit]));
      return value(await readLaboratory(app, owner, tenderId, query())).simulation;
    };
    const caseNumber = { type: "set-facts", facts: { caseNumber: "KS 2026/9" } } as const;
    expect(await outdatedAfter(1, caseNumber)).toMatchObject({ outdated: false });
    const worth = { type: "set-worth", id: "CONT-001", worth: "90000" } as const;
    expect(await outdatedAfter(2, worth)).toMatchObject({ outdated: true });
  });

  it("stops a simulation and keeps nothing of it", async () => {
    const { app } = open();
    const { owner, tenderId } = await drafted(open());
    const { ended } = value(await startSimulation(app, owner, tenderId, settings));
    value(await cancelSimulation(app, owner, tenderId));
    await ended;
    expect(value(await readLaboratory(app, owner, tenderId, query())).simulation).toEqual({ state: "none" });
    expect(codes(await cancelSimulation(app, owner, tenderId))).toEqual(["simulation_not_running"]);
  });

  it("is not there for those who may not read the draft", async () => {
    const { app } = open();
    const { tenderId } = await drafted(open());
    const other = await makePerson(open(), { organisation: "buyer" });
    const vendor = await makePerson(open(), { organisation: "vendor" });
    for (const person of [other, vendor]) {
      expect(codes(await readLaboratory(app, person, tenderId, query()))).toEqual(["not_found"]);
      expect(codes(await startSimulation(app, person, tenderId, settings))).toEqual(["not_found"]);
      expect(codes(await cancelSimulation(app, person, tenderId))).toEqual(["not_found"]);
    }
  });
});
