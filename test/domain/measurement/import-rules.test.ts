import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inForce, overlaps } from "#app/domain/measurement/import-rules.ts";
import { loadZone } from "#app/domain/measurement/zone.ts";

const zone = loadZone("Europe/Stockholm");
if (zone === null) throw new Error("no zone");

/** A half hour of a queue at a local time in winter (UTC+1). */
const at = (queue: string, local: string) => ({
  queue,
  halfHour: Math.floor(Date.parse(`${local}+01:00`) / 1_800_000),
});

describe("calls that would count twice", () => {
  it("are those of the same queue on the same local date", () => {
    const stored = [at("Växel", "2025-01-31T23:30"), at("Natt", "2025-02-03T02:00")];
    expect(overlaps(stored, [at("Växel", "2025-01-31T00:00")], zone)).toEqual([
      { queue: "Växel", from: "2025-01-31", to: "2025-01-31", days: 1 },
    ]);
  });

  it("are not those of the next local date, though it is the same day in UTC, nor those of another queue", () => {
    const stored = [at("Växel", "2025-01-31T23:30")];
    expect(overlaps(stored, [at("Växel", "2025-02-01T00:00")], zone)).toEqual([]);
    expect(overlaps(stored, [at("Natt", "2025-01-31T23:30")], zone)).toEqual([]);
  });

  it("are told per queue, by code point, from the first date to the last", () => {
    const days = ["2025-01-03T12:00", "2025-01-05T12:00", "2025-01-09T12:00"];
    const both = days.flatMap((day) => [at("b", day), at("a", day)]);
    expect(overlaps(both, [...both.slice(2), at("a", "2025-01-20T12:00")], zone)).toEqual([
      { queue: "a", from: "2025-01-05", to: "2025-01-09", days: 2 },
      { queue: "b", from: "2025-01-05", to: "2025-01-09", days: 2 },
    ]);
  });

  it("are the same whichever of the two came first", () => {
    const cells = fc.array(
      fc.record({ queue: fc.constantFrom("a", "b"), halfHour: fc.integer({ min: 960_000, max: 960_300 }) }),
    );
    fc.assert(
      fc.property(cells, cells, (one, other) => {
        expect(overlaps(one, other, zone)).toEqual(overlaps(other, one, zone));
      }),
    );
  });
});

describe("the imports that count", () => {
  const imports = [
    { id: "a", replaces: [] },
    { id: "b", replaces: ["a"] },
    { id: "c", replaces: ["b"] },
    { id: "d", replaces: [] },
  ];
  const counting = (ids: string): string =>
    inForce(
      imports,
      ({ id }) => ids.includes(id),
      ({ replaces }) => replaces,
    )
      .map(({ id }) => id)
      .join("");

  it("are all that nothing took the place of", () => {
    expect(counting("abcd")).toBe("cd");
    expect(counting("abd")).toBe("bd");
    expect(counting("ad")).toBe("ad");
  });

  it("are not those that were replaced through one that no longer counts", () => {
    expect(counting("ac")).toBe("c");
  });
});
