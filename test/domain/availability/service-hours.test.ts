import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { microsPerSecond, totalLength } from "#app/domain/availability/interval.ts";
import { openTime, parseServiceHours } from "#app/domain/availability/service-hours.ts";
import { loadZone, offsetAt, startOfLocalDay, weekdayOf, type Zone } from "#app/domain/measurement/zone.ts";

const zoneNamed = (name: string): Zone => {
  const zone = loadZone(name);
  if (zone === null) throw new Error(name);
  return zone;
};
const stockholm = zoneNamed("Europe/Stockholm");
const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const midnight = (zone: Zone, days: number): number => startOfLocalDay(zone, days) * microsPerSecond;

/** Hours open from one local date to another, the last not included. */
function hoursOpen(text: string, from: string, to: string, zone = stockholm): number {
  const hours = parseServiceHours(text);
  if (hours === null) throw new Error(text);
  const period = { from: midnight(zone, day(from)), to: midnight(zone, day(to)) };
  return Number(totalLength(openTime(hours, period, zone))) / 3_600_000_000;
}

describe("service hours", () => {
  it.each([
    ["Mon-Fri 07:00-18:00", 55],
    ["Mon-Fri 07:00-18:00 (public holidays not removed)", 55],
    ["Mon-Fri 07:00-18:00, Sat 09:00-14:00", 60],
    ["Mon-Fri 08:00-12:00, 13:00-17:00; Sun 10:00-12:00", 42],
    ["mon, wed, fri 8:00 – 12:00", 12],
    ["Mån–fre 07.00–18.00, lör 09.00–14.00 (ej helgdagar)", 60],
    ["ma\u030An 7.00-8.00", 1],
    ["Mon-Sun 00:00-24:00", 168],
    ["Mon-Tue 07:00-10:00, Mon 09:00-12:00", 8],
    ["Fri-Mon 22:00-06:00", 32],
    ["Sun 22:00-06:00", 8],
    ["Sat-Sat 09:00-10:00", 1],
    ["Mon-Fri 7-18", 55],
    ["Monday – Friday 07:00–18:00; Saturday 09:00–14:00", 60],
    ["måndag-fredag 07.00-18.00", 55],
    ["weekdays 07:00-18:00", 55],
    ["vardagar 07-18, lör 10-14", 59],
    ["daily 08:00-20:00", 84],
    ["24x7", 168],
    ["24/7 (all year)", 168],
    ["dygnet runt", 168],
  ])("%s are %i hours of a week without a change of the clock", (text, hours) => {
    expect(hoursOpen(text, "2025-06-02", "2025-06-09")).toBe(hours);
  });

  it.each([
    "",
    "Mon-Fri",
    "07:00-18:00",
    "Mon-Fri 07:00-18:00, Sat",
    "Mon-Fri 07:00-25:00",
    "Mon-Fri 07:60-18:00",
    "Mon-Fri 24:00-06:00",
    "Mon-Fri 09:00-09:00",
    "Mon-Fri 7-",
    "Mond-Fri 07:00-18:00",
    "dailyish 07:00-18:00",
    "Mon-Fri 24/7",
    "Mon-Fri-Sat 07:00-18:00",
    "workdays 07:00-18:00",
    "Mon-Fri 07:00-18:00 (closed",
  ])("are not understood: %j", (text) => {
    expect(parseServiceHours(text)).toBeNull();
  });

  it("follow the clock on the wall: 23 hours on the last Sunday of March, 25 on that of October", () => {
    expect(hoursOpen("Mon-Sun 00:00-24:00", "2025-03-30", "2025-03-31")).toBe(23);
    expect(hoursOpen("Mon-Sun 00:00-24:00", "2025-10-26", "2025-10-27")).toBe(25);
    expect(hoursOpen("Sun 01:00-04:00", "2025-03-30", "2025-03-31")).toBe(2);
    expect(hoursOpen("Sun 01:00-04:00", "2025-10-26", "2025-10-27")).toBe(4);
    expect(hoursOpen("Mon-Sun 07:00-18:00", "2025-03-01", "2025-04-01")).toBe(31 * 11);
  });

  it("count an hour that occurs twice both times, and a skipped one not at all", () => {
    expect(hoursOpen("Sun 02:00-03:00", "2025-10-26", "2025-10-27")).toBe(2);
    expect(hoursOpen("Sun 02:00-03:00", "2025-03-30", "2025-03-31")).toBe(0);
  });

  it("are the same as asking the clock every quarter of an hour, in any zone and week", () => {
    const zones = ["Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"].map(
      zoneNamed,
    );
    const quarter = fc.nat(95);
    const clock = (quarters: number) =>
      `${String(Math.floor(quarters / 4)).padStart(2, "0")}:${String((quarters % 4) * 15).padStart(2, "0")}`;
    const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: day("2011-12-01"), max: day("2026-12-31") }),
        fc.nat(6),
        fc.tuple(quarter, quarter).filter(([from, to]) => from !== to),
        (zone, first, weekday, [from, to]) => {
          const hours = parseServiceHours(`${names[weekday]} ${clock(from)}-${clock(to)}`);
          const period = { from: midnight(zone, first), to: midnight(zone, first + 10) };
          let open = 0;
          for (let second = period.from / 1e6; second < period.to / 1e6; second += 900) {
            const local = second + offsetAt(zone, second);
            const date = Math.floor(local / 86_400);
            const time = (local - date * 86_400) / 900;
            const today = weekdayOf(date) === weekday + 1;
            const yesterday = weekdayOf(date - 1) === weekday + 1;
            if (
              from < to
                ? today && time >= from && time < to
                : (today && time >= from) || (yesterday && time < to)
            )
              open += 900;
          }
          expect(hours && totalLength(openTime(hours, period, zone))).toBe(BigInt(open) * 1_000_000n);
        },
      ),
    );
  });
});
