import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { areas, levels, type Requirement, usesOfMeasurement } from "#app/domain/catalogue/requirement.ts";
import { type CatalogueQuery, searchCatalogue } from "#app/domain/catalogue/search-catalogue.ts";
import { shippedCatalogue } from "../../catalogue/shipped-catalogue.ts";

let catalogue: Catalogue;
let all: readonly Requirement[];
beforeAll(async () => {
  catalogue = await shippedCatalogue();
  all = [...catalogue.requirements.values()];
});

const ids = (query: CatalogueQuery) => searchCatalogue(catalogue, query).map(({ id }) => id);

describe("searching the catalogue", () => {
  it("gives everything in the catalogue's order when nothing is asked", () => {
    expect(ids({})).toEqual(all.map(({ id }) => id));
    expect(ids({ text: "  " })).toEqual(ids({}));
  });

  it("puts an exact id first, in small letters too", () => {
    expect(ids({ text: "avail-001" })[0]).toBe("AVAIL-001");
    expect(ids({ text: "AVAIL" }).slice(0, 3)).toEqual(["AVAIL-001", "AVAIL-002", "AVAIL-003"]);
  });

  it("finds words of both languages", () => {
    expect(ids({ text: "reservkraft" })[0]).toBe("CONT-003");
    expect(ids({ text: "emergency power" })[0]).toBe("CONT-003");
  });

  it("finds å, ä and ö written without rings and dots", () => {
    expect(ids({ text: "nodbelysning" })).toContain("CONT-005");
    expect(ids({ text: "sakerhetskopiering" })[0]).toBe("CONT-011");
    expect(ids({ text: "aterlasning" })).toEqual(ids({ text: "Återläsning" }));
  });

  it("finds the second part of a Swedish compound, after whole beginnings", () => {
    const found = ids({ text: "servicenivå" });
    expect(found.indexOf("AVAIL-001")).toBeLessThan(found.indexOf("CAP-003"));
    expect(ids({ text: "arbetsplats" })).toContain("REM-007");
  });

  it("ranks titles above texts", () => {
    const found = searchCatalogue(catalogue, { text: "headset" });
    const inTitle = found.map(({ title }) => /headset/i.test(title.sv));
    expect(inTitle).toEqual(inTitle.toSorted((a, b) => Number(b) - Number(a)));
    expect(inTitle).toContain(false);
  });

  it("finds words of the must text and of the should text", () => {
    const having = (level: "must" | "should", word: string) =>
      all.filter(({ texts }) => texts[level].sv.includes(word)).map(({ id }) => id);
    expect(having("should", "bör").length).toBeGreaterThan(100);
    expect(ids({ text: "bör" })).toEqual(expect.arrayContaining(having("should", "bör")));
    expect(ids({ text: "ska" })).toEqual(expect.arrayContaining(having("must", "ska")));
    expect(ids({ text: "should" }).length).toBeGreaterThan(100);
  });

  it("asks for every word", () => {
    expect(ids({ text: "headset brusreducerande" })).toEqual(["REM-004"]);
    expect(ids({ text: "headset xyzzy" })).toEqual([]);
  });

  const query = fc.record(
    {
      text: fc.constantFrom("samtal", "service level", "månad", "vpn", ""),
      area: fc.constantFrom(...areas),
      level: fc.constantFrom(...levels),
      measured: fc.boolean(),
      use: fc.constantFrom(...usesOfMeasurement),
    },
    { requiredKeys: [] },
  );

  it("never finds more when more is asked, and only what passes each filter", () => {
    fc.assert(
      fc.property(query, query, (one, other) => {
        const wide = new Set(ids(one));
        const narrow = searchCatalogue(catalogue, { ...other, ...one });
        for (const requirement of narrow) {
          expect(wide).toContain(requirement.id);
          if (one.area !== undefined) expect(requirement.area).toBe(one.area);
          if (one.level !== undefined) expect(requirement.level).toBe(one.level);
          if (one.use !== undefined) expect(requirement.useOfMeasurement).toBe(one.use);
          if (one.measured !== undefined) expect(requirement.measure !== null).toBe(one.measured);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("finds each requirement by each of its titles", () => {
    for (const { id, title } of all) {
      expect(ids({ text: title.sv })).toContain(id);
      expect(ids({ text: title.en.toUpperCase() })).toContain(id);
    }
  });

  it("filters by source text", () => {
    const found = searchCatalogue(catalogue, { source: "003_63b103202ae2e573" });
    expect(found.length).toBeGreaterThan(0);
    for (const { provenance } of found) {
      expect(provenance.map(({ source }) => source)).toContain("003_63b103202ae2e573");
    }
  });
});
