import { describe, expect, it } from "vitest";
import { sensitivityOf } from "#app/domain/evaluation/tender/sensitivity-of.ts";
import { no, requirement, response, tender, yes } from "./example-tender.ts";

const input = (prices: Record<string, string>) => ({
  tender: tender([requirement("A"), requirement("B", { valueSek: "50000" })]),
  responses: [
    response("first", { A: yes, B: yes }, { calls: prices.first ?? "" }),
    response("second", { A: no, B: yes }, { calls: prices.second ?? "" }),
  ],
  levels: [],
  measured: [],
  lotterySeed: null,
});

describe("what the first place hangs on", () => {
  it("is the margin in SEK, and the margin when one value is 20 percent lower and higher", () => {
    // 1,000 calls: 1,000,000 − 150,000 against 920,000 − 50,000.
    const found = sensitivityOf(input({ first: "1000", second: "920" }));
    expect(found?.margin.exact).toBe("20000");
    const bars = new Map(found?.bars.map((bar) => [bar.criterion, bar]));
    // Only the first bid has A: worth 80,000 the margin is gone, worth 120,000 it doubles.
    expect([bars.get("A")?.minus.exact, bars.get("A")?.plus.exact]).toEqual(["0", "40000"]);
    // Both have B.
    expect([bars.get("B")?.minus.exact, bars.get("B")?.plus.exact]).toEqual(["20000", "20000"]);
    // 5 percent of its own price.
    expect([bars.get(null)?.minus.exact, bars.get(null)?.plus.exact]).toEqual(["70000", "-30000"]);
  });

  it("is nothing when nobody is first alone", () => {
    expect(sensitivityOf(input({ first: "1000", second: "900" }))).toBeNull();
  });

  it("is nothing without a rival", () => {
    const alone = input({ first: "1000", second: "920" });
    expect(sensitivityOf({ ...alone, responses: alone.responses.slice(0, 1) })).toBeNull();
  });
});
