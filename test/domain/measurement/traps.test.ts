import { describe, expect, it } from "vitest";
import { type Cell, emptyTotals, type Totals } from "#app/domain/measurement/cell.ts";
import {
  type Definition,
  defaultDefinition,
  defaultRequirement,
  type MeasuredRequirement,
} from "#app/domain/measurement/definition.ts";
import { packHistogram } from "#app/domain/measurement/histogram.ts";
import { monthsByQueue } from "#app/domain/measurement/months.ts";
import { findTraps, type Trap } from "#app/domain/measurement/traps/find-traps.ts";
import { trapIds } from "#app/domain/measurement/traps/trap.ts";
import { trapMessage } from "#app/domain/measurement/traps/wording.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { totalsOf } from "./totals.ts";

const zone = loadZone("UTC");
const firstHalfHour = Date.parse("2025-06-02T00:00:00Z") / 1_800_000;

const cell = (halfHour: number, totals: Totals): Cell => ({
  queue: "q",
  halfHour: firstHalfHour + halfHour,
  totals,
});

function traps(
  cells: Cell[],
  requirement: Partial<MeasuredRequirement> = {},
  clock: Definition["clock"] = "arrival",
): Trap[] {
  if (zone === null) throw new Error();
  const requirements = [{ ...defaultRequirement(defaultDefinition), id: "R", ...requirement }];
  return findTraps(monthsByQueue(cells, zone), { ...defaultDefinition, clock, requirements }, zone);
}

const find = (id: string, ...args: Parameters<typeof traps>): Trap | undefined =>
  traps(...args).find((trap) => trap.id === id);
const waits = (count: number, wait: number): number[] => new Array(count).fill(wait);
const answered = (inTime: number, late: number): Totals =>
  totalsOf({ answered: [...waits(inTime, 9), ...waits(late, 30)] });

