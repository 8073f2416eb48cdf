import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usualRule } from "#app/domain/availability/availability-requirement.ts";
import type { LoggedIncident } from "#app/domain/availability/incident-log.ts";
import { measureLog } from "#app/domain/availability/measure-log.ts";
import { monthBounds, monthsTouched } from "#app/domain/availability/months.ts";
import { parseServiceHours } from "#app/domain/availability/service-hours.ts";
import { compare, toExact } from "#app/domain/money/fraction.ts";
import { at, covered, incident, logOf, stockholm } from "./incident-logs.ts";

const september = monthBounds("2026-09", stockholm);
const hour = 3600;
const secondsOfSeptember = 30 * 24 * hour;

const measured = (
  log: ReturnType<typeof logOf>,
  rule = usualRule,
  period = september,
  systems = ["Telefoni"],
) => {
  const {
    agreed,
    down,
    percent,
    incidents,
    covered: share,
  } = measureLog(log, systems, period, rule, stockholm);
  return {
    agreed: Number(toExact(agreed)),
    down: toExact(down),
    percent: percent && toExact(percent),
    incidents,
    covered: toExact(share),
  };
};

describe("a local calendar month", () => {
  it.each([
    ["2026-02", 672],
    ["2026-03", 743],
    ["2026-09", 720],
    ["2026-10", 745],
    ["2024-02", 696],
  ])("%s has %i hours in Sweden", (month, hours) => {
    const { from, to } = monthBounds(month, stockholm);
    expect((to - from) / 1e6 / hour).toBe(hours);
  });

  it("is touched by what has time in it, and not by what ends at its midnight", () => {
    const touched = (from: string, to: string) => monthsTouched({ from: at(from), to: at(to) }, stockholm);
    expect(touched("2026-08-31T23:59", "2026-10-01T00:00")).toEqual(["2026-08", "2026-09"]);
    expect(touched("2026-12-31T23:00", "2027-01-01T00:01")).toEqual(["2026-12", "2027-01"]);
    expect(touched("2026-09-01T00:00", "2026-09-01T00:00")).toEqual([]);
  });
});

