import { describe, expect, it } from "vitest";
import type { Cell } from "#app/domain/measurement/cell.ts";
import { surgesOf } from "#app/domain/measurement/surge.ts";
import { dayOfIsoDate, loadZone } from "#app/domain/measurement/zone.ts";
import { totalsOf } from "./totals.ts";

const zone = loadZone("Europe/Stockholm");
if (zone === null) throw new Error("no such zone");

/** Calls at 09.00 of a Monday, so many weeks before Monday 28 September 2026, in summer time. */
const monday = (weeksBefore: number, offered: number): Cell => ({
  queue: "*",
  halfHour: Date.UTC(2026, 8, 28 - 7 * weeksBefore, 7) / 1_800_000,
  totals: totalsOf({ answered: Array.from({ length: offered }, () => 1) }),
});
const day = dayOfIsoDate("2026-09-28") ?? 0;
const found = (...cells: Cell[]) => surgesOf(cells, { fromDay: day, toDay: day + 1 }, zone);
const weeksOf = (...offered: number[]) =>
  offered.map((calls, index) => monday(offered.length - index, calls));

describe("the surge factor", () => {
  it("is the calls of a half hour over the median of the same weekday and time before", () => {
    const { highest, held, surges } = found(...weeksOf(10, 20, 30, 40), monday(0, 60));
    expect(highest).toEqual({ date: "2026-09-28", time: "09:00", offered: 60, usual: "25", factor: "2.4" });
    expect([held, surges]).toEqual([1, 1]);
  });

  it("takes the middle week of an odd number, and eight weeks at most", () => {
    expect(found(...weeksOf(10, 20, 30, 40, 45), monday(0, 30)).highest?.usual).toBe("30");
    const nine = weeksOf(1000, 10, 10, 10, 10, 10, 10, 10, 10);
    expect(found(...nine, monday(0, 15)).highest?.factor).toBe("1.5");
  });

  it("does not learn from earlier surges", () => {
    // The fifth of the weeks is a surge; with it the median would be 12.
    const { highest } = found(...weeksOf(10, 10, 12, 12, 90), monday(0, 22));
    expect(highest?.usual).toBe("11");
  });

  it("is there from twice the usual on, and not for a handful of calls", () => {
    expect(found(...weeksOf(10, 10, 10, 10), monday(0, 20)).surges).toBe(1);
    expect(found(...weeksOf(10, 10, 10, 10), monday(0, 19)).surges).toBe(0);
    expect(found(...weeksOf(1, 1, 1, 1), monday(0, 9))).toEqual({ held: 0, surges: 0, highest: null });
  });

  it("says nothing after fewer than four weeks, or where there never were calls", () => {
    expect(found(...weeksOf(10, 10, 10), monday(0, 60)).highest).toBeNull();
    expect(found(...weeksOf(0, 0, 0, 0), monday(0, 60)).highest).toBeNull();
  });

  it("leaves out a day without records, and counts a day with records and no calls then as none", () => {
    const elsewhere = (weeksBefore: number): Cell => ({
      ...monday(weeksBefore, 3),
      halfHour: monday(weeksBefore, 3).halfHour + 4,
    });
    expect(found(...weeksOf(10, 10, 10, 10), elsewhere(5), monday(0, 60)).highest?.usual).toBe("10");
    expect(found(...[4, 3, 2, 1].map(elsewhere), monday(0, 60)).highest).toBeNull();
  });
});
