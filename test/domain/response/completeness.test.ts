import { describe, expect, it } from "vitest";
import { completeness } from "#app/domain/response/completeness.ts";
import type { Answer, ResponseContent } from "#app/domain/response/response.ts";
import { exampleTender } from "../../services/response/example-tender.ts";

const file = (slot: string) => ({ id: "f", slot, name: "intyg.pdf", bytes: 1, sha256: "00" });

function stateOf(requirement: string, answer: Answer | null, files: ResponseContent["files"] = []) {
  const answers = answer === null ? {} : { [requirement]: answer };
  const states = completeness(exampleTender, { answers, statements: {}, unitPrices: {}, files }).requirements;
  const found = states.find((state) => state.requirement === requirement);
  return [found?.state, found?.consequence];
}

describe("completeness of a response", () => {
  it("tells that an unanswered must rejects and an unanswered should gives nothing", () => {
    expect(stateOf("AVAIL-001", null)).toEqual(["missing", "rejection"]);
    expect(stateOf("QUAL-001", null)).toEqual(["missing", "no-value"]);
  });

  it("tells that a no to a must rejects although it is answered", () => {
    expect(stateOf("AVAIL-001", { type: "yes-no", value: false })).toEqual(["answered", "rejection"]);
    expect(stateOf("AVAIL-001", { type: "yes-no", value: true })).toEqual(["answered", "none"]);
  });

  it("misses the file that a yes refers to, and asks for none with a no", () => {
    const met = { type: "file", met: true, comment: "" } as const;
    expect(stateOf("CONT-001", met)).toEqual(["file-missing", "rejection"]);
    expect(stateOf("CONT-001", met, [file("AVAIL-001")])).toEqual(["file-missing", "rejection"]);
    expect(stateOf("CONT-001", met, [file("CONT-001")])).toEqual(["answered", "none"]);
    expect(stateOf("CONT-001", { ...met, met: false })).toEqual(["answered", "rejection"]);
  });

  it("counts progress by area, by price row and in whole", () => {
    const { areas, statements, prices, whole } = completeness(exampleTender, {
      answers: { "AVAIL-001": { type: "yes-no", value: true }, "QUAL-001": { type: "text", value: "x" } },
      statements: { address: "Exempelvägen 1", secrecy_request: "inget" },
      unitPrices: { calls: "1" },
      files: [],
    });
    expect(areas).toEqual([
      { area: "availability", total: 2, answered: 1 },
      { area: "continuity", total: 2, answered: 0 },
      { area: "quality", total: 1, answered: 1 },
    ]);
    // A request for secrecy is nobody's duty, and so is not counted.
    expect(statements).toEqual({ total: 10, answered: 1 });
    expect(prices).toEqual({ total: 2, answered: 1, aboveCeiling: null });
    expect(whole).toEqual({ total: 17, answered: 4 });
  });

  it("tells whether the exact price is above the ceiling, and nothing while a price is missing", () => {
    const above = (calls: string) =>
      completeness(exampleTender, {
        answers: {},
        statements: {},
        unitPrices: { calls, start: "40000" },
        files: [],
      }).prices.aboveCeiling;
    expect(above("20")).toBe(false);
    expect(above("20.0001")).toBe(true);
  });
});