describe("traps in call records", () => {
  it("show callers that an hour blocked, while the level is met, with the earliest of equally bad hours", () => {
    const bad = totalsOf({ answered: waits(47, 9), blocked: 3 });
    const cells = [cell(16, answered(100, 0)), cell(20, bad), cell(30, bad)];
    expect(find("TRAP-01", cells)?.evidence).toMatchObject({
      hours: 2,
      blocked: 6,
      worst_hour: "2025-06-02T10:00:00+00:00",
      worst_blocked: 3,
      worst_attempts: 50,
    });
    // Two half hours of one hour count together; two blocked calls are too few; a level that is missed is no disguise.
    expect(find("TRAP-01", [cell(20, totalsOf({ answered: waits(48, 9), blocked: 2 }))])).toBeUndefined();
    expect(find("TRAP-01", cells, { thresholdS: 5 })).toBeUndefined();
  });

  it("add the two halves of an hour, and not two halves of different hours", () => {
    const half = totalsOf({ answered: waits(25, 9), blocked: 2 });
    expect(find("TRAP-01", [cell(20, half), cell(21, half)])?.evidence).toMatchObject({ worst_attempts: 54 });
    expect(find("TRAP-01", [cell(21, half), cell(22, half)])).toBeUndefined();
  });

  it("doubt that nobody was blocked, from a hundred calls on", () => {
    expect(find("TRAP-02", [cell(0, answered(100, 0))])).toMatchObject({ month: null });
    expect(find("TRAP-02", [cell(0, answered(99, 0))])).toBeUndefined();
    expect(find("TRAP-02", [cell(0, totalsOf({ answered: waits(200, 1), blocked: 1 }))])).toBeUndefined();
  });

  it("find the same time of day failing on three days, by starts of three half hours in a row", () => {
    const lunch = (day: number): Cell[] => [22, 23, 24].map((slot) => cell(day * 48 + slot, answered(5, 5)));
    expect(find("TRAP-04", [lunch(0), lunch(1), lunch(2)].flat())?.evidence).toEqual({
      slots: [{ start: "11:00", days: 3 }],
    });
    expect(find("TRAP-04", [lunch(0), lunch(1)].flat())).toBeUndefined();
    const broken = [lunch(0), lunch(1), lunch(2).slice(1)].flat();
    expect(find("TRAP-04", broken)).toBeUndefined();
  });

  it("name a target of 100 % once, and too few calls for a target each month", () => {
    expect(find("TRAP-06", [cell(0, answered(5, 0))], { target: "100" })).toMatchObject({ month: null });
    expect(find("TRAP-07", [cell(0, answered(9, 0))])?.evidence).toEqual({ n: 9, proof_needs: 29 });
    expect(find("TRAP-07", [cell(0, answered(10, 0))])).toBeUndefined();
  });

  it("show what the limit for short abandons hides", () => {
    const cells = [cell(0, totalsOf({ answered: waits(96, 9), abandoned: waits(4, 2) }))];
    expect(find("TRAP-08", cells)?.evidence).toEqual({
      kinds: ["share_above_x"],
      short_abandoned: 4,
      offered: 100,
    });
    expect(find("TRAP-08", cells, { shortAbandonS: 10 })?.evidence.kinds).toEqual([
      "s_above_5",
      "share_above_x",
    ]);
    const once = find("TRAP-08", cells, { shortAbandonS: 20 });
    expect(once).toMatchObject({ month: null, severity: "high", evidence: { kinds: ["s_not_below_t"] } });
  });

  it("name calls without end, older than an hour", () => {
    const totals = { ...emptyTotals(), open: 2, openLost: 1, waitsOpen: packHistogram([1201, 2]) };
    expect(find("TRAP-11", [cell(0, totals)])?.evidence).toEqual({ lost: 1 });
  });

  it("say nothing of ten times the limit where the histogram ends before", () => {
    const cells = [cell(0, totalsOf({ answered: [...waits(20, 100), ...waits(5, 600)] }))];
    expect(find("TRAP-13", cells)?.evidence).toEqual({ beyond_t: 25, beyond_k_t: 5 });
    expect(find("TRAP-13", cells, { thresholdS: 61 })).toBeUndefined();
  });

  it("find a heap of answers just before the limit", () => {
    const cells = [cell(0, totalsOf({ answered: [...waits(31, 19), ...waits(10, 21), 18] }))];
    expect(find("TRAP-14", cells)?.evidence).toEqual({ just_within: 31, just_after: 10 });
    expect(
      find("TRAP-14", [cell(0, totalsOf({ answered: [...waits(30, 20), ...waits(10, 22)] }))]),
    ).toBeUndefined();
  });

  it("find a level that meets its target only by rounding, or only by the second T itself", () => {
    expect(find("TRAP-15", [cell(0, answered(8996, 1004))])?.evidence).toMatchObject({
      kinds: ["rounds_up"],
      shown: "90.0",
    });
    const atLimit = totalsOf({ answered: [...waits(85, 9), ...waits(5, 20), ...waits(10, 30)] });
    expect(find("TRAP-15", [cell(0, atLimit)])?.evidence).toMatchObject({
      kinds: ["strict_differs"],
      value_strict: "85",
    });
    expect(find("TRAP-15", [cell(0, answered(90, 10))])).toBeUndefined();
  });

  it("find a clock that starts in the queue, long after the call", () => {
    const totals = { ...answered(10, 0), queued: 10, beforeQueue: 101_000_000 };
    expect(find("TRAP-16", [cell(0, totals)], {}, "queue")?.evidence).toEqual({
      mean_before_clock_s: "10.1",
      queued: 10,
    });
    expect(find("TRAP-16", [cell(0, totals)], {}, "arrival")).toBeUndefined();
  });

  it("ask for proof of the night only where round the clock is promised", () => {
    expect(find("TRAP-17", [cell(0, answered(30, 0))])?.evidence.hours).toHaveLength(23);
    expect(find("TRAP-17", [cell(0, answered(30, 0))], { openDays: [1, 2, 3, 4, 5] })).toBeUndefined();
    expect(find("TRAP-17", [cell(0, answered(30, 0))], { openDays: [1, 2, 3, 4, 5, 6, 6] })).toBeUndefined();
  });

  it("say nothing of a month without a level", () => {
    expect(traps([cell(0, { ...emptyTotals(), closed: 500 })])).toEqual([]);
  });

  it("have a sentence in both languages with every number filled in", () => {
    const night = [cell(0, totalsOf({ answered: waits(9, 9), abandoned: waits(4, 2) }))];
    const found = traps(night, { target: "100", shortAbandonS: 20 });
    expect(found.length).toBeGreaterThan(4);
    for (const trap of found) {
      for (const language of ["sv", "en"] as const) expect(trapMessage(trap, language)).toMatch(/^[^{}]+$/);
    }
    const [formula] = found.filter(({ id }) => id === "TRAP-09");
    expect(formula && trapMessage(formula, "sv")).toBe(
      "Samma samtal ger från 69,23\u00a0% (av erbjudna) till 100\u00a0% (bara besvarade), beroende på formel.",
    );
    expect(formula && trapMessage(formula, "en")).toContain("69.23% (of offered calls)");
    expect(new Set(trapIds).size).toBe(trapIds.length);
  });

  it("say days and numbers as people write them, and hours in a row with the same count once", () => {
    const finding = { severity: "high", params: {} } as const;
    const half = { value: "91.35", below: 20, counted: 379, worst_start: "2026-09-04T11:00:00+02:00" };
    const month = { ...finding, id: "TRAP-03", evidence: half } as const;
    expect(trapMessage(month, "sv")).toContain("värst 4 september 2026 kl.\u00a011.00.");
    expect(trapMessage(month, "en")).toContain("worst 4 September 2026 at 11:00.");
    const blocked = {
      value: "92.5",
      blocked: 1304,
      hours: 13,
      worst_hour: "2026-09-04T11:00:00+02:00",
      worst_blocked: 6,
      worst_attempts: 50,
    };
    const hidden = { ...finding, id: "TRAP-01", evidence: blocked } as const;
    expect(trapMessage(hidden, "sv")).toContain("men 1\u00a0304 samtal spärrades och nådde aldrig kön");
    expect(trapMessage(hidden, "en")).toMatch(/^The level 92\.50% was met, but 1,304 calls were blocked/);
    const hours = [0, 1, 2, 4, 5, 6].map((hour) => ({ hour, offered: hour === 6 ? 7 : 0 }));
    expect(trapMessage({ ...finding, id: "TRAP-17", evidence: { hours } }, "en")).toContain(
      "00–02 (0), 04–05 (0), 06 (7).",
    );
  });
});
