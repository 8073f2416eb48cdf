import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstant } from "#app/domain/availability/instant.ts";

describe("an instant", () => {
  it.each([
    ["2025-03-30T14:05:09+02:00", "2025-03-30T12:05:09Z", 0],
    ["2025-03-30 14:05:09,25Z", "2025-03-30T14:05:09Z", 250_000],
    ["2025-03-30T14:05:09.000001-0330", "2025-03-30T17:35:09Z", 1],
    ["1990-01-01T00:00:00+01", "1989-12-31T23:00:00Z", 0],
  ])("%s is %s and %i µs", (text, utc, micros) => {
    expect(parseInstant(text)).toBe(Date.parse(utc) * 1000 + micros);
  });

  it.each([
    "2025-03-30T14:05:09",
    "2025-03-30T14:05+02:00",
    "2025-02-29T00:00:00Z",
    "2025-03-30T24:00:00Z",
    "2025-03-30T23:59:60Z",
    "2025-13-01T00:00:00Z",
    "1989-12-31T23:59:59Z",
    "2100-01-01T00:00:00Z",
    "2025-03-30T14:05:09+24:00",
    "2025-03-30T14:05:09+01:60",
    "2025-03-30T14:05:09.1234567Z",
    " 2025-03-30T14:05:09Z",
    "2025-03-30",
    "",
  ])("%j is none", (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it("is read back from its ISO form, whatever the offset it is written with", () => {
    const instants = fc.date({
      min: new Date("1990-01-02T00:00:00Z"),
      max: new Date("2099-12-30T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: -14, max: 14 }), (date, offset) => {
        const local = new Date(date.getTime() + offset * 3_600_000).toISOString().slice(0, -1);
        const sign = offset < 0 ? "-" : "+";
        const text = `${local}${sign}${String(Math.abs(offset)).padStart(2, "0")}:00`;
        expect(parseInstant(text)).toBe(date.getTime() * 1000);
      }),
    );
  });
});
