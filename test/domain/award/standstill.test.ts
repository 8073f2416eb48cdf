import path from "node:path";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { freeOn } from "#app/domain/award/calendar.ts";
import { dateOfInstant, standstill, startOfDayUs } from "#app/domain/award/standstill.ts";
import { readStandstillRules } from "#app/imports/calendar/read-standstill-rules.ts";

const rules = await readStandstillRules(path.resolve(import.meta.dirname, "../../.."));
const free = (date: string) => {
  const because = freeOn(date, rules.calendar);
  return because === null || because === "weekend" ? because : because.sv;
};

describe("the Swedish calendar", () => {
  // As almanacs print them.
  it.each([
    ["2000-04-23", "2000"],
    ["2008-03-23", "2008"],
    ["2011-04-24", "2011"],
    ["2019-04-21", "2019"],
    ["2024-03-31", "2024"],
    ["2026-04-05", "2026"],
    ["2027-03-28", "2027"],
    ["2038-04-25", "2038, the latest date there is"],
    ["2285-03-22", "2285, the earliest date there is"],
  ])("has Easter Sunday on %s in %s", (date) => {
    expect(free(date)).toBe("påskdagen");
  });

  it.each([
    ["2026-01-01", "nyårsdagen"],
    ["2026-01-06", "trettondedag jul"],
    ["2026-04-03", "långfredagen"],
    ["2026-04-06", "annandag påsk"],
    ["2026-05-01", "första maj"],
    ["2026-05-14", "Kristi himmelsfärdsdag"],
    ["2026-05-24", "pingstdagen"],
    ["2026-06-06", "nationaldagen"],
    ["2026-06-19", "midsommarafton"],
    ["2026-06-20", "midsommardagen"],
    ["2026-10-31", "alla helgons dag"],
    ["2027-11-06", "alla helgons dag"],
    ["2026-12-24", "julafton"],
    ["2026-12-25", "juldagen"],
    ["2026-12-26", "annandag jul"],
    ["2026-12-31", "nyårsafton"],
    ["2026-11-22", "weekend"],
    ["2026-05-25", null],
    ["2026-11-23", null],
  ])("says of %s: %s", (date, because) => {
    expect(free(date)).toBe(because);
  });

  it("has Easter on a Sunday from 22 March to 25 April in every year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4099 }), (year) => {
        const days = Array.from({ length: 35 }, (_, index) =>
          Temporal.PlainDate.from({ year, month: 3, day: 22 }).add({ days: index }),
        );
        const easter = days.filter((day) => free(day.toString()) === "påskdagen");
        expect(easter.map(({ dayOfWeek }) => dayOfWeek)).toEqual([7]);
      }),
    );
  });
});

describe("the standstill", () => {
  it.each([
    ["2019-04-01", "electronic", "2019-04-11", "2019-04-12"],
    ["2019-04-18", "electronic", "2019-04-29", "2019-04-30"],
    ["2026-06-09", "electronic", "2026-06-22", "2026-06-23"],
    ["2026-12-14", "electronic", "2026-12-28", "2026-12-29"],
    ["2026-12-21", "electronic", "2027-01-04", "2027-01-05"],
    ["2026-12-16", "other", "2027-01-04", "2027-01-05"],
  ] as const)("of letters sent on %s (%s) lasts to %s and lets one sign from %s", (sent, way, last, sign) => {
    expect(standstill(sent, way, rules)).toMatchObject({ lastDay: last, signFrom: sign });
  });

  it("names each day that the last day was moved past", () => {
    const { movedPast } = standstill("2026-06-09", "electronic", rules);
    expect(
      movedPast.map(({ date, because }) => [date, because === "weekend" ? because : because.en]),
    ).toEqual([
      ["2026-06-19", "Midsummer Eve"],
      ["2026-06-20", "Midsummer Day"],
      ["2026-06-21", "weekend"],
    ]);
  });

  it("never ends on a free day, is never shorter than said, and moves past nothing but free days", () => {
    const sent = fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => Temporal.PlainDate.from("2000-01-01").add({ days }).toString());
    fc.assert(
      fc.property(sent, fc.constantFrom("electronic", "other"), (date, way) => {
        const { lastDay, movedPast, days } = standstill(date, way, rules);
        expect(free(lastDay)).toBeNull();
        const length = Temporal.PlainDate.from(date).until(lastDay).days;
        expect(length).toBe(days + movedPast.length);
        for (const moved of movedPast) expect(free(moved.date)).not.toBeNull();
      }),
    );
  });

  it("counts from the day that it is where the buyer is", () => {
    expect(dateOfInstant("2026-06-09T21:59:59Z", "Europe/Stockholm")).toBe("2026-06-09");
    expect(dateOfInstant("2026-06-09T22:00:00Z", "Europe/Stockholm")).toBe("2026-06-10");
  });

  it("is over at midnight where the buyer is, in summer and in winter", () => {
    expect(startOfDayUs("2026-06-23", "Europe/Stockholm")).toBe(Date.parse("2026-06-22T22:00:00Z") * 1000);
    expect(startOfDayUs("2026-12-29", "Europe/Stockholm")).toBe(Date.parse("2026-12-28T23:00:00Z") * 1000);
  });
});
