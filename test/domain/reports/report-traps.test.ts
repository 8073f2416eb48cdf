import { describe, expect, it } from "vitest";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import {
  alarmsInTheNoise,
  normsMixedUp,
  recordingAfterThreat,
  reportTrapMessage,
} from "#app/domain/reports/report-traps.ts";
import { serviceLevel } from "../catalogue/service-level.ts";

const level: Measure = serviceLevel;
const turnover: Measure = {
  ...level,
  metric: "staff_turnover",
  variant: "LEAVERS-OVER-MEAN",
  comparator: "<=",
  threshold: "25",
};

describe("norms mixed up (TRAP-27)", () => {
  const asked = (...measures: readonly Measure[]) =>
    normsMixedUp(measures.map((measure, i) => ({ id: `R-${i + 1}`, measure })));

  it("are two service levels of one window that differ in seconds or share", () => {
    const other = { ...level, threshold: "80", parameters: { seconds: 20 } };
    const [trap, ...rest] = asked(level, other);
    expect(rest).toEqual([]);
    expect(trap).toMatchObject({
      id: "TRAP-27",
      severity: "low",
      requirement: "R-2",
      evidence: { other: "R-1" },
    });
    expect(trap && reportTrapMessage(trap, "en")).toBe(
      "80/20 and 90/20 (R-1) are different norms for the same window.",
    );
  });

  it("are not two levels of other windows, loads or queues, nor the same level twice", () => {
    expect(asked(level, { ...level, threshold: "80", window: "calendar_year" })).toEqual([]);
    const loaded = { ...level, threshold: "80", parameters: { seconds: 60, load_from_percent: 120 } };
    expect(asked(level, loaded)).toEqual([]);
    expect(asked(level, { ...level, variant: "SL-ANSWERED" })).toEqual([]);
    expect(asked(level, { ...level, threshold: "80", role: "report" })).toEqual([]);
  });

  it("are a yearly turnover asked of a month, and a limit without a window", () => {
    expect(asked(turnover)).toMatchObject([{ evidence: { kind: "turnover", threshold: "25" } }]);
    expect(asked({ ...turnover, threshold: "2" })).toEqual([]);
    expect(asked({ ...turnover, window: "rolling_12_months" })).toEqual([]);
    expect(asked({ ...level, window: "" })).toMatchObject([{ evidence: { kind: "no_window" } }]);
  });
});

describe("traps of other reports", () => {
  it("say when deviations are explained that chance makes (TRAP-29)", () => {
    const of = (withinChance: number, smallestReference: string | null) =>
      alarmsInTheNoise({
        periods: [
          { period: "2025-W10", compared: 7, deviations: 3, explained: 3, withinChance, smallestReference },
        ],
      });
    expect(of(0, null)).toEqual([]);
    const [trap] = of(2, "1599");
    expect(trap).toMatchObject({ severity: "low", period: "2025-W10", params: { n: 1600 } });
    expect(trap && reportTrapMessage(trap, "sv")).toContain("1599 samtal");
  });

  it("say when a recording reaches back no second before the key press (TRAP-30)", () => {
    const of = (metric: string, value: string) =>
      recordingAfterThreat({ values: [{ metric, value, date: "2025-03-31", proof: "Visning 3" }] });
    expect(of("recording_pre_buffer_s", "30")).toEqual([]);
    expect(of("threat_recording_coverage", "0")).toEqual([]);
    expect(of("recording_pre_buffer_s", "0.0")).toMatchObject([{ id: "TRAP-30", severity: "medium" }]);
  });
});
