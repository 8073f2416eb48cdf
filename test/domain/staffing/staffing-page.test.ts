import { describe, expect, it } from "vitest";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { type Cell, emptyTotals, type Totals } from "#app/domain/measurement/cell.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { toExact } from "#app/domain/money/fraction.ts";
import { evenForecast, forecastFromCells } from "#app/domain/staffing/forecast.ts";
import { staffingPage } from "#app/domain/staffing/staffing-page.ts";
import type { PlannedStaff, PlannedTime, StaffingPlan } from "#app/domain/staffing/staffing-plan.ts";
import { staffingValuesOf } from "#app/domain/staffing/staffing-value.ts";
import type { PriceItem } from "#app/domain/tender/tender.ts";

const loaded = loadZone("Europe/Stockholm");
if (loaded === null) throw new Error("no zone");
const zone = loaded;

const monday = (slot: number): PlannedTime => ({ weekday: 1, slot });

/** Ten erlangs by the plan's own word: a hundred calls of 180 s; patience of 60 s. */
const line = (time: PlannedTime, agents: number, more: Partial<PlannedStaff> = {}): PlannedStaff => ({
  time,
  queue: "Växel",
  agents,
  calls: "100",
  handlingS: "180",
  talkS: null,
  ringS: null,
  menuS: null,
  patienceS: "60",
  shrinkage: null,
  trunks: null,
  ...more,
});

const silent = { calls: null, handlingS: null, patienceS: null };

const text = { sv: "", en: "" };
const calls: PriceItem = { id: "call", name: text, unit: { sv: "samtal", en: "call" }, volume: "84000" };

const pageOf = (
  lines: readonly PlannedStaff[],
  {
    cells = [],
    priceItems = [],
    queue = null,
  }: { cells?: Cell[]; priceItems?: PriceItem[]; queue?: string | null } = {},
) => {
  const plan: StaffingPlan = { lines };
  const tender = { requirements: [], priceItems, contractMonths: 12 };
  const page = staffingPage(
    { fileId: "f", zone: zone.name, rows: lines.length, atUs: 0, sha256: "" },
    plan,
    tender,
    cells,
    new Map(),
    { queue, language: "en" },
    zone,
  );
  if (page === null) throw new Error("no page");
  return page;
};

/** Local half hours of Monday 2026-09-07 and -14 at 08:00, which is 06:00 UTC. */
const cell = (date: string, totals: Partial<Totals>, queue = "Växel"): Cell => ({
  queue,
  halfHour: Date.parse(`${date}T06:00:00Z`) / 1_800_000,
  totals: { ...emptyTotals(), ...totals },
});

const recorded = [
  cell("2026-09-07", {
    answered: 80,
    abandoned: 20,
    blocked: 10,
    handle: 80 * 180e6,
    handleKnown: 80,
    talk: 80 * 150e6,
    talkKnown: 80,
    waitAnswered: 1200e6,
    waitAbandoned: 1000e6,
  }),
  cell("2026-09-14", { answered: 90, handle: 90 * 180e6, handleKnown: 90, talk: 90 * 150e6, talkKnown: 90 }),
];

describe("calls that recorded calls let one expect", () => {
  const forecast = forecastFromCells(recorded, zone);

  it("are the mean over the dates of the weekday, with those that were blocked", () => {
    expect(forecast && toExact(forecast.calls("Växel", 1, 16))).toBe("100");
    expect(forecast && toExact(forecast.calls("Växel", 1, 17))).toBe("0");
    expect(forecast && toExact(forecast.calls("Växel", 2, 16))).toBe("0");
  });

  it("are of every queue for a plan without queues", () => {
    const both = forecastFromCells([...recorded, cell("2026-09-07", { answered: 11 }, "Kö 2")], zone);
    expect(both && toExact(both.calls("", 1, 16))).toBe("211/2");
    expect(both && toExact(both.calls("Växel", 1, 16))).toBe("100");
  });

  it("last as long as those did, and wait as long as all waited for each who hung up", () => {
    const { handling, talk, ring, patience } = forecast?.times("Växel") ?? {};
    expect([handling, talk, patience].map((each) => each && toExact(each))).toEqual(["180", "150", "110"]);
    expect(ring).toBeNull();
  });

  it("are none without records", () => {
    expect(forecastFromCells([], zone)).toBeNull();
  });

  it("are the tender's volume spread evenly when there is nothing else", () => {
    // 84,000 calls in a year of 365/7 weeks with ten half hours each.
    const even = evenForecast([calls], 12, 10);
    expect(even && toExact(even)).toBe("11760/73");
    expect(evenForecast([{ ...calls, unit: { sv: "timme", en: "hour" } }], 12, 10)).toBeNull();
  });
});

