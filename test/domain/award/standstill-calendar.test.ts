import path from "node:path";
import { describe, expect, it } from "vitest";
import { standstill } from "#app/domain/award/standstill.ts";
import { standstillWeeks } from "#app/domain/award/standstill-calendar.ts";
import { readStandstillRules } from "#app/imports/calendar/read-standstill-rules.ts";

const rules = await readStandstillRules(path.resolve(import.meta.dirname, "../../.."));

describe("the calendar of a standstill", () => {
  it("shows whole weeks from the letters to the day of signing, with what moved the last day", () => {
    const weeks = standstillWeeks(standstill("2026-06-09", "electronic", rules));
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7]);
    expect(weeks.flat().map(({ date, kind }) => `${date.slice(5)} ${kind}`)).toEqual([
      "06-08 outside",
      "06-09 sent",
      ...["06-10", "06-11", "06-12", "06-13", "06-14", "06-15", "06-16", "06-17", "06-18"].map(
        (date) => `${date} counted`,
      ),
      "06-19 moved",
      "06-20 moved",
      "06-21 moved",
      "06-22 last",
      "06-23 sign",
      ...["06-24", "06-25", "06-26", "06-27", "06-28"].map((date) => `${date} outside`),
    ]);
  });
});
