import { describe, expect, it } from "vitest";
import type { Cell } from "#app/domain/measurement/cell.ts";
import {
  defaultDefinition,
  defaultRequirement,
  type MeasuredRequirement,
} from "#app/domain/measurement/definition.ts";
import { holdRequirement } from "#app/domain/measurement/verdict.ts";
import { dayOfIsoDate, loadZone, startOfLocalDay } from "#app/domain/measurement/zone.ts";
import { totalsOf } from "./totals.ts";

const zone = loadZone("UTC");
const base: MeasuredRequirement = { ...defaultRequirement(defaultDefinition), minimumCoveragePercent: "0" };

/** One cell on the first of a month: so many calls in time, so many late. */
function cellOf(date: string, inTime: number, late: number): Cell {
  if (zone === null) throw new Error();
  const halfHour = startOfLocalDay(zone, dayOfIsoDate(date) ?? 0) / 1800;
  const answered = [...new Array(inTime).fill(10), ...new Array(late).fill(30)];
  return { queue: "q", halfHour, totals: totalsOf({ answered }) };
}

function hold(
  cells: Cell[],
  requirement: Partial<MeasuredRequirement>,
  from = "2025-01-01",
  to = "2025-04-01",
) {
  if (zone === null) throw new Error();
  const period = { fromDay: dayOfIsoDate(from) ?? 0, toDay: dayOfIsoDate(to) ?? 0 };
  const verdicts = holdRequirement({ ...base, ...requirement }, cells, period, { zone, ringPeriodS: 6 });
  return verdicts.map(({ window, verdict, reason }) => `${window} ${verdict} ${reason}`);
}

const january = (inTime: number, late: number) => cellOf("2025-01-01", inTime, late);
const february = (inTime: number, late: number) => cellOf("2025-02-01", inTime, late);
const march = (inTime: number, late: number) => cellOf("2025-03-01", inTime, late);

describe("a verdict", () => {
  it("compares exactly: 899 of 999 misses 90 %, though it shows as 90.0", () => {
    expect(hold([january(899, 100)], {}, "2025-01-01", "2025-02-01")[0]).toBe("2025-01 refuted not_met");
    expect(hold([january(900, 100)], {}, "2025-01-01", "2025-02-01")[0]).toBe("2025-01 verified met");
  });

  it("is no data without calls, and undetermined below the coverage, whatever the value", () => {
    expect(hold([january(9, 1)], { minimumCoveragePercent: "95" }, "2025-01-01", "2025-03-01")).toEqual([
      "2025-01 undetermined coverage_below_minimum",
      "2025-02 no_data no_calls",
      "period undetermined 0_of_2_windows",
    ]);
  });

  it("counts coverage on open days only", () => {
    // January 2025 has four Wednesdays besides the first.
    const wednesdays = ["01", "08", "15", "22", "29"].map((day) => cellOf(`2025-01-${day}`, 9, 1));
    const asked = { openDays: [3], minimumCoveragePercent: "100" };
    expect(hold(wednesdays, asked, "2025-01-01", "2025-02-01")[0]).toBe("2025-01 verified met");
    expect(hold(wednesdays.slice(1), asked, "2025-01-01", "2025-02-01")[0]).toContain(
      "coverage_below_minimum",
    );
  });

  it("leaves a sample undetermined while its interval holds the target", () => {
    const sample = { evidence: "sample" } as const;
    const period = (cell: Cell) => hold([cell], sample, "2025-01-01", "2025-02-01")[0];
    expect(period(january(95, 5))).toBe("2025-01 undetermined interval_contains_target");
    expect(period(january(980, 20))).toBe("2025-01 verified bound_meets_target");
    expect(period(january(80, 20))).toBe("2025-01 refuted bound_misses_target");
  });

  it("mirrors the sample for an upper limit", () => {
    const few = { evidence: "sample", metric: "abandon_rate", comparator: "<=", target: "5" } as const;
    expect(hold([january(100, 0)], few, "2025-01-01", "2025-02-01")[0]).toBe(
      "2025-01 verified bound_meets_target",
    );
    expect(hold([january(58, 0)], few, "2025-01-01", "2025-02-01")[0]).toContain("interval_contains_target");
  });
});

describe("the verdict on a period", () => {
  it("of every window falls with one of them", () => {
    expect(hold([january(9, 1), february(1, 9), march(9, 1)], {}).at(-1)).toBe(
      "period refuted 2_of_3_windows",
    );
    expect(hold([january(9, 1), march(9, 1)], {}).at(-1)).toBe("period undetermined 2_of_3_windows");
  });

  it("of k windows is met by k, refuted when k is out of reach, and else open", () => {
    const twoOfThree = { aggregation: "k_of_n", k: 2 } as const;
    expect(hold([january(9, 1), february(1, 9), march(9, 1)], twoOfThree).at(-1)).toContain("verified");
    expect(hold([january(1, 9), february(1, 9), march(9, 1)], twoOfThree).at(-1)).toContain("refuted");
    expect(hold([january(9, 1), february(1, 9)], twoOfThree).at(-1)).toContain("undetermined");
    expect(hold([], twoOfThree).at(-1)).toBe("period no_data 0_of_3_windows");
  });

  it("pooled adds calls, so that a large month outweighs two small ones", () => {
    const pooled = { aggregation: "pooled" } as const;
    const cells = [january(5, 5), february(950, 50), march(5, 5)];
    expect(hold(cells, pooled).at(-1)).toBe("period verified met");
    expect(hold(cells, {}).at(-1)).toBe("period refuted 1_of_3_windows");
  });
});