describe("downtime of an incident log", () => {
  it("is the union of overlapping incidents, with those without length counted", () => {
    const log = logOf([
      incident("2026-09-08T13:00", "2026-09-08T15:00"),
      incident("2026-09-08T14:00", "2026-09-08T16:36"),
      incident("2026-09-09T14:00", "2026-09-09T14:00"),
    ]);
    expect(measured(log)).toEqual({
      agreed: secondsOfSeptember,
      down: String(3 * hour + 36 * 60),
      percent: "199/2",
      incidents: 3,
      covered: "1",
    });
  });

  it("runs to the end of what the log covers while an incident is open", () => {
    const log = logOf([incident("2026-09-30T23:00", null)]);
    expect(measured(log)).toMatchObject({ down: "3600", incidents: 1 });
  });

  it("is clipped to the month: two hours before midnight belong to the month before", () => {
    const log = logOf([incident("2026-08-31T22:00", "2026-09-01T04:00")], [covered("2026-08", "2026-10")]);
    expect(measured(log).down).toBe(String(4 * hour));
    expect(measured(log, usualRule, monthBounds("2026-08", stockholm)).down).toBe(String(2 * hour));
  });

  it("is an hour longer than the clock says in the night of October", () => {
    const october = monthBounds("2026-10", stockholm);
    const log = logOf(
      [incident("2026-10-25T01:30+02:00", "2026-10-25T03:30+01:00")],
      [covered("2026-10", "2026-11")],
    );
    expect(measured(log, usualRule, october)).toMatchObject({ agreed: 745 * hour, down: String(3 * hour) });
  });

  it("takes announced maintenance from agreed time and downtime, or from downtime only, as the contract says", () => {
    const log = logOf([
      incident("2026-09-20T01:00", "2026-09-20T03:00", {
        planned: true,
        announcedUs: at("2026-09-10T08:00"),
      }),
      incident("2026-09-20T02:30", "2026-09-20T03:30"),
    ]);
    expect(measured(log)).toMatchObject({ agreed: secondsOfSeptember - 2 * hour, down: "1800" });
    expect(measured(log, { ...usualRule, maintenance: "downtime-only" })).toMatchObject({
      agreed: secondsOfSeptember,
      down: "1800",
    });
    expect(measured(log, { ...usualRule, excludesMaintenance: false })).toMatchObject({
      agreed: secondsOfSeptember,
      down: String(2.5 * hour),
    });
  });

  it.each([
    ["after it began", at("2026-09-20T01:00") + 1],
    ["never", null],
  ])("counts maintenance that was announced %s", (_when, announcedUs) => {
    const log = logOf([incident("2026-09-20T01:00", "2026-09-20T03:00", { planned: true, announcedUs })]);
    expect(measured(log)).toMatchObject({ agreed: secondsOfSeptember, down: String(2 * hour) });
  });

  it("counts what goes beyond the window that the log says was announced", () => {
    const announcedUs = at("2026-09-10T08:00");
    const log = logOf([
      incident("2026-09-20T01:00", "2026-09-20T03:00", { class: "window", announcedUs }),
      incident("2026-09-20T01:15", "2026-09-20T04:00", { planned: true }),
    ]);
    expect(measured(log)).toEqual({
      agreed: secondsOfSeptember - 2 * hour,
      down: String(hour),
      percent: "35850/359",
      incidents: 1,
      covered: "1",
    });
  });

  it("counts an outage from a tenth of the attempts on, or weighs it by the share that failed", () => {
    const weighted = { ...usualRule, partial: "weighted" } as const;
    const log = (affectedShare: string) =>
      logOf([incident("2026-09-08T13:00", "2026-09-08T14:00", { affectedShare })]);
    expect(measured(log("0.0999")).down).toBe("0");
    expect(measured(log("0.1")).down).toBe("3600");
    expect(measured(log("0.0999"), weighted).down).toBe("8991/25");
  });

  it("weighs each second once, by the largest share of what goes on in it", () => {
    const log = logOf([
      incident("2026-09-08T13:00", "2026-09-08T15:00", { affectedShare: "0.5" }),
      incident("2026-09-08T14:00", "2026-09-08T15:00", { affectedShare: "0.25" }),
      incident("2026-09-08T14:30", "2026-09-08T16:00"),
    ]);
    // 1.5 hours at a half, then 1.5 hours at all.
    expect(measured(log, { ...usualRule, partial: "weighted" }).down).toBe(String(1.5 * hour * 1.5));
  });

  it("leaves out what the buyer caused, where the contract does", () => {
    const log = logOf([incident("2026-09-08T13:00", "2026-09-08T14:00", { class: "buyer" })]);
    expect(measured(log).down).toBe("0");
    expect(measured(log, { ...usualRule, excludesBuyerCaused: false }).down).toBe("3600");
  });

  it("looks at service hours only, where they are agreed", () => {
    const serviceHours = parseServiceHours("Mon-Fri 07:00-18:00");
    const log = logOf([incident("2026-09-08T16:00", "2026-09-09T09:00")]);
    // 22 weekdays of eleven hours; two hours of the evening and two of the morning.
    expect(measured(log, { ...usualRule, serviceHours })).toMatchObject({
      agreed: 22 * 11 * hour,
      down: String(4 * hour),
    });
  });

  it("is that of the chain when several systems are asked for: out whenever one of them is", () => {
    const months = [covered("2026-09", "2026-10"), covered("2026-09", "2026-10", "Nät")];
    const log = logOf(
      [
        incident("2026-09-08T13:00", "2026-09-08T14:00"),
        incident("2026-09-08T13:30", "2026-09-08T15:00", { system: "Nät" }),
      ],
      months,
    );
    expect(measured(log, usualRule, september, ["Telefoni", "Nät"]).down).toBe(String(2 * hour));
  });

  it("knows nothing of time that the log does not cover", () => {
    const log = logOf([incident("2026-08-08T13:00", "2026-08-08T14:00")], [covered("2026-08", "2026-09")]);
    expect(measured(log)).toEqual({ agreed: 0, down: "0", percent: null, incidents: 0, covered: "0" });
    const half = { system: "Telefoni", fromUs: at("2026-09-16T00:00"), toUs: at("2026-10-01T00:00") };
    expect(measured(logOf([], [half]))).toMatchObject({ agreed: 15 * 24 * hour, covered: "1/2" });
  });

  const incidents: fc.Arbitrary<LoggedIncident> = fc
    .record({
      start: fc.integer({ min: 0, max: 700 }),
      length: fc.integer({ min: 0, max: 40 }),
      open: fc.boolean(),
    })
    .map(({ start, length, open }) => ({
      ...incident("2026-09-01T00:00", null),
      fromUs: september.from + start * hour * 1e6,
      toUs: open ? null : september.from + (start + length) * hour * 1e6,
    }));

  it("never shrinks with one more incident, whatever the order of the lines", () => {
    fc.assert(
      fc.property(fc.array(incidents, { maxLength: 12 }), incidents, (some, more) => {
        const less = measureLog(logOf(some), ["Telefoni"], september, usualRule, stockholm);
        const [after, reversed] = [
          [...some, more],
          [more, ...some.toReversed()],
        ].map((lines) => measureLog(logOf(lines), ["Telefoni"], september, usualRule, stockholm));
        if (after === undefined || reversed === undefined) throw new Error("nothing measured");
        expect(compare(after.down, less.down)).toBeGreaterThanOrEqual(0);
        expect(reversed).toEqual(after);
      }),
    );
  });

  it("weighs no more than it counts when every share is at least a tenth", () => {
    const shared = fc.tuple(incidents, fc.integer({ min: 10, max: 100 })).map(([each, share]) => ({
      ...each,
      affectedShare: (share / 100).toFixed(2),
    }));
    fc.assert(
      fc.property(fc.array(shared, { maxLength: 8 }), (lines) => {
        const binary = measureLog(logOf(lines), ["Telefoni"], september, usualRule, stockholm);
        const weighted = measureLog(
          logOf(lines),
          ["Telefoni"],
          september,
          { ...usualRule, partial: "weighted" },
          stockholm,
        );
        expect(compare(weighted.down, binary.down)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
