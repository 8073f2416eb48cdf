import { describe, expect, it } from "vitest";
import { defaultDefinition } from "#app/domain/measurement/definition.ts";
import type { Interval, IntervalReport } from "#app/domain/measurement/interval/interval.ts";
import { findIntervalTraps } from "#app/domain/measurement/interval/interval-traps.ts";
import type { TrapId } from "#app/domain/measurement/traps/trap.ts";
import { trapMessage } from "#app/domain/measurement/traps/wording.ts";
import { intervalAt, reportOf, zone } from "./intervals.ts";

function find(id: TrapId, intervals: readonly Interval[], given: Partial<IntervalReport> = {}) {
  const [trap] = findIntervalTraps(reportOf(intervals, given), defaultDefinition, zone).filter(
    (each) => each.id === id,
  );
  return trap;
}

const share = (percent: string, variant: "offered" | "genesys" | "positive" = "offered") =>
  ({ figure: "service_level", variant, percent }) as const;

describe("a reported percentage (TRAP-10)", () => {
  const counted = { offered: 38, answered: 32, abandoned: 6 };

  it("is caught when no whole number of calls gives it at its decimals", () => {
    // 31/38 = 81.58 %, 32/38 = 84.21 %.
    const trap = find("TRAP-10", [intervalAt(16, { values: counted, reported: [share("82.50")] })]);
    expect(trap).toMatchObject({
      severity: "high",
      month: "2025-03",
      evidence: { reported: "82.50", base: 38, worst_start: "2025-03-03T08:00:00+01:00", not_reproduced: 1 },
    });
    expect(trap && trapMessage(trap, "sv")).toBe(
      "Rapporterade 82,50\u00a0% kan inte räknas fram (3 mars 2025 kl.\u00a008.00, 38 samtal).",
    );
  });

  it("stands when it is some call count rounded, halves either way", () => {
    for (const percent of ["81.58", "81.6", "82", "84.21", "0", "0.00"])
      expect(
        find("TRAP-10", [intervalAt(16, { values: counted, reported: [share(percent)] })]),
      ).toBeUndefined();
    // 1/16 = 6.25 %: 6.2 and 6.3 are both fair.
    const sixteen = { offered: 16, answered: 16, abandoned: 0 };
    for (const percent of ["6.2", "6.3"])
      expect(
        find("TRAP-10", [intervalAt(16, { values: sixteen, reported: [share(percent)] })]),
      ).toBeUndefined();
  });

  it("cannot be of more calls than were answered", () => {
    expect(find("TRAP-10", [intervalAt(16, { values: counted, reported: [share("86.84")] })])).toBeDefined();
    expect(find("TRAP-10", [intervalAt(16, { values: counted, reported: [share("100")] })])).toBeDefined();
  });

  it("is held against the count itself where the report has it, and against the declared formula", () => {
    const within = [{ thresholdS: 20, answered: 30, abandoned: 4 }];
    const of = (reported: Interval["reported"]) =>
      find("TRAP-10", [intervalAt(16, { values: counted, within, reported })]);
    expect(of([share("78.95"), share("89.47", "positive")])).toBeUndefined();
    expect(of([share("81.58")])).toBeDefined();
    expect(of([share("84.21", "positive")])).toBeDefined();
  });

  it("is not judged where the counts do not say", () => {
    expect(
      find("TRAP-10", [intervalAt(16, { values: { answered: 32 }, reported: [share("82.50")] })]),
    ).toBeUndefined();
  });
});

describe("sums that differ (TRAP-11)", () => {
  const values = { offered: 40, answered: 32, abandoned: 6, flowOut: 2 };

  it("are caught in every interval where calls are counted at arrival", () => {
    expect(find("TRAP-11", [intervalAt(16, { values })])).toBeUndefined();
    const trap = find("TRAP-11", [
      intervalAt(15, { values }),
      intervalAt(16, { values: { ...values, answered: 31 } }),
    ]);
    expect(trap?.evidence).toEqual({
      places: 1,
      worst_start: "2025-03-03T08:00:00+01:00",
      worst_offered: 40,
      worst_accounted: 39,
    });
    expect(trap && trapMessage(trap, "en")).toBe(
      "Places where the calls do not add up: 1; worst 3 March 2025 at 08:00: 40 offered, 39 accounted for.",
    );
  });

  it("may move between intervals where events are counted, but not vanish in a day", () => {
    const early = intervalAt(16, { values: { ...values, answered: 29 } });
    const late = intervalAt(17, { values: { ...values, answered: 35 } });
    const event = { attribution: "event" } as const;
    expect(find("TRAP-11", [early, late], event)).toBeUndefined();
    expect(find("TRAP-11", [early, late])).toBeDefined();
    expect(find("TRAP-11", [early, intervalAt(17, { values })], event)).toMatchObject({
      params: { x: "0.01", calls: 2 },
      evidence: { places: 1, worst_offered: 80, worst_accounted: 77 },
    });
  });

  it("are only too many, never too few, when calls moved elsewhere are not told", () => {
    const { flowOut: _, ...untold } = values;
    expect(find("TRAP-11", [intervalAt(16, { values: untold })])).toBeUndefined();
    expect(find("TRAP-11", [intervalAt(16, { values: { ...untold, answered: 35 } })])).toBeDefined();
  });
});

