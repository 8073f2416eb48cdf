import { describe, expect, it } from "vitest";
import { heatMap } from "#app/domain/measurement/heat-map.ts";
import { dayOfIsoDate, loadZone } from "#app/domain/measurement/zone.ts";
import { totalsOf } from "./totals.ts";

const zone = loadZone("Europe/Stockholm");
const of = { queue: "*", variant: "offered", limits: { thresholdS: 20, shortAbandonS: 5 } } as const;
const halfHourOf = (start: string): number => Date.parse(start) / 1_800_000;
const cell = (start: string, queue: string, answered: number[]) => ({
  queue,
  halfHour: halfHourOf(start),
  totals: totalsOf({ answered }),
});

describe("the heat map", () => {
  it("has every half hour of the day, 50 when the clock is put back, and no value where no call came", () => {
    if (zone === null) throw new Error();
    const day = dayOfIsoDate("2025-10-26") ?? 0;
    const cells = [
      cell("2025-10-26T00:30:00Z", "a", [10, 30]),
      cell("2025-10-26T01:30:00Z", "a", [10]),
      cell("2025-10-26T01:30:00Z", "b", [30, 30]),
    ];
    const [map] = heatMap(cells, of, { fromDay: day, toDay: day + 1 }, zone);
    expect(map?.halfHours).toHaveLength(50);
    expect(map?.halfHours.filter(({ value }) => value !== null)).toEqual([
      { halfHour: halfHourOf("2025-10-26T02:30:00+02:00"), numerator: 1, denominator: 2, value: "50" },
      {
        halfHour: halfHourOf("2025-10-26T02:30:00+01:00"),
        numerator: 1,
        denominator: 3,
        value: "33.3333333333",
      },
    ]);
  });

  it("shows one queue when asked to", () => {
    if (zone === null) throw new Error();
    const day = dayOfIsoDate("2025-06-10") ?? 0;
    const cells = [cell("2025-06-10T08:00:00Z", "a", [10]), cell("2025-06-10T08:00:00Z", "b", [30])];
    const [map] = heatMap(cells, { ...of, queue: "b" }, { fromDay: day, toDay: day + 1 }, zone);
    expect(map?.halfHours).toHaveLength(48);
    expect(map?.halfHours[20]).toEqual({
      halfHour: halfHourOf("2025-06-10T10:00:00+02:00"),
      numerator: 0,
      denominator: 1,
      value: "0",
    });
  });
});
