import { describe, expect, it } from "vitest";
import type { Interval } from "#app/domain/availability/interval.ts";
import {
  maintenanceHidesDowntime,
  maintenanceTrapMessage,
  type ReportedMaintenance,
} from "#app/domain/availability/maintenance-trap.ts";

const hour = 3_600_000_000;
const stretch = (from: number, to: number): Interval => ({ from: from * hour, to: to * hour });
const month = stretch(0, 720);

/** Announced a week before, done inside its window. */
const proper = (outage: Interval, changes: Partial<ReportedMaintenance> = {}): ReportedMaintenance => ({
  outage,
  announced: { at: outage.from - 168 * hour, window: outage },
  plannedAt: outage.from - 168 * hour,
  ...changes,
});
const evidence = (...reported: ReportedMaintenance[]) =>
  maintenanceHidesDowntime(month, reported)?.evidence ?? null;

describe("TRAP-20, maintenance that hides downtime", () => {
  it("accepts four announced hours a month, and shows what is above them", () => {
    expect(evidence(proper(stretch(10, 12)), proper(stretch(50, 52)))).toBeNull();
    expect(evidence(proper(stretch(10, 12)), proper(stretch(50, 52.5)))).toEqual({
      hours: "0.5",
      kinds: ["above_cap"],
    });
  });

  it("counts overlapping windows once and only what lies in the month", () => {
    expect(evidence(proper(stretch(10, 13)), proper(stretch(11, 14)))).toBeNull();
    expect(evidence(proper(stretch(-20, 4)), proper(stretch(730, 790)))).toBeNull();
  });

  it("accepts an announcement five days before and none later", () => {
    const outage = stretch(200, 201);
    const announced = (at: number) => proper(outage, { announced: { at: at * hour, window: outage } });
    expect(evidence(announced(80))).toBeNull();
    expect(evidence(announced(80.5))).toEqual({ hours: "1", kinds: ["notice_short"] });
    expect(evidence(proper(outage, { announced: null }))).toEqual({ hours: "1", kinds: ["notice_short"] });
  });

  it("does not accept an outage that was called planned after it began", () => {
    expect(evidence(proper(stretch(200, 202), { plannedAt: 200 * hour }))).toBeNull();
    expect(evidence(proper(stretch(200, 202), { plannedAt: 201 * hour }))).toEqual({
      hours: "2",
      kinds: ["planned_after_start"],
    });
  });

  it("takes only the overrun of a window that was announced in time", () => {
    const late = proper(stretch(200, 203), { announced: { at: 0, window: stretch(200, 202) } });
    expect(evidence(late)).toEqual({ hours: "1", kinds: ["overrun"] });
    expect(evidence(late, proper(stretch(300, 303)))).toEqual({
      hours: "2",
      kinds: ["above_cap", "overrun"],
    });
  });

  it("hides nothing when the same hour is announced properly beside it", () => {
    expect(evidence(proper(stretch(200, 202)), proper(stretch(200, 202), { announced: null }))).toBeNull();
  });

  it("says so in both languages, with the numbers put in", () => {
    const finding = maintenanceHidesDowntime(month, [proper(stretch(10, 14 + 1 / 8))]);
    if (finding === null) throw new Error();
    expect(finding.params).toEqual({ cap_h: "4", notice_days: 5 });
    expect(maintenanceTrapMessage(finding, "sv")).toBe("Underhåll döljer avbrott: 0,13 h.");
    expect(maintenanceTrapMessage(finding, "en")).toBe("Maintenance hides downtime: 0.13 h.");
  });
});