describe("the page of a staffing plan", () => {
  it("judges each half hour: 13 agents by Erlang A and 15 by Erlang C carry ten erlangs at 90/20", () => {
    const page = pageOf([12, 13, 15].map((agents, i) => line(monday(16 + i), agents)));
    expect(
      page.rows.map(({ neededA, neededC, margin, verdict }) => [neededA, neededC, margin, verdict]),
    ).toEqual([
      [13, 15, -1, "fail"],
      [13, 15, 0, "question"],
      [13, 15, 2, "plausible"],
    ]);
    expect(page.counts).toEqual({ fail: 1, question: 1, plausible: 1 });
    expect(page.worst).toMatchObject({
      weekday: 1,
      slot: 16,
      calls: "100.0",
      offered: "10.00",
      levelC: "64.0",
    });
    expect(page).toMatchObject({ sources: ["plan"], patience: { seconds: "60", assumed: false } });
    expect(page.traps.map(({ id, message }) => [id, message])).toEqual([
      ["TRAP-22", "Staffing falls short in 1 half hours; worst Mon 08:00."],
    ]);
  });

  it("counts those on the roster without the share that is away, rounded down", () => {
    const [row] = pageOf([line(monday(16), 21, { shrinkage: "0.3" })]).rows;
    expect(row).toMatchObject({ agents: 14, verdict: "question" });
  });

  it("expects what was recorded where the plan says nothing, and finds half hours that the plan forgot", () => {
    const page = pageOf([line(monday(18), 4, silent)], { cells: recorded });
    expect(page.sources).toEqual(["calls"]);
    expect(page.withoutCalls).toBe(1);
    expect(page.rows).toMatchObject([
      { slot: 16, agents: 0, calls: "100.0", handlingS: "180", verdict: "fail" },
    ]);
    expect(page.patience).toEqual({ seconds: "110", assumed: false });
  });

  it("expects the tender's volume where there is neither, and assumes patience in words", () => {
    const page = pageOf([line(monday(16), 4, { ...silent, handlingS: "180" })], { priceItems: [calls] });
    expect(page.sources).toEqual(["volumes"]);
    expect(page.patience).toEqual({ seconds: "120", assumed: true });
  });

  it("judges nothing without calls or handling time, and says how much", () => {
    const page = pageOf([line(monday(16), 4, silent), line(monday(17), 4, { handlingS: null })]);
    expect(page).toMatchObject({ rows: [], unforecast: 2, worst: null, traps: [], trunks: null });
  });

  it("of dates shows for each half hour of the week the date with the smallest margin", () => {
    const at = (date: string) => ({ startUs: Date.parse(`${date}T06:00:00Z`) * 1000 });
    const page = pageOf([line(at("2026-09-07"), 15), line(at("2026-09-14"), 12), line(at("2026-09-21"), 14)]);
    expect(page.rows).toMatchObject([{ weekday: 1, slot: 16, date: "2026-09-14", agents: 12 }]);
    expect(page.counts).toEqual({ fail: 1, question: 1, plausible: 1 });
  });

  it("shows one queue at a time, and traps of all", () => {
    const lines = [line(monday(16), 12), line(monday(16), 15, { queue: "Kö 2" })];
    const [first, second] = [pageOf(lines), pageOf(lines, { queue: "Växel" })];
    expect([first.queue, second.queue, first.queues]).toEqual(["Kö 2", "Växel", ["Kö 2", "Växel"]]);
    expect([first, second].map(({ traps }) => traps.map(({ subject }) => subject))).toEqual([
      ["Växel"],
      ["Växel"],
    ]);
  });

  it("tells of small crews: two who are there for 1 erlang that needs three", () => {
    const lines = [line(monday(16), 2, { calls: "10" }), line(monday(17), 2, { calls: "1" })];
    expect(pageOf(lines).smallCrews).toEqual({ count: 2, short: 1 });
  });

  it("holds trunks against the calls of all queues together, with the wait taken at the limit", () => {
    // 100 calls of 160 s talk and 20 s wait are 10 erlangs: 17 trunks block 1.29 %, 18 block 0.71 %.
    const lines = [
      line(monday(16), 15, { talkS: "160", trunks: 17, calls: "50" }),
      line(monday(16), 15, { talkS: "160", trunks: 17, calls: "50", queue: "Kö 2" }),
      line(monday(17), 15, { talkS: "160", trunks: 17, calls: "20" }),
    ];
    const page = pageOf(lines);
    expect(page.trunks).toEqual({
      trunks: 17,
      needed: 18,
      start: "Mon 08:00",
      offered: "10",
      blocked: "1.3",
      short: 1,
      counted: 2,
    });
    expect(page.traps.map(({ id, message }) => [id, message])).toContainEqual([
      "TRAP-24",
      "17 trunks, 18 needed.",
    ]);
  });

  it("holds each number of trunks against its own half hours", () => {
    const lines = [
      line(monday(16), 15, { talkS: "160", trunks: 18 }),
      line(monday(40), 2, { talkS: "160", trunks: 4, calls: "1" }),
    ];
    expect(pageOf(lines).trunks).toMatchObject({ short: 0, counted: 2 });
  });
});

