import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  dayOfIsoDate,
  instantsOfLocal,
  isoLocal,
  loadZone,
  localSlot,
  offsetAt,
  startOfLocalDay,
  weekdayOf,
  type Zone,
} from "#app/domain/measurement/zone.ts";

const zoneNamed = (name: string): Zone => {
  const zone = loadZone(name);
  if (zone === null) throw new Error(name);
  return zone;
};
const stockholm = zoneNamed("Europe/Stockholm");
const seconds = (text: string): number => Date.parse(text) / 1000;
const halfHours = (zone: Zone, date: string): number => {
  const day = dayOfIsoDate(date) ?? 0;
  return (startOfLocalDay(zone, day + 1) - startOfLocalDay(zone, day)) / 1800;
};

describe("a time zone", () => {
  it("is refused when it has no whole or half hours, or does not exist", () => {
    expect(loadZone("Asia/Kathmandu")).toBeNull();
    expect(loadZone("Europe/Nowhere")).toBeNull();
    expect(loadZone("Asia/Kolkata")?.firstOffset).toBe(19_800);
  });

  it("has 46, 48 or 50 half hours a day", () => {
    expect(halfHours(stockholm, "2025-03-30")).toBe(46);
    expect(halfHours(stockholm, "2025-06-10")).toBe(48);
    expect(halfHours(stockholm, "2025-10-26")).toBe(50);
    expect(halfHours(zoneNamed("Australia/Lord_Howe"), "2025-04-06")).toBe(49);
  });

  it("gives no instant for a skipped time and two for a doubled one", () => {
    expect(instantsOfLocal(stockholm, seconds("2025-03-30T02:30:00Z"))).toEqual([]);
    expect(instantsOfLocal(stockholm, seconds("2025-10-26T02:30:00Z"))).toEqual([
      seconds("2025-10-26T00:30:00Z"),
      seconds("2025-10-26T01:30:00Z"),
    ]);
  });

  it("labels the two hours of an autumn night apart, in the same slot of the clock", () => {
    const [first = 0, second = 0] = instantsOfLocal(stockholm, seconds("2025-10-26T02:30:00Z"));
    expect(isoLocal(stockholm, first)).toBe("2025-10-26T02:30:00+02:00");
    expect(isoLocal(stockholm, second)).toBe("2025-10-26T02:30:00+01:00");
    expect(localSlot(stockholm, first)).toBe(5);
    expect(localSlot(stockholm, second)).toBe(5);
  });

  it("begins a day at its first instant where midnight is skipped", () => {
    const beirut = zoneNamed("Asia/Beirut");
    const day = dayOfIsoDate("2025-03-30") ?? 0;
    expect(isoLocal(beirut, startOfLocalDay(beirut, day))).toBe("2025-03-30T01:00:00+03:00");
  });

  it("has the offsets of the time zone database at every change", () => {
    for (const name of ["Europe/Stockholm", "America/St_Johns", "Pacific/Apia", "Africa/Casablanca"]) {
      const zone = zoneNamed(name);
      for (const { at } of zone.changes) {
        for (const instant of [at - 1, at, at + 86_400]) {
          const known = Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(name);
          expect(offsetAt(zone, instant), `${name} ${instant}`).toBe(known.offsetNanoseconds / 1e9);
        }
      }
    }
  });

  it("counts weekdays from Monday", () => {
    expect(weekdayOf(dayOfIsoDate("2025-06-09") ?? 0)).toBe(1);
    expect(weekdayOf(dayOfIsoDate("2025-06-15") ?? 0)).toBe(7);
  });

  it("reads dates that exist", () => {
    expect(dayOfIsoDate("2025-02-29")).toBeNull();
    expect(dayOfIsoDate("2025-2-9")).toBeNull();
    expect(dayOfIsoDate("1970-01-02")).toBe(1);
  });
});

it("a zone is looked up once, however many cases of a file name it", () => {
  expect(loadZone("Europe/Stockholm")).toBe(loadZone("Europe/Stockholm"));
  expect(loadZone("Europe/Stockholm")).not.toEqual(loadZone("Europe/Helsinki"));
});
