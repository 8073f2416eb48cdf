import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarUntil, microsecondsAt, moveTo } from "#app/services/example/settable-clock.ts";

const instants = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2040, 0) }).map((ms) => ms * 1000);

describe("the example's calendar", () => {
  it("counts days from the Monday of the week in which it ends", () => {
    // Sunday 22 November 2026: its week began on the 16th.
    const day = calendarUntil(Date.UTC(2026, 10, 22, 12) * 1000);
    expect(day(0, "09:00")).toBe("2026-11-16T09:00");
    expect(day(-3, "14:00")).toBe("2026-11-13T14:00");
    expect(day(-70, "08:30")).toBe("2026-09-07T08:30");
  });

  it("has every earlier day before the end, and day 35 in four to five weeks", () => {
    fc.assert(
      fc.property(instants, (endUs) => {
        const day = calendarUntil(endUs);
        expect(microsecondsAt(day(-1, "23:59"))).toBeLessThan(endUs);
        const daysLeft = (microsecondsAt(day(35, "12:00")) - endUs) / 86_400_000_000;
        expect(daysLeft).toBeGreaterThan(28);
        expect(daysLeft).toBeLessThan(36);
      }),
    );
  });

  it("refuses to go back", () => {
    const clock = { nowUs: microsecondsAt("2026-11-16T09:00") };
    expect(() => moveTo(clock, "2026-11-16T08:59")).toThrow("would go back");
    moveTo(clock, "2026-11-16T09:01");
    expect(clock.nowUs).toBe(microsecondsAt("2026-11-16T09:01"));
  });
});
