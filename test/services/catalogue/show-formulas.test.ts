import { describe, expect, it } from "vitest";
import { showFormulas } from "#app/services/catalogue/show-formulas.ts";

describe("the same calls by every formula", () => {
  it("give the published levels: 75, 70, 50, 33.3 and 30 per cent", () => {
    expect(Object.fromEntries(showFormulas().map(({ variant, percent }) => [variant, percent]))).toEqual({
      answered: "75",
      positive: "70",
      ignore_t: "50",
      short: "33.3",
      offered: "30",
      attempts: "30",
      genesys: "30",
      avaya_bcms: "30",
    });
  });

  it("come highest first", () => {
    expect(showFormulas().map(({ percent }) => percent)).toEqual([
      "75",
      "70",
      "50",
      "33.3",
      "30",
      "30",
      "30",
      "30",
    ]);
  });
});
