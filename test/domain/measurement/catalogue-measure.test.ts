import { describe, expect, it } from "vitest";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { definitionOfMeasure } from "#app/domain/measurement/catalogue-measure.ts";

const measure: Measure = {
  metric: "service_level",
  variant: "SL-OFFERED",
  role: "limit",
  comparator: ">=",
  threshold: "90",
  thresholdUpper: null,
  unit: "%",
  window: "calendar_month",
  timezone: "Europe/Stockholm",
  parameters: { seconds: 20 },
  exclusions: [],
  aggregation: "every_window",
  aggregationK: null,
  aggregationN: null,
  evidence: "census",
  thresholdBasis: "default",
};
const of = (changed: Partial<Measure>) => definitionOfMeasure("X", { ...measure, ...changed });

describe("a catalogue measure", () => {
  it("becomes a requirement with its formula, limits and aggregation", () => {
    const changed: Partial<Measure> = {
      variant: "SL-IGNORE-T",
      parameters: { seconds: 30, short_abandon_seconds: 3 },
      aggregation: "k_of_n",
      aggregationK: 2,
    };
    expect(of(changed)).toMatchObject({
      id: "X",
      variant: "ignore_t",
      thresholdS: 30,
      shortAbandonS: 3,
      aggregation: "k_of_n",
      k: 2,
      target: "90",
    });
    const share = {
      metric: "interval_sl_share",
      parameters: { seconds: 20, floor_percent: "75", min_offered: 12 },
    };
    expect(of(share)?.interval).toEqual({ minimumOffered: 12, floor: "75" });
  });

  it("cannot be decided by call records when metric, variant, window or condition are beyond them", () => {
    const beyond: Partial<Measure>[] = [
      { metric: "system_availability" },
      { variant: "SL-IGNORE-ALL" },
      { metric: "fcr", variant: "REPEAT-CALL" },
      { metric: "abandon_rate", variant: "GROSS" },
      { window: "busy_hour" },
      { parameters: { seconds: 60, load_from_percent: 120 } },
      { parameters: { seconds: 20.5 } },
      { comparator: "between" },
      { comparator: null, threshold: null, role: "report" },
      { metric: "max_wait", variant: "ANSWERED", aggregation: "pooled" },
      { metric: "asa", variant: "ANSWERED-WAITS", evidence: "sample" },
    ];
    for (const changed of beyond) expect(of(changed), JSON.stringify(changed)).toBeNull();
  });
});
