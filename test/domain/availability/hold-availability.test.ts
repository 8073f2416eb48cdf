import { describe, expect, it } from "vitest";
import { availabilityPage } from "#app/domain/availability/availability-page.ts";
import {
  type AvailabilityRequirement,
  availabilityRequirementOf,
} from "#app/domain/availability/availability-requirement.ts";
import { incidentTraps } from "#app/domain/availability/availability-traps.ts";
import { availabilityValuesOf } from "#app/domain/availability/availability-value.ts";
import { holdAvailability } from "#app/domain/availability/hold-availability.ts";
import type { IncidentLog } from "#app/domain/availability/incident-log.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { at, covered, incident, logOf, stockholm } from "./incident-logs.ts";

const measure: Measure = {
  metric: "system_availability",
  variant: "EXCLUDE-BOTH",
  role: "limit",
  comparator: ">=",
  threshold: "99.5",
  thresholdUpper: null,
  unit: "%",
  window: "calendar_month",
  timezone: "Europe/Stockholm",
  parameters: { scope: "per_system" },
  exclusions: ["planned_maintenance_announced", "buyer_caused"],
  aggregation: "every_window",
  aggregationK: null,
  aggregationN: null,
  evidence: "census",
  thresholdBasis: "source",
};

function promiseOf(changes: Partial<Measure> = {}): AvailabilityRequirement {
  const promise = availabilityRequirementOf("AVAIL-004", { ...measure, ...changes });
  if (promise === null) throw new Error("not a promise");
  return promise;
}

const held = (log: IncidentLog, changes: Partial<Measure> = {}) =>
  holdAvailability(promiseOf(changes), log, stockholm).map(({ window, verdict, reason }) => [
    window,
    verdict,
    reason,
  ]);

const outage = (seconds: number) => {
  const start = incident("2026-09-08T13:00", "2026-09-08T13:00");
  return { ...start, toUs: start.fromUs + seconds * 1e6 };
};

describe("a promise of availability", () => {
  it.each([
    ["another metric", { metric: "service_level" }],
    ["a yearly window", { window: "calendar_year" }],
    ["no limit", { threshold: null, comparator: null }],
    ["an upper limit", { comparator: "<=" as const }],
    ["an unknown variant", { variant: "BEST-EFFORT" }],
    ["an unknown condition", { parameters: { scope: "per_site" } }],
    ["unreadable service hours", { parameters: { service_hours: "often" } }],
  ])("with %s is none that a log can decide", (_what, changes: Partial<Measure>) => {
    expect(availabilityRequirementOf("X", { ...measure, ...changes })).toBeNull();
  });

  it("is kept at exactly 3 h 36 min in 30 days, and broken a second later, though both show as 99.50 %", () => {
    expect(held(logOf([outage(12_960)]))[0]).toEqual(["2026-09", "verified", "met"]);
    expect(held(logOf([outage(12_961)]))[0]).toEqual(["2026-09", "refuted", "not_met"]);
    expect(held(logOf([outage(12_960)]), { comparator: ">" })[0]).toEqual(["2026-09", "refuted", "not_met"]);
  });

  it("is kept only when every system keeps it", () => {
    const months = [covered("2026-09", "2026-10"), covered("2026-09", "2026-10", "Nät")];
    const log = logOf([outage(20_000)], months);
    const [window] = holdAvailability(promiseOf(), log, stockholm);
    expect(window).toMatchObject({ verdict: "refuted", worst: { system: "Telefoni" } });
    expect(window?.systems.map(({ system, verdict }) => [system, verdict])).toEqual([
      ["Nät", "verified"],
      ["Telefoni", "refuted"],
    ]);
  });

  it("of the chain adds up what its systems miss at different times", () => {
    const months = [covered("2026-09", "2026-10"), covered("2026-09", "2026-10", "Nät")];
    const log = logOf(
      [
        outage(8_000),
        {
          ...outage(8_000),
          system: "Nät",
          fromUs: at("2026-09-09T13:00"),
          toUs: at("2026-09-09T13:00") + 8_000e6,
        },
      ],
      months,
    );
    expect(held(log)[0]?.[1]).toBe("verified");
    expect(held(log, { parameters: { scope: "end_to_end" } })[0]?.[1]).toBe("refuted");
  });

  it("is not verified by a log that covers less than 95 % of the month, and has no data without one", () => {
    const until = (day: string) => ({
      system: "Telefoni",
      fromUs: at("2026-09-01T00:00"),
      toUs: at(`2026-09-${day}T00:00`),
    });
    expect(held(logOf([], [until("29")]))[0]).toEqual(["2026-09", "undetermined", "coverage_below_minimum"]);
    // 28.5 of 30 days.
    const enough = { ...until("29"), toUs: at("2026-09-29T12:00") };
    expect(held(logOf([], [enough]))[0]).toEqual(["2026-09", "verified", "met"]);
    expect(held(logOf([], []))).toEqual([]);
  });

  it("of every month is refuted by one, and of two of three verified by two", () => {
    const log = logOf([outage(20_000)], [covered("2026-08", "2026-11")]);
    expect(held(log).at(-1)).toEqual(["period", "refuted", "windows"]);
    const twoOfThree = { aggregation: "k_of_n", aggregationK: 2, aggregationN: 3 } as const;
    expect(held(log, twoOfThree).at(-1)).toEqual(["period", "verified", "windows"]);
  });

  it("that is pooled is judged on the sums: 20,000 s are too many for a month and few for a quarter", () => {
    const log = logOf([outage(20_000)], [covered("2026-08", "2026-11")]);
    const pooled = holdAvailability(promiseOf({ aggregation: "pooled" }), log, stockholm).at(-1);
    expect(pooled).toMatchObject({ window: "period", verdict: "verified", reason: "met" });
  });

  it("becomes a measured value of the evaluation: the lowest system, over the whole period", () => {
    const requirements = [
      { id: "AVAIL-004", measure },
      { id: "AVAIL-001", measure: { ...measure, metric: "service_level" } },
      { id: "CONT-001", measure: null },
    ];
    expect(availabilityValuesOf(requirements, logOf([outage(12_961)]), stockholm)).toEqual([
      { requirement: "AVAIL-004", verdict: "refuted", value: "99.4999614198", coverage: "100" },
    ]);
    expect(availabilityValuesOf(requirements, null, stockholm)).toEqual([
      { requirement: "AVAIL-004", verdict: "no_data", value: null, coverage: null },
    ]);
  });
});

