import { expect, it } from "vitest";
import type { CatalogueQuery } from "#app/domain/catalogue/search-catalogue.ts";
import { browseCatalogue } from "#app/services/catalogue/browse-catalogue.ts";
import { onBothDatabases } from "../../support/databases.ts";

onBothDatabases("browsing the catalogue", (world) => {
  const browse = async (query: CatalogueQuery, language: "sv" | "en" = "sv") => {
    const list = await browseCatalogue(world().app, { kind: "anonymous" }, query, language);
    if (!list.ok) throw new Error(JSON.stringify(list.faults));
    return list.value;
  };

  it("shows everybody all requirements, each once, under its own area", async () => {
    const list = await browse({});
    const ids = list.groups.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(world().app.catalogue.requirements.size);
    expect(list.hits).toBe(list.total);
    expect(list.areas.reduce((sum, { count }) => sum + count, 0)).toBe(list.total);
    for (const { area, rows } of list.groups) {
      for (const { id } of rows) expect(world().app.catalogue.requirements.get(id)?.area).toBe(area);
    }
  });

  it("counts the areas without regard to what is searched for, so that one can leave a narrow search", async () => {
    expect((await browse({ text: "AVAIL-001" })).areas).toEqual((await browse({})).areas);
  });

  it("finds by words of either language and answers in the page's", async () => {
    const swedish = await browse({ text: "reservkraft" }, "en");
    const ids = swedish.groups.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(ids).toContain("CONT-003");
    const row = swedish.groups.flatMap(({ rows }) => rows).find(({ id }) => id === "CONT-003");
    expect(row?.title).toBe(world().app.catalogue.requirements.get("CONT-003")?.title.en);
  });

  it("puts the area of the best hit first", async () => {
    expect((await browse({ text: "SEC-001" })).groups[0]?.area).toBe("security");
  });

  it("has no groups where nothing matches", async () => {
    expect(await browse({ text: "zzz" })).toMatchObject({ hits: 0, groups: [] });
  });

  it("marks what is measured, and filters by it", async () => {
    const rows = (await browse({ measured: false })).groups.flatMap((group) => group.rows);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ measured }) => measured)).toBe(false);
  });
});
