import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecimal, wholeNumber, zero } from "#app/domain/money/fraction.ts";
import { planTrapMessage, staffBelowNeed, trunksBelowNeed } from "#app/domain/staffing/plan-traps.ts";
import { judgePlan, type PlannedHalfHour } from "#app/domain/staffing/plan-verdict.ts";
import { judgeTrunks, type TrunkLoad } from "#app/domain/staffing/trunk-verdict.ts";

const promise = {
  target: parseDecimal("0.9") ?? zero,
  threshold: wholeNumber(20),
  patience: wholeNumber(60),
};

const time = (slot: number): string =>
  `2025-06-02T${String(8 + Math.floor(slot / 2)).padStart(2, "0")}:${slot % 2 ? "30" : "00"}:00+02:00`;

/** Half hours from eight o'clock with so many agents each; a hundred calls of 180 s, 10 erlangs, unless told. */
const plan = (agents: readonly number[], calls: readonly number[] = []): PlannedHalfHour[] =>
  agents.map((count, slot) => ({
    start: time(slot),
    calls: wholeNumber(calls[slot] ?? 100),
    handling: wholeNumber(180),
    agents: count,
  }));

describe("a staffing plan", () => {
  it("fails below Erlang A, is a question up to Erlang C, and plausible from there on", () => {
    const { halfHours, counts } = judgePlan(plan([10, 12, 13, 14, 15, 16]), promise);
    expect(halfHours[0]?.needed).toEqual({ erlangA: 13, erlangC: 15 });
    expect(halfHours.map(({ verdict, margin }) => [verdict, margin])).toEqual([
      ["fail", -3],
      ["fail", -1],
      ["question", 0],
      ["question", 1],
      ["plausible", 2],
      ["plausible", 3],
    ]);
    expect(counts).toEqual({ fail: 2, question: 2, plausible: 2 });
  });

  it("shows a plan that cannot carry its calls as infeasible by Erlang C, never as a level", () => {
    const [short, enough] = judgePlan(plan([10, 15]), promise).halfHours;
    expect(short?.level.erlangC).toBeNull();
    expect(short?.level.erlangA).toBeGreaterThan(0);
    expect(enough?.level.erlangC).toBeCloseTo(0.9415, 4);
  });

  it("names the half hour furthest below its need, the earliest of several", () => {
    expect(judgePlan(plan([15, 11, 12, 11]), promise).worst?.plan.start).toBe(time(1));
    // Counted in agents: one or two missing of three are fewer than ten of two hundred.
    const { worst } = judgePlan(plan([1, 220], [10, 2500]), promise);
    expect(worst?.plan.start).toBe(time(1));
  });

  it("has nothing to judge where nobody calls", () => {
    const { halfHours, withoutCalls, worst } = judgePlan(plan([0, 5], [0, 0]), promise);
    expect({ halfHours, withoutCalls, worst }).toEqual({ halfHours: [], withoutCalls: 2, worst: null });
  });

  it("fails without agents when somebody calls", () => {
    const [none] = judgePlan(plan([0]), promise).halfHours;
    expect(none).toMatchObject({ level: { erlangA: 0, erlangC: null }, verdict: "fail" });
  });

  it("is a question, not a failure, where callers hang up within the limit and only Erlang A asks for more", () => {
    const hasty = {
      target: parseDecimal("0.95") ?? zero,
      threshold: wholeNumber(60),
      patience: wholeNumber(5),
    };
    const judged = judgePlan(plan([2, 3, 4], [10, 10, 10]), hasty).halfHours;
    expect(judged[0]?.needed).toEqual({ erlangA: 4, erlangC: 3 });
    expect(judged.map(({ verdict }) => verdict)).toEqual(["fail", "question", "plausible"]);
  });

  it("never gets a worse verdict with more agents", () => {
    const rank = ["fail", "question", "plausible"];
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 200 }), fc.nat(10), (agents, calls, more) => {
        const [before, after] = judgePlan(plan([agents, agents + more], [calls, calls]), promise).halfHours;
        expect(rank.indexOf(after?.verdict ?? "")).toBeGreaterThanOrEqual(
          rank.indexOf(before?.verdict ?? ""),
        );
        expect(after?.margin).toBe((before?.margin ?? 0) + more);
        expect(after?.level.erlangA).toBeGreaterThanOrEqual((before?.level.erlangA ?? 0) - 1e-12);
      }),
      { numRuns: 50 },
    );
  });
});

