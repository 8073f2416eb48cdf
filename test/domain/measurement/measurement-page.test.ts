import { describe, expect, it } from "vitest";
import { dayOfHalfHour, decodeTotals } from "#app/domain/measurement/blob.ts";
import type { Cell } from "#app/domain/measurement/cell.ts";
import { figuresOfImport } from "#app/domain/measurement/import-figures.ts";
import { measurementPage, shownMonth, utcDaysOfMonth } from "#app/domain/measurement/measurement-page.ts";
import { MonthSums } from "#app/domain/measurement/month-sums.ts";
import { monthsFromSums, monthsOfQueue } from "#app/domain/measurement/months.ts";
import { loadZone, type Zone } from "#app/domain/measurement/zone.ts";
import { totalsOf } from "./totals.ts";

const firstHalfHour = Date.UTC(2026, 7, 30) / 1_800_000;
/** Invented: one call in every half hour from 30 August to 2 October 2026, UTC. */
const cells: Cell[] = Array.from({ length: 34 * 48 }, (_, index) => ({
  queue: "a",
  halfHour: firstHalfHour + index,
  totals: totalsOf({ answered: [index % 40] }),
}));

const zoneNamed = (name: string): Zone => {
  const zone = loadZone(name);
  if (zone === null) throw new Error("no such zone");
  return zone;
};

const query = { month: null, queue: null, figure: null, by: null, language: "sv" } as const;
const names = { traps: new Map(), exclusions: new Map() };
const asked = { zone: zoneNamed("UTC"), clock: "arrival" } as const;

describe("the page of one month", () => {
  it.each(["Europe/Stockholm", "Pacific/Kiritimati", "Pacific/Pago_Pago"])(
    "needs only the half hours that are stored for its days, in %s",
    (name) => {
      const zone = zoneNamed(name);
      const source = { importId: "i", format: "calls", zone: name, clock: "arrival", rows: 1, finishedUs: 0 };
      const months = monthsOfQueue(cells, "*", zone);
      const sums = new Map(months.map(({ month, totals }) => [month, totals]));
      const figures = figuresOfImport(months, [], { ...asked, zone });
      const month = shownMonth(sums, "2026-09");
      const { fromDay, toDay } = utcDaysOfMonth("2026-09");
      const stored = cells.filter(({ halfHour }) => {
        const day = dayOfHalfHour(halfHour);
        return day >= fromDay && day < toDay;
      });
      const pageOf = (some: readonly Cell[]) => {
        const shown = {
          queue: "*",
          sums,
          month,
          cells: some,
          parts: [],
          surges: { held: 0, surges: 0, highest: null },
        };
        return measurementPage(source, figures, ["a"], shown, names, query, zone);
      };
      const page = pageOf(stored);
      expect(page).toEqual(pageOf(cells));
      expect(page.month?.offered).toBe(30 * 48);
      expect(page.heatMap.flatMap(({ values }) => values)).toHaveLength(30 * 48);
      expect(page.heatMap.every(({ values }) => values.every((value) => value !== null))).toBe(true);
    },
  );

  it("is the last with records when another was asked for", () => {
    const sums = new Map([
      ["2026-08", 1],
      ["2026-10", 1],
    ]);
    expect(shownMonth(sums, "2026-08")).toBe("2026-08");
    expect(shownMonth(sums, "2020-01")).toBe("2026-10");
    expect(shownMonth(sums, null)).toBe("2026-10");
    expect(shownMonth(new Map(), null)).toBeNull();
  });
});

describe("what is stored of the months", () => {
  it("gives the months that its cells give when they are added up", () => {
    const zone = zoneNamed("Europe/Stockholm");
    const closed = new MonthSums(zone);
    // In any pieces: a month comes together again.
    for (const part of [cells.slice(700), cells.slice(0, 50), cells.slice(50, 700)]) closed.add("a", part);
    const stored = new Map(closed.stored().map(({ month, bytes }) => [month, decodeTotals(bytes)]));
    expect([...stored.keys()]).toEqual(["2026-08", "2026-09", "2026-10"]);
    expect(monthsFromSums("a", cells, stored, zone)).toEqual(monthsOfQueue(cells, "a", zone));
  });
});
