import { describe, expect, it } from "vitest";
import type { Cell } from "#app/domain/measurement/cell.ts";
import { everyDay } from "#app/domain/measurement/definition.ts";
import { monthsOfQueue } from "#app/domain/measurement/months.ts";
import { periodOfMonths } from "#app/domain/measurement/period.ts";
import { type CallWindow, windowsOfCalls } from "#app/domain/measurement/windows.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { totalsOf } from "./totals.ts";

const zone = loadZone("Europe/Stockholm");

/** So many calls in the half hour that begins at a local time with offset. */
const cell = (start: string, calls: number, blocked = 0): Cell => ({
  queue: "q",
  halfHour: Date.parse(start) / 1_800_000,
  totals: totalsOf({ answered: new Array(calls).fill(10), blocked }),
});

function windows(cells: Cell[], window: CallWindow, openDays = everyDay, minimumOffered = 0) {
  if (zone === null) throw new Error();
  const months = monthsOfQueue(cells, "*", zone);
  const period = periodOfMonths(months, zone);
  if (period === null) throw new Error();
  return windowsOfCalls({ window, openDays, minimumOffered }, months, period, zone).map(
    ({ window: name, totals, coverage }) =>
      `${name}: ${totals.answered}, ${coverage.numerator}/${coverage.denominator}`,
  );
}

describe("the windows of a requirement", () => {
  // 2025-12-29 is a Monday, and of the first week of 2026.
  const atNewYear = [
    cell("2025-12-28T10:00:00+01:00", 1),
    cell("2025-12-29T10:00:00+01:00", 2),
    cell("2026-01-02T10:00:00+01:00", 4),
  ];

  it("are quarters and years of whole months, covered by all their days", () => {
    expect(windows(atNewYear, "calendar_quarter")).toEqual(["2025-Q4: 3, 2/92", "2026-Q1: 4, 1/90"]);
    expect(windows(atNewYear, "calendar_year")).toEqual(["2025: 3, 2/365", "2026: 4, 1/365"]);
  });

  it("are weeks by ISO 8601, across the turn of the year", () => {
    expect(windows(atNewYear, "calendar_week")).toEqual(["2025-W52: 1, 1/7", "2026-W01: 6, 2/7"]);
  });

  it("are days, open ones only, also those without a record", () => {
    expect(windows(atNewYear, "calendar_day", [1, 2, 5])).toEqual([
      "2025-12-29: 2, 1/1",
      "2025-12-30: 0, 0/1",
      "2026-01-02: 4, 1/1",
    ]);
  });

  it("are clock hours of the day over a month, where there are enough calls", () => {
    const cells = [
      cell("2026-01-02T10:00:00+01:00", 3),
      cell("2026-01-03T10:30:00+01:00", 4),
      cell("2026-01-03T23:30:00+01:00", 6),
    ];
    expect(windows(cells, "calendar_month_by_hour")).toEqual(["2026-01 10: 7, 1/1", "2026-01 23: 6, 1/1"]);
    expect(windows(cells, "calendar_month_by_hour", everyDay, 7)).toEqual(["2026-01 10: 7, 1/1"]);
  });

  it("are hours that have records; those of an autumn night are two", () => {
    const night = [
      cell("2025-10-26T02:00:00+02:00", 1),
      cell("2025-10-26T02:30:00+02:00", 2),
      cell("2025-10-26T02:00:00+01:00", 4),
    ];
    expect(windows(night, "hour")).toEqual([
      "2025-10-26T02:00:00+02:00: 3, 1/1",
      "2025-10-26T02:00:00+01:00: 4, 1/1",
    ]);
    expect(windows(night, "half_hour")).toHaveLength(3);
  });

  it("are the busiest hour of each month, blocked attempts counted, the earliest of equals", () => {
    const cells = [
      cell("2026-01-02T10:00:00+01:00", 5),
      cell("2026-01-02T11:00:00+01:00", 3, 9),
      cell("2026-01-02T12:00:00+01:00", 12),
      cell("2026-02-02T10:30:00+01:00", 1),
    ];
    expect(windows(cells, "busy_hour")).toEqual([
      "2026-01-02T11:00:00+01:00: 3, 1/1",
      "2026-02-02T10:00:00+01:00: 1, 1/1",
    ]);
  });
});