describe("TRAP-22, staffing below need", () => {
  const twenty = (short: number) => plan(Array.from({ length: 20 }, (_, slot) => (slot < short ? 12 : 13)));

  it("fires when more than one half hour in twenty fails, and not for a question", () => {
    expect(staffBelowNeed(judgePlan(twenty(0), promise))).toBeNull();
    expect(staffBelowNeed(judgePlan(twenty(1), promise))).toBeNull();
    expect(staffBelowNeed(judgePlan(twenty(2), promise))).toEqual({
      id: "TRAP-22",
      severity: "high",
      params: { x: "0.05" },
      evidence: { count: 2, worst: time(0) },
    });
  });

  it("counts only half hours with calls", () => {
    const night = plan(Array(20).fill(0), Array(20).fill(0));
    expect(staffBelowNeed(judgePlan(night, promise))).toBeNull();
    expect(staffBelowNeed(judgePlan([...night, ...plan([12])], promise))?.evidence).toMatchObject({
      count: 1,
    });
  });

  it("says so in both languages", () => {
    const finding = staffBelowNeed(judgePlan(twenty(3), promise));
    expect(finding && planTrapMessage(finding, "sv")).toBe(
      `Bemanningen räcker inte 3 halvtimmar; värst ${time(0)}.`,
    );
    expect(finding && planTrapMessage(finding, "en")).toBe(
      `Staffing falls short in 3 half hours; worst ${time(0)}.`,
    );
  });
});

describe("trunks, and TRAP-24", () => {
  const load = (calls: number, slot = 0): TrunkLoad => ({
    start: time(slot),
    calls: wholeNumber(calls),
    ring: wholeNumber(5),
    menu: wholeNumber(25),
    talk: wholeNumber(150),
  });
  const threshold = wholeNumber(20);

  it("hold a call while it rings, listens, waits to the limit and talks", () => {
    // (5 + 25 + 20 + 150) s × 100 calls in half an hour: 11.1 erlangs, 19 trunks at 1 %.
    const { worst } = judgeTrunks(19, [load(100)], threshold);
    expect(worst).toMatchObject({ offered: { n: 100n, d: 9n }, needed: 19 });
    expect(worst?.blocked).toBeCloseTo(0.00919, 5);
  });

  it("count the half hours that need more, and name the one that needs most", () => {
    const judged = judgeTrunks(19, [load(100, 0), load(120, 1), load(500, 2), load(0, 3)], threshold);
    expect(judged).toMatchObject({ counted: 3, short: 2, worst: { start: time(2), needed: 70 } });
    expect(judgeTrunks(19, [load(0)], threshold)).toMatchObject({ counted: 0, short: 0, worst: null });
  });

  it("fire the trap below the need only", () => {
    expect(trunksBelowNeed(judgeTrunks(19, [load(100)], threshold))).toBeNull();
    const finding = trunksBelowNeed(judgeTrunks(18, [load(100)], threshold));
    expect(finding).toEqual({
      id: "TRAP-24",
      severity: "high",
      params: { blocking: "0.01" },
      evidence: { trunks: 18, needed: 19 },
    });
    expect(finding && planTrapMessage(finding, "sv")).toBe("18 linjer, 19 behövs.");
    expect(finding && planTrapMessage(finding, "en")).toBe("18 trunks, 19 needed.");
    expect(trunksBelowNeed(judgeTrunks(0, [load(0)], threshold))).toBeNull();
  });
});