describe("requirements that a staffing plan decides", () => {
  const measure: Measure = {
    metric: "staffing_plan_coverage_pct",
    variant: "ERLANG-C",
    role: "limit",
    comparator: ">=",
    threshold: "50",
    thresholdUpper: null,
    unit: "%",
    window: "at_response",
    timezone: "Europe/Stockholm",
    parameters: { level_from: "AVAIL-001" },
    exclusions: [],
    aggregation: "pooled",
    aggregationK: null,
    aggregationN: null,
    evidence: "census",
    thresholdBasis: "default",
  };
  const trunks: Partial<Measure> = {
    metric: "trunk_blocking_forecast",
    variant: "ERLANG-B",
    comparator: "<=",
    threshold: "1",
    parameters: {},
  };
  const context = { tender: { priceItems: [], contractMonths: 12 }, cells: [], zone };
  const held = (lines: readonly PlannedStaff[] | null, changes: Partial<Measure> = {}) =>
    staffingValuesOf([{ id: "CAP", measure: { ...measure, ...changes } }], lines && { lines }, context).map(
      ({ verdict, value, coverage, enough, counted }) => [verdict, value, coverage, enough, counted],
    );
  const three = [13, 14, 15].map((agents, i) => line(monday(16 + i), agents));

  it("are the share of half hours with enough agents, by the model that the contract names", () => {
    expect(held(three)).toEqual([["refuted", "33.3333333333", "100", 1, 3]]);
    expect(held(three, { variant: "ERLANG-A" })).toEqual([["verified", "100", "100", 3, 3]]);
    expect(held(three.slice(1))).toEqual([["verified", "50", "100", 1, 2]]);
    expect(held(three.slice(1), { comparator: ">" })).toEqual([["refuted", "50", "100", 1, 2]]);
  });

  it("hold the level of the requirement that the measure names", () => {
    const level = (id: string, threshold: string) => ({
      id,
      measure: {
        ...measure,
        metric: "service_level",
        variant: "SL-OFFERED",
        window: "calendar_month",
        threshold,
        parameters: { seconds: 20 },
        aggregation: "every_window" as const,
      },
    });
    // 13 agents answer 79.6 % in time by Erlang C: enough for 75 %, not for 90 %.
    const requirements = [level("AVAIL-009", "90"), level("AVAIL-001", "75"), { id: "CAP", measure }];
    const values = staffingValuesOf(requirements, { lines: three.slice(0, 1) }, context);
    expect(values.map(({ requirement, verdict }) => [requirement, verdict])).toEqual([["CAP", "verified"]]);
  });

  it("are decided by the trunks that block too many calls in some half hour", () => {
    const with17 = [
      line(monday(16), 15, { talkS: "160", trunks: 17 }),
      line(monday(17), 15, { talkS: "160", trunks: 18 }),
    ];
    // B(10, 17) of the published tables, in per cent.
    expect(held(with17, trunks)).toEqual([["refuted", "1.294888", "100", 1, 2]]);
    expect(held(with17, { ...trunks, threshold: "1.3" })).toEqual([["verified", "1.294888", "100", 2, 2]]);
  });

  it("are undetermined while one half hour in twenty and more has no forecast", () => {
    const lines = [...three, line(monday(30), 3, silent)];
    expect(held(lines)).toEqual([["undetermined", "33.3333333333", "75", 1, 3]]);
  });

  it("have no data without a plan, trunks or calls", () => {
    const none = [["no_data", null, null, 0, 0]];
    expect(held(null)).toEqual(none);
    expect(held(three, trunks)).toEqual(none);
    expect(held([line(monday(16), 3, silent)])).toEqual(none);
  });

  it.each([
    ["another metric", { metric: "system_availability" }],
    ["another model", { variant: "ERLANG-X" }],
    ["a limit on the other side", { comparator: "<=" as const }],
    ["no limit", { threshold: null }],
  ])("are none with %s", (_what, changes: Partial<Measure>) => {
    expect(held(three, changes)).toEqual([]);
  });
});
