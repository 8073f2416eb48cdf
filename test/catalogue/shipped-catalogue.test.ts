import { beforeAll, describe, expect, it } from "vitest";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { checkCatalogue } from "#app/domain/catalogue/check-catalogue.ts";
import type { Requirement } from "#app/domain/catalogue/requirement.ts";
import { shippedCatalogue } from "./shipped-catalogue.ts";

let catalogue: Catalogue;
let requirements: readonly Requirement[];
beforeAll(async () => {
  catalogue = await shippedCatalogue();
  requirements = [...catalogue.requirements.values()];
});

function countBy<T>(items: readonly T[], key: (item: T) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

describe("the shipped catalogue", () => {
  it("has no faults", () => {
    expect(checkCatalogue(catalogue)).toEqual([]);
  });

  it("has 236 requirements: 108 must and 128 should, 183 of them core and 13 that stay must", () => {
    expect(requirements).toHaveLength(236);
    expect(countBy(requirements, ({ level }) => level)).toEqual({ must: 108, should: 128 });
    expect(requirements.filter(({ core }) => core)).toHaveLength(183);
    expect(requirements.filter(({ levelSwitch }) => levelSwitch === "must_only")).toHaveLength(13);
  });

  it("covers sixteen areas, in the order of areas.yml", () => {
    const counts = countBy(requirements, ({ area }) => area);
    expect(Object.entries(counts)).toEqual([
      ["continuity", 23],
      ["availability", 29],
      ["capacity", 13],
      ["security", 12],
      ["data-protection", 7],
      ["quality", 25],
      ["staffing", 22],
      ["work-environment", 8],
      ["ethics-standards", 4],
      ["integration", 9],
      ["onboarding", 8],
      ["licensing", 3],
      ["reporting", 25],
      ["incident-management", 13],
      ["operations", 9],
      ["remote-work", 26],
    ]);
    expect([...catalogue.areas.keys()]).toEqual(Object.keys(counts));
  });

  it("measures 124 requirements, 102 against a limit, 16 thresholds from a source and 88 proposed", () => {
    const measures = requirements.flatMap(({ measure }) => (measure === null ? [] : [measure]));
    expect(measures).toHaveLength(124);
    expect(countBy(measures, ({ role }) => role)).toEqual({ limit: 102, trigger: 2, report: 20 });
    expect(countBy(measures, ({ thresholdBasis }) => thresholdBasis)).toEqual({
      source: 16,
      default: 88,
      none: 20,
    });
  });

  it("keeps the four uses of a proof apart", () => {
    expect(countBy(requirements, ({ useOfMeasurement }) => useOfMeasurement)).toEqual({
      award: 52,
      "follow-up": 134,
      qualification: 2,
      verification: 48,
    });
  });

  it("asks for answers of five types and scores them in four ways", () => {
    expect(countBy(requirements, ({ answer }) => answer.type)).toEqual({
      "yes-no": 99,
      number: 83,
      file: 43,
      choice: 8,
      text: 3,
    });
    expect(countBy(requirements, ({ scoring }) => scoring.type)).toEqual({
      levels: 153,
      linear: 64,
      step: 15,
      piecewise: 4,
    });
  });

  it("has 119 metrics, 46 of them key figures, of which 23 are numbered in a source", () => {
    const metrics = [...catalogue.metrics.values()];
    expect(countBy(metrics, ({ kind }) => kind)).toEqual({ kpi: 46, auxiliary: 73 });
    const numbers = metrics.flatMap(({ sourceNumber }) => (sourceNumber === null ? [] : [sourceNumber]));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
  });

  it("has thirty traps: 13 high, 13 medium and 4 low", () => {
    const traps = [...catalogue.traps.values()];
    expect(countBy(traps, ({ severity }) => severity)).toEqual({ high: 13, medium: 13, low: 4 });
  });

  it.each([
    ["municipal-switchboard", 12, 23, "90", "1800000"],
    ["24-7-hotline", 16, 29, "121", "3025000"],
    ["outsourced-customer-service-with-remote-agents", 20, 40, "144", "10800000"],
  ])("profile %s: %i must, %i should, total weight %s worth %s SEK", (id, must, should, weight, sek) => {
    const items = catalogue.profiles.get(id)?.items ?? [];
    const total = (values: readonly (string | null)[]) =>
      values.reduce((sum, value) => sum + BigInt(value ?? "0"), 0n).toString();
    expect(countBy(items, ({ level }) => level)).toEqual({ must, should });
    expect(total(items.map((item) => item.weight))).toBe(weight);
    expect(total(items.map((item) => item.valueSek))).toBe(sek);
  });
});
