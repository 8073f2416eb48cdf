import { describe, expect, it } from "vitest";
import { dayOfHalfHour } from "#app/domain/measurement/blob.ts";
import type { Cell } from "#app/domain/measurement/cell.ts";
import {
  figuresOfImport,
  measurementPage,
  shownMonth,
  utcDaysOfMonth,
} from "#app/domain/measurement/measurement-page.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";
import { totalsOf } from "./totals.ts";

const firstHalfHour = Date.UTC(2026, 7, 30) / 1_800_000;
/** Invented: one call in every half hour from 30 August to 2 October 2026, UTC. */
const cells: Cell[] = Array.from({ length: 34 * 48 }, (_, index) => ({
  queue: "a",
  halfHour: firstHalfHour + index,
  totals: totalsOf({ answered: [index % 40] }),
}));

describe("the page of one month", () => {
  it.each(["Europe/Stockholm", "Pacific/Kiritimati", "Pacific/Pago_Pago"])(
    "needs only the half hours that are stored for its days, in %s",
    (name) => {
      const zone = loadZone(name);
      if (zone === null) throw new Error("no such zone");
      const source = { importId: "i", format: "calls", zone: name, clock: "arrival", rows: 1, finishedUs: 0 };
      const figures = figuresOfImport(cells, [], zone);
      const month = shownMonth(figures, "2026-09");
      const { fromDay, toDay } = utcDaysOfMonth("2026-09");
      const stored = cells.filter(({ halfHour }) => {
        const day = dayOfHalfHour(halfHour);
        return day >= fromDay && day < toDay;
      });
      const pageOf = (some: readonly Cell[]) =>
        measurementPage(source, figures, month, some, new Map(), "sv", zone);
      const page = pageOf(stored);
      expect(page).toEqual(pageOf(cells));
      expect(page.heatMap.flatMap(({ values }) => values)).toHaveLength(30 * 48);
      expect(page.heatMap.every(({ values }) => values.every((value) => value !== null))).toBe(true);
    },
  );

  it("is the last with records when another was asked for", () => {
    const zone = loadZone("UTC");
    if (zone === null) throw new Error("no such zone");
    const figures = figuresOfImport(cells, [], zone);
    expect(shownMonth(figures, "2026-08")?.month).toBe("2026-08");
    expect(shownMonth(figures, "2020-01")?.month).toBe("2026-10");
    expect(shownMonth(figures, null)?.month).toBe("2026-10");
    expect(shownMonth(figuresOfImport([], [], zone), null)).toBeNull();
  });
});
