import { describe, expect, it } from "vitest";
import { type Cell, offeredOf } from "#app/domain/measurement/cell.ts";
import { defaultDefinition } from "#app/domain/measurement/definition.ts";
import { monthsOfQueue } from "#app/domain/measurement/months.ts";
import { findTraps } from "#app/domain/measurement/traps/find-traps.ts";
import { type BlockedCounts, blockedFigures, monthsWithBlocked } from "#app/domain/reports/blocked-counts.ts";
import { valueOfFigure } from "#app/domain/reports/report-figure.ts";
import { zone } from "../measurement/interval/intervals.ts";
import { totalsOf } from "../measurement/totals.ts";

const eight = Date.parse("2025-03-03T08:00:00+01:00") / 1000;

/** Sixty calls answered at once in each of the half hours from eight on. */
const calls = (halfHours: number, blocked = 0): Cell[] =>
  Array.from({ length: halfHours }, (_, i) => ({
    queue: "q",
    halfHour: eight / 1800 + i,
    totals: totalsOf({ answered: new Array(60).fill(0), blocked }),
  }));

const counter = (starts: readonly number[], blocked: number, lengthS: BlockedCounts["lengthS"] = 1800) => ({
  lengthS,
  byCode: {},
  counts: starts.map((start) => ({ start, trunk: "SIP-1", blocked, attempts: 100 })),
});

const joined = (cells: readonly Cell[], counts: BlockedCounts) =>
  monthsWithBlocked(monthsOfQueue(cells, "*", zone), counts, zone);
const blockedOf = (months: ReturnType<typeof joined>): number =>
  months.reduce((sum, { totals }) => sum + totals.blocked, 0);

describe("the carrier's blocked calls", () => {
  it("join the call records, which then no longer lack them, and show what the level hides", () => {
    const cells = calls(2);
    const trapsOf = (counts: BlockedCounts) =>
      findTraps(() => joined(cells, counts), defaultDefinition, zone).map(({ id }) => id);
    expect(trapsOf(counter([], 0))).toContain("TRAP-02");
    expect(trapsOf(counter([], 0))).not.toContain("TRAP-01");
    const found = trapsOf(counter([eight, eight + 1800], 4));
    expect(found).not.toContain("TRAP-02");
    expect(found).toContain("TRAP-01");
  });

  it("count no call twice: of each interval the larger number stands", () => {
    expect(blockedOf(joined(calls(2, 3), counter([eight, eight + 1800], 5)))).toBe(10);
    expect(blockedOf(joined(calls(2, 3), counter([eight, eight + 1800], 2)))).toBe(6);
    expect(blockedOf(joined(calls(2, 3), counter([eight], 10, 3600)))).toBe(10);
    const quarters = [0, 900, 1800, 2700].map((seconds) => eight + seconds);
    expect(blockedOf(joined(calls(2, 3), counter(quarters, 2, 900)))).toBe(8);
  });

  it("change neither the calls nor the days that the records cover", () => {
    const alone = monthsOfQueue(calls(2), "*", zone);
    const both = joined(calls(2), counter([eight, eight + 86_400, eight - 30 * 86_400], 4));
    expect(both.map(({ month, days }) => [month, [...days]])).toEqual(
      alone.map(({ month, days }) => [month, [...days]]),
    );
    expect(both.map(({ totals }) => offeredOf(totals))).toEqual(alone.map(({ totals }) => offeredOf(totals)));
    expect(blockedOf(both)).toBe(4);
  });

  it("give a share of the month and of its busiest hour, where attempts are counted", () => {
    const counts = [
      { start: eight, trunk: "a", blocked: 4, attempts: 200 },
      { start: eight + 1800, trunk: "a", blocked: 2, attempts: 100 },
      { start: eight + 3600, trunk: "a", blocked: 0, attempts: 200 },
    ];
    const figures = blockedFigures({ lengthS: 1800, byCode: {}, counts }, zone);
    expect(figures.map((figure) => [figure.window, valueOfFigure(figure)])).toEqual([
      ["2025-03", { n: 6n, d: 5n }],
      ["2025-03-03T08:00:00+01:00", { n: 2n, d: 1n }],
    ]);
    const untold = counts.map((count) => ({ ...count, attempts: null }));
    expect(blockedFigures({ lengthS: 1800, byCode: {}, counts: untold }, zone)).toEqual([]);
  });
});