describe("the page of an incident log", () => {
  const source = { fileId: "f", zone: "Europe/Stockholm", rows: 1, atUs: 0, sha256: "" };
  const text = { sv: "", en: "" };
  const requirement = { id: "AVAIL-004", level: "must", title: text, measure } as const;
  const pageOf = (
    log: IncidentLog,
    requirements: readonly unknown[] = [requirement],
    month: string | null = null,
  ) => availabilityPage(source, log, requirements as never, new Map(), { month, language: "en" }, stockholm);

  it("shows the month that breaks a promise, or the one asked for, or the last", () => {
    const log = logOf([outage(20_000)], [covered("2026-08", "2026-11")]);
    expect(pageOf(log)?.month.month).toBe("2026-09");
    expect(pageOf(log, [requirement], "2026-08")?.month.month).toBe("2026-08");
    expect(pageOf(logOf([], [covered("2026-08", "2026-11")]))?.month.month).toBe("2026-10");
  });

  it("has the local midnights of the month: of October one more hour between two of them", () => {
    const { midnightsUs } = pageOf(logOf([], [covered("2026-10", "2026-11")]))?.month ?? { midnightsUs: [] };
    expect(midnightsUs).toHaveLength(32);
    const hours = midnightsUs.slice(1).map((us, i) => (us - (midnightsUs[i] ?? 0)) / 3600e6);
    expect(hours.filter((each) => each !== 24)).toEqual([25]);
  });

  it("tells allowed and actual downtime, and exact availability", () => {
    expect(pageOf(logOf([outage(12_961)]))?.requirements[0]?.rows[0]).toMatchObject({
      agreedS: "2592000",
      allowedS: "12960",
      downS: "12961",
      percent: { decimal: "99.4999614198", exact: "2579039/25920" },
    });
  });

  it("shows availability without a verdict when no requirement sets a limit", () => {
    const page = pageOf(logOf([outage(12_961)]), []);
    expect(page?.rows).toMatchObject([{ window: "2026-09", allowedS: null, verdict: null }]);
  });

  it("tells what was planned, partial, open or caused by the buyer apart", () => {
    const page = pageOf(
      logOf([
        incident("2026-09-02T13:00", "2026-09-02T14:00", { planned: true }),
        incident("2026-09-03T13:00", "2026-09-03T14:00", { affectedShare: "0.05" }),
        incident("2026-09-04T13:00", null),
        incident("2026-09-05T13:00", "2026-09-05T14:00", { class: "Buyer" }),
        incident("2026-09-06T13:00", "2026-09-06T14:00", { class: "window" }),
        incident("2026-10-06T13:00", "2026-10-06T14:00"),
      ]),
    );
    expect(page?.incidents.map(({ kind, toUs }) => [kind, toUs === null])).toEqual([
      ["planned", false],
      ["partial", false],
      ["outage", true],
      ["buyer", false],
      ["window", false],
    ]);
  });

  it("shows the longest of very many, and how many there are", () => {
    const minutes = Array.from({ length: 600 }, (_, i) => {
      const start = incident("2026-09-08T13:00", null);
      return { ...start, fromUs: start.fromUs + i * 600e6, toUs: start.fromUs + i * 600e6 + (i + 1) * 1e6 };
    });
    const page = pageOf(logOf(minutes));
    expect(page?.incidentCount).toBe(600);
    expect(page?.incidents.map(({ key }) => key)).toEqual(Array.from({ length: 500 }, (_, i) => i + 100));
  });

  it("has nothing to show of a log that speaks of no time", () => {
    expect(pageOf(logOf([], []))).toBeNull();
  });
});

