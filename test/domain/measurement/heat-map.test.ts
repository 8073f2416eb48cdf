import { describe, expect, it } from "vitest";
import { heatMap } from "#app/domain/measurement/heat-map.ts";
import { dayOfIsoDate, loadZone } from "#app/domain/measurement/zone.ts";
import { totalsOf } from "./totals.ts";

const of = { variant: "offered", limits: { thresholdS: 20, shortAbandonS: 5 } } as const;
const cell = (start: string, answered: number[]) => ({
  queue: "*",
  halfHour: Date.parse(start) / 1_800_000,
  totals: totalsOf({ answered }),
});

function valuesOf(date: string, cells: Parameters<typeof heatMap>[0]) {
  const zone = loadZone("Europe/Stockholm");
  const day = dayOfIsoDate(date);
  if (zone === null || day === null) throw new Error();
  const [map] = heatMap(cells, of, { fromDay: day, toDay: day + 1 }, zone);
  return map?.values ?? [];
}

describe("the heat map", () => {
  it("has the 48 half hours of the clock, and no value where no call came", () => {
    const values = valuesOf("2025-06-10", [cell("2025-06-10T10:00:00+02:00", [10, 30, 30])]);
    expect(values).toHaveLength(48);
    expect(values[20]).toBe("33.3333");
    expect(values.filter((value) => value !== null)).toHaveLength(1);
  });

  it("adds the two hours that an autumn night has by the same name, and has none for the one that spring skips", () => {
    const autumn = valuesOf("2025-10-26", [
      cell("2025-10-26T02:30:00+02:00", [10]),
      cell("2025-10-26T02:30:00+01:00", [10, 10, 30]),
      cell("2025-10-26T23:30:00+01:00", [30]),
    ]);
    expect(autumn).toHaveLength(48);
    expect([autumn[5], autumn[47]]).toEqual(["75", "0"]);
    const spring = valuesOf("2025-03-30", [cell("2025-03-30T03:00:00+02:00", [10])]);
    expect([spring[4], spring[5], spring[6]]).toEqual([null, null, "100"]);
  });

  it("never rounds up to a target that is missed", () => {
    const calls = [...new Array(899_999).fill(10), ...new Array(100_001).fill(30)];
    const values = valuesOf("2025-06-10", [cell("2025-06-10T00:00:00+02:00", calls)]);
    expect(values[0]).toBe("89.9999");
  });
});