describe("other traps of interval reports", () => {
  it("catch a percentage of no calls (TRAP-18), not an empty cell", () => {
    const empty = { offered: 0, answered: 0, abandoned: 0 };
    expect(find("TRAP-18", [intervalAt(4, { values: empty })])).toBeUndefined();
    const trap = find("TRAP-18", [intervalAt(4, { values: empty, reported: [share("100.00")] })]);
    expect(trap).toMatchObject({ severity: "low", evidence: { intervals: 1, reported: "100.00" } });
  });

  it("catch a limit that changes within the month (TRAP-19)", () => {
    const at = (slot: number, thresholdS: number) =>
      intervalAt(slot, { within: [{ thresholdS, answered: 3, abandoned: null }] });
    expect(find("TRAP-19", [at(16, 20), at(17, 20), intervalAt(18)])).toBeUndefined();
    expect(find("TRAP-19", [at(16, 20), at(17, 30)])).toMatchObject({
      severity: "high",
      evidence: { limits: ["20", "30"], first_change: "2025-03-03T08:30:00+01:00" },
    });
  });

  it("catch abandons that are excused as drops (TRAP-25) above one in ten", () => {
    const of = (dropped: number) => find("TRAP-25", [intervalAt(16, { values: { abandoned: 50, dropped } })]);
    expect(of(5)).toBeUndefined();
    expect(of(6)).toMatchObject({ severity: "low", evidence: { dropped: 6, abandoned: 50 } });
  });

  it("catch a surge clause that sets aside more than one interval in fifty (TRAP-26)", () => {
    const of = (excluded: number) =>
      find(
        "TRAP-26",
        Array.from({ length: 50 }, (_, slot) => intervalAt(slot, { excluded: slot < excluded })),
      );
    expect(of(1)).toBeUndefined();
    expect(of(2)).toMatchObject({ severity: "medium", evidence: { excluded: 2, intervals: 50 } });
  });

  it("catch a level that depends on the formula (TRAP-09), among those that the report can tell", () => {
    const of = (answeredInTime: number) =>
      find("TRAP-09", [
        intervalAt(16, {
          values: { offered: 100, answered: 99, abandoned: 1, flowOut: 0 },
          within: [{ thresholdS: 20, answered: answeredInTime, abandoned: 1 }],
        }),
      ]);
    expect(of(95)).toBeUndefined();
    const mixed = find("TRAP-09", [
      intervalAt(16, {
        values: { offered: 100, answered: 90 },
        within: [{ thresholdS: 20, answered: 81, abandoned: null }],
      }),
    ]);
    expect(mixed?.evidence).toEqual({
      lowest: { variant: "offered", value: "81" },
      highest: { variant: "answered", value: "90" },
    });
  });

  it("catch blocked calls that nobody reports (TRAP-02)", () => {
    const values = { offered: 100, answered: 100 };
    expect(find("TRAP-02", [intervalAt(16, { values })])).toMatchObject({
      evidence: { offered: 100, blocked: 0 },
    });
    expect(find("TRAP-02", [intervalAt(16, { values: { ...values, blocked: 1 } })])).toBeUndefined();
  });

  it("catch a limit for short abandons that hides many calls (TRAP-08), where the report counts by it", () => {
    const values = { offered: 100, answered: 90, abandoned: 10 };
    const within = (thresholdS: number, abandoned: number) => [{ thresholdS, answered: null, abandoned }];
    expect(find("TRAP-08", [intervalAt(16, { values, within: within(5, 4) })])).toMatchObject({
      severity: "medium",
      evidence: { kinds: ["share_above_x"], short_abandoned: 4, offered: 100 },
    });
    expect(find("TRAP-08", [intervalAt(16, { values, within: within(5, 3) })])).toBeUndefined();
    expect(find("TRAP-08", [intervalAt(16, { values, within: within(20, 4) })])).toBeUndefined();
  });
});