describe("traps of an incident log", () => {
  const traps = (log: IncidentLog, language: "sv" | "en" = "en") =>
    incidentTraps(log, "2026-09", stockholm, language).map(({ id, subject, message }) => [
      id,
      subject,
      message,
    ]);

  it("TRAP-20 fires for maintenance announced less than five days before, and says why", () => {
    const planned = (announced: string) =>
      logOf([
        incident("2026-09-20T01:00", "2026-09-20T03:00", { planned: true, announcedUs: at(announced) }),
      ]);
    expect(traps(planned("2026-09-15T01:00"))).toEqual([]);
    expect(traps(planned("2026-09-15T01:01"))).toEqual([
      ["TRAP-20", "Telefoni", "Maintenance hides downtime: 2 h. Announced later than 5 days before."],
    ]);
    expect(traps(planned("2026-09-15T01:01"), "sv")[0]?.[2]).toBe(
      "Underhåll döljer avbrott: 2 h. Aviserat senare än 5 dygn före.",
    );
  });

  it("TRAP-21 fires when more than four in five outages begin at the notice", () => {
    const told = (count: number, late: number) =>
      logOf(
        Array.from({ length: count }, (_, i) => {
          const start = incident(`2026-09-${String(i + 1).padStart(2, "0")}T13:00`, null);
          const toUs = start.fromUs + 60e6;
          return { ...start, toUs, noticeUs: start.fromUs + (i < late ? 60e6 : 0) };
        }),
      );
    expect(traps(told(5, 1))).toEqual([]);
    expect(traps(told(6, 1))).toEqual([
      ["TRAP-21", null, "5 of 6 outages begin in the very second of the notice, not at the first failure."],
    ]);
  });

  it("TRAP-28 fires when each system keeps its promise and their product does not", () => {
    const months = ["Telefoni", "Nät", "Växel"].map((system) => covered("2026-09", "2026-10", system));
    const log = logOf(
      months.map(({ system }) => ({ ...outage(6_480), system })),
      months,
    );
    const requirement = { id: "AVAIL-004", level: "must", title: { sv: "", en: "" }, measure };
    const source = { fileId: "f", zone: "Europe/Stockholm", rows: 1, atUs: 0, sha256: "" };
    const page = availabilityPage(
      source,
      log,
      [requirement] as never,
      new Map(),
      { month: null, language: "en" },
      stockholm,
    );
    // 0.9975³ = 0.992518…
    expect(page?.traps.map(({ id, month, message }) => [id, month, message])).toEqual([
      ["TRAP-28", "2026-09", "Each of 3 systems holds 99.5 %, but together 99.252 %."],
    ]);
  });
});
