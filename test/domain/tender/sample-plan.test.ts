import { describe, expect, it } from "vitest";
import type { Metric } from "#app/domain/catalogue/catalogue.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { samplePlan } from "#app/domain/tender/sample-plan.ts";

const measure: Measure = {
  metric: "handling_accuracy",
  variant: "UPHELD",
  role: "limit",
  comparator: ">=",
  threshold: "99.9",
  thresholdUpper: null,
  unit: "%",
  window: "calendar_month",
  timezone: "Europe/Stockholm",
  parameters: {},
  exclusions: [],
  aggregation: "every_window",
  aggregationK: null,
  aggregationN: null,
  evidence: "census",
  thresholdBasis: "default",
};
const calls = { sv: "samtal", en: "calls" };
const minutes = { sv: "minuter", en: "minutes" };
const priceRow = (unit: typeof calls, volume: string) => ({ id: "P1", name: calls, unit, volume });
const catalogue = {
  metrics: new Map(
    [
      ["handling_accuracy", ["transaction.id"]] as const,
      ["adherence", ["staff.ready"]] as const,
      ["interval_sl_share", ["interval.offered"]] as const,
    ].map(([id, inputs]) => [id, { inputs } as Pick<Metric, "inputs"> as Metric]),
  ),
};
const plan = (changed: Partial<Measure>, rows = [priceRow(calls, "33600")]) =>
  samplePlan({ ...measure, ...changed }, { priceItems: rows, contractMonths: 24 }, catalogue);

describe("what a promised share of calls takes to be proved", () => {
  it("is 2,995 calls without failure for 99.9 %, which are three months of 1,400", () => {
    expect(plan({})).toMatchObject({ threshold: "99.9", callsPerMonth: "1400" });
    expect(plan({})?.rows.map(({ calls, months }) => [calls, months])).toEqual([
      [2995, 3],
      [4742, 4],
      [6294, 5],
      [7752, 6],
    ]);
  });

  it("is fairer to a good supplier when more failures are allowed among more calls", () => {
    // e^-1.5 and its sum of two terms: half as many failures as allowed, of a rare kind.
    const good = plan({})?.rows.map(({ goodSupplier }) => Number(goodSupplier)) ?? [];
    expect(good.slice(0, 2)).toEqual([22, 31]);
    expect(good).toEqual(good.toSorted((a, b) => a - b));
  });

  it("is the same for at most 0.1 % failures", () => {
    expect(plan({ comparator: "<=", threshold: "0.1" })?.rows).toEqual(plan({})?.rows);
  });

  it("tells no months when the price sheet counts no calls", () => {
    const without = plan({ threshold: "90" }, [priceRow(minutes, "100")]);
    expect(without?.callsPerMonth).toBeNull();
    expect(without?.rows[0]).toMatchObject({ failures: 0, calls: 29, months: null });
  });

  it("is not asked of other figures, of all calls, or of what is only reported", () => {
    for (const other of [
      { metric: "adherence" },
      { metric: "interval_sl_share" },
      { threshold: "100" },
      { unit: "s", threshold: "20" },
      { role: "report" as const, threshold: null, comparator: null },
    ]) {
      expect(plan(other)).toBeNull();
    }
  });
});
