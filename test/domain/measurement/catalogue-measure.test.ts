import { describe, expect, it } from "vitest";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { definitionOfMeasure, unappliedExclusions } from "#app/domain/measurement/catalogue-measure.ts";
import { serviceLevel } from "../catalogue/service-level.ts";

const of = (changed: Partial<Measure>) => definitionOfMeasure("X", { ...serviceLevel, ...changed });

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

  it("keeps its window; by hour it is the service level of each clock hour with enough calls", () => {
    expect(of({ window: "busy_hour" })?.window).toBe("busy_hour");
    const byHour = {
      metric: "service_level_by_hour",
      window: "calendar_month_by_hour",
      parameters: { seconds: 20, min_offered: 25 },
    };
    expect(of(byHour)).toMatchObject({
      metric: "service_level",
      window: "calendar_month_by_hour",
      hourMinimumOffered: 25,
      interval: { minimumOffered: 10 },
    });
  });

  it("leaves short abandons out by formula, and says what records cannot leave out", () => {
    expect(of({ exclusions: ["short_abandons"] })?.variant).toBe("short");
    expect(unappliedExclusions({ exclusions: ["short_abandons", "buyer_caused"] })).toEqual(["buyer_caused"]);
  });

  it("cannot be decided by call records when metric, variant, window or condition are beyond them", () => {
    const beyond: Partial<Measure>[] = [
      { metric: "system_availability" },
      { variant: "SL-IGNORE-ALL" },
      { metric: "fcr", variant: "REPEAT-CALL" },
      { metric: "abandon_rate", variant: "GROSS" },
      { window: "per_event" },
      { window: "shift" },
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
