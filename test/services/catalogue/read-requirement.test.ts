import { expect, it } from "vitest";
import { readRequirement } from "#app/services/catalogue/read-requirement.ts";
import { onBothDatabases } from "../../support/databases.ts";

onBothDatabases("reading a requirement", (world) => {
  const read = (id: string) => readRequirement(world().app, { kind: "anonymous" }, id);

  it("refuses an id that the catalogue does not have", async () => {
    expect(await read("AVAIL-999")).toEqual({ ok: false, faults: [{ code: "not_found" }] });
  });

  it("resolves every name that any requirement points to", async () => {
    for (const requirement of world().app.catalogue.requirements.values()) {
      const view = await read(requirement.id);
      if (!view.ok) throw new Error(requirement.id);
      const { measured, standard, related, sources } = view.value;
      expect(measured === null, requirement.id).toBe(requirement.measure === null);
      if (measured !== null) {
        expect(measured.metric?.id, requirement.id).toBe(requirement.measure?.metric);
        expect(measured.window, requirement.id).not.toBeNull();
      }
      expect(standard === null, requirement.id).toBe(requirement.standard === null);
      expect(
        related.map(({ id }) => id),
        requirement.id,
      ).toEqual(requirement.related);
      expect(
        sources.flatMap(({ places }) => places),
        requirement.id,
      ).toHaveLength(requirement.provenance.length);
    }
  });

  it("leads from the first to the last requirement by its neighbours", async () => {
    const ids = [...world().app.catalogue.requirements.keys()];
    const walked: string[] = [];
    for (let id: string | null = ids[0] ?? null; id !== null; ) {
      walked.push(id);
      const view = await read(id);
      id = view.ok ? view.value.next : null;
    }
    expect(walked).toEqual(ids);
  });
});
