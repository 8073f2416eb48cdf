import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { computeAvailability } from "#app/domain/availability/availability-case.ts";

interface Vector {
  readonly id: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

const { vectors }: { vectors: Vector[] } = JSON.parse(
  readFileSync(new URL("../../vectors/availability.json", import.meta.url), "utf8"),
);

const answer = (unchecked: unknown) => {
  const result = computeAvailability(unchecked);
  return result.ok
    ? result.value
    : result.faults.map(({ code, place }) => `${code} ${place?.field ?? ""}`.trim());
};

const march = ["2025-03-01T00:00:00+01:00", "2025-04-01T00:00:00+02:00"];
const allowance = { kind: "allowance", timezone: "Europe/Stockholm", period: march, target_pct: "99.5" };
const measured = { ...allowance, kind: "measured", incidents: [] };

describe("a published availability case", () => {
  it.each(vectors.map((vector) => [vector.id, vector] as const))("%s is recomputed exactly", (_, vector) => {
    expect(answer(vector)).toMatchObject(vector.expected);
  });
});

/** Counted second by second, with the time zone rules of another program (Python's zoneinfo). */
const countedElsewhere = [
  {
    id: "helsinki-night",
    kind: "service-hours",
    timezone: "Europe/Helsinki",
    period: ["2025-10-01T00:00:00+03:00", "2025-11-01T00:00:00+02:00"],
    service_hours: "Fri-Mon 22:00-06:00",
    incidents: [["2025-10-26T02:30:00+03:00", "2025-10-26T05:00:00+02:00"]],
    planned_maintenance: [["2025-10-27T05:00:00+02:00", "2025-10-27T07:00:00+02:00"]],
    target_pct: "99.5",
    expected: {
      period_s: 2682000,
      excluded_s: 3600,
      agreed_s: 468000,
      counted_down_s: 12600,
      naive_sum_s: 12600,
      availability_pct_exact: "1265/13",
      met: false,
    },
  },
  {
    id: "new-york-spring",
    kind: "measured",
    timezone: "America/New_York",
    period: ["2025-03-01T00:00:00-05:00", "2025-04-01T00:00:00-04:00"],
    incidents: [
      ["2025-03-09T01:30:00-05:00", "2025-03-09T03:30:00-04:00"],
      ["2025-03-31T22:00:00-04:00", null],
    ],
    planned_maintenance: [["2025-03-09T03:00:00-04:00", "2025-03-09T05:00:00-04:00"]],
    maintenance_rule: "downtime-only",
    target_pct: "99.6",
    expected: {
      period_s: 2674800,
      excluded_s: 7200,
      agreed_s: 2674800,
      counted_down_s: 9000,
      naive_sum_s: 10800,
      availability_pct_exact: "74050/743",
      met: true,
    },
  },
  {
    id: "overrun-and-overlap",
    kind: "measured",
    timezone: "Europe/Stockholm",
    period: ["2025-10-01T00:00:00+02:00", "2025-11-01T00:00:00+01:00"],
    incidents: [
      ["2025-09-30T23:00:00+02:00", "2025-10-01T00:10:00+02:00"],
      ["2025-10-26T01:00:00+02:00", "2025-10-26T04:00:00+01:00"],
      ["2025-10-26T03:30:00+01:00", "2025-10-26T05:00:00+01:00"],
      ["2025-10-26T05:00:00+01:00", "2025-10-26T05:00:00+01:00"],
    ],
    planned_maintenance: [["2025-10-26T01:00:00+02:00", "2025-10-26T02:30:00+01:00"]],
    target_pct: "99.65",
    expected: {
      period_s: 2682000,
      excluded_s: 9000,
      agreed_s: 2673000,
      counted_down_s: 9600,
      naive_sum_s: 20400,
      availability_pct_exact: "88780/891",
      met: false,
    },
  },
  {
    id: "kolkata-half-hour",
    kind: "service-hours",
    timezone: "Asia/Kolkata",
    period: ["2025-02-01T00:00:00+05:30", "2025-03-01T00:00:00+05:30"],
    service_hours: "Mon-Sat 09:30-18:30, Sun 10:00-14:00",
    incidents: [["2025-02-07T18:00:00+05:30", "2025-02-08T10:00:00+05:30"]],
    target_pct: "99",
    expected: {
      period_s: 2419200,
      excluded_s: 0,
      agreed_s: 835200,
      counted_down_s: 3600,
      naive_sum_s: 57600,
      availability_pct_exact: "5775/58",
      met: true,
    },
  },
];

describe("an availability case", () => {
  it.each(countedElsewhere)("$id gives what counting every second gives", ({ expected, ...unchecked }) => {
    expect(answer(unchecked)).toMatchObject(expected);
  });

  it("allows 3 h 42 min 54 s in a month with 743 hours, and less in its service hours", () => {
    expect(answer(allowance)).toMatchObject({ allowed_down_s: "13374", allowed: "3h42m54s" });
    expect(answer({ ...allowance, service_hours: "Mon-Fri 07:00-18:00" })).toMatchObject({
      agreed_s: 21 * 11 * 3600,
      allowed: "1h09m18s",
    });
  });

  it("shows allowed downtime rounded down, and exactly as a fraction", () => {
    expect(answer({ ...allowance, target_pct: "99.9" })).toMatchObject({
      allowed_down_s: "13374/5",
      allowed: "0h44m34s",
    });
  });

  it("takes maintenance from both unless told otherwise, and runs an open incident to the end", () => {
    const window = ["2025-03-31T20:00:00+02:00", "2025-03-31T22:00:00+02:00"];
    const open = {
      ...measured,
      incidents: [["2025-03-31T21:00:00+02:00", null]],
      planned_maintenance: [window],
    };
    expect(answer(open)).toMatchObject({
      period_s: 743 * 3600,
      excluded_s: 7200,
      agreed_s: 741 * 3600,
      counted_down_s: 7200,
      naive_sum_s: 10_800,
      incidents: 1,
      availability_pct_exact: "73900/741",
    });
  });

  it("counts parts of a second exactly", () => {
    const incident = ["2025-03-02T00:00:00.25+01:00", "2025-03-02T00:00:01.75+01:00"];
    expect(answer({ ...measured, incidents: [incident] })).toMatchObject({ counted_down_s: "3/2" });
  });

  it("has no availability and no verdict where no time was agreed", () => {
    expect(answer({ ...measured, planned_maintenance: [march] })).toMatchObject({
      agreed_s: 0,
      availability_pct: null,
      availability_pct_exact: null,
      met: null,
    });
  });

  it("rounds a half to the even sixth decimal for showing, and judges the exact value", () => {
    const day = ["2025-03-02T00:00:00+01:00", "2025-03-03T00:00:00+01:00"];
    const down = (micros: string, target_pct: string) =>
      answer({
        ...measured,
        period: day,
        incidents: [[day[0], `2025-03-02T00:00:00.${micros}+01:00`]],
        target_pct,
      });
    expect(down("001296", "99.9999985")).toMatchObject({ availability_pct: "99.999998", met: true });
    expect(down("000432", "100")).toMatchObject({ availability_pct: "100.000000", met: false });
  });

  it("counts an outage from one tenth of the attempts on as a whole one", () => {
    const outage = (affected_share: string) => ({
      kind: "weighted",
      period_s: 1000,
      incidents: [{ seconds: 100, affected_share }],
      target_pct: "95",
    });
    expect(answer(outage("0.1"))).toEqual({
      counted_down_s_binary: 100,
      met_binary: false,
      counted_down_s_weighted: 10,
      met_weighted: true,
    });
    expect(answer(outage("0.0999"))).toMatchObject({
      counted_down_s_binary: 0,
      counted_down_s_weighted: "999/100",
    });
  });

  it("writes out all decimals of systems in series", () => {
    expect(answer({ kind: "serial", components: ["0.99999", "0.99999", "0.99999", "1"] })).toEqual({
      all_needed: "0.999970000299999",
      any_of_three: "1",
    });
    expect(answer({ kind: "serial", components: ["0"] })).toEqual({ all_needed: "0", any_of_three: "0" });
  });
});

describe("a faulty availability case names all its faults", () => {
  const day = "2025-03-10T00:00:00+01:00";
  it.each([
    [null, ["not_an_object", "missing_field kind"]],
    [{ kind: "toString" }, ["unknown_kind kind"]],
    [{ kind: "allowance" }, ["missing_field period", "missing_field target_pct"]],
    [
      { ...allowance, timezone: "Europe/Nowhere", target_pct: "100.1", extra: 1 },
      ["unknown_time_zone timezone", "number_out_of_range target_pct", "unknown_field extra"],
    ],
    [{ ...allowance, target_pct: 99.5 }, ["not_a_decimal target_pct"]],
    [{ ...allowance, target_pct: "-1" }, ["number_negative target_pct"]],
    // The summer time of the end was forgotten.
    [{ ...allowance, period: [march[0], "2025-04-01T00:00:00+01:00"] }, ["not_local_midnight period[1]"]],
    [{ ...allowance, period: ["2025-03-01T00:00:00.5+01:00", march[1]] }, ["not_local_midnight period[0]"]],
    [{ ...allowance, period: [march[1], march[0]] }, ["end_before_start period[1]"]],
    [{ ...allowance, period: [march[0], march[0]] }, ["empty_period period"]],
    [{ ...allowance, period: [march[0]] }, ["not_a_pair period"]],
    [
      { ...allowance, period: ["2025-03-01", null] },
      ["not_an_instant period[0]", "not_an_instant period[1]"],
    ],
    [{ ...measured, kind: "service-hours" }, ["missing_field service_hours"]],
    [{ ...measured, service_hours: "weekdays" }, ["service_hours_unreadable service_hours"]],
    [{ ...measured, maintenance_rule: "both" }, ["unknown_value maintenance_rule"]],
    [
      {
        ...measured,
        incidents: [[day, "2025-03-09T00:00:00+01:00"], [null, day], "x", ["2025-03-10T00:00:00", null]],
      },
      [
        "end_before_start incidents[0][1]",
        "not_an_instant incidents[1][0]",
        "not_a_pair incidents[2]",
        "not_an_instant incidents[3][0]",
      ],
    ],
    [{ ...measured, planned_maintenance: [[day, null]] }, ["not_an_instant planned_maintenance[0][1]"]],
    [{ ...measured, incidents: {} }, ["not_a_list incidents"]],
    [
      {
        kind: "weighted",
        period_s: 0,
        incidents: [{ seconds: 1.5, affected_share: "2" }],
        target_pct: "99.5",
      },
      [
        "not_a_count period_s",
        "not_a_count incidents[0].seconds",
        "number_out_of_range incidents[0].affected_share",
      ],
    ],
    [
      { kind: "weighted", period_s: 10, incidents: [{ seconds: 11, affected_share: "1" }], target_pct: "1" },
      ["longer_than_period incidents[0].seconds"],
    ],
    [{ kind: "serial", components: [] }, ["wrong_number_of_values components"]],
    [
      { kind: "serial", components: ["1.01", "x", 1, "-0.1"] },
      [
        "number_out_of_range components[0]",
        "not_a_decimal components[1]",
        "not_a_decimal components[2]",
        "number_out_of_range components[3]",
      ],
    ],
  ])("%j", (unchecked, faults) => {
    expect(answer(unchecked)).toEqual(faults);
  });
});

it("a case may have more faults than a call has arguments", () => {
  const incidents = Array.from({ length: 300_000 }, () => "never");
  expect(answer({ ...measured, incidents })).toHaveLength(300_000);
});
