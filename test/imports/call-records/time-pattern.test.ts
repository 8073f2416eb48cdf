import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonPatterns, epochPattern, timeReading } from "#app/imports/call-records/time-pattern.ts";

const read = (pattern: string, text: string): string | null | undefined => timeReading(pattern)?.(text);

describe("a pattern of times", () => {
  it("says which number is the day, the month and the half of the day", () => {
    expect(read("DD.MM.YYYY HH:mm:ss", "04.05.2025 07:08:09")).toBe("2025-05-04T07:08:09");
    expect(read("MM/DD/YYYY HH:mm:ss", "04/05/2025 07:08:09")).toBe("2025-04-05T07:08:09");
    expect(read("M/D/YYYY h:mm:ss A", "4/5/2025 12:08:09 AM")).toBe("2025-04-05T00:08:09");
    expect(read("M/D/YYYY h:mm:ss A", "4/5/2025 12:08:09 p.m.")).toBe("2025-04-05T12:08:09");
    expect(read("YYYYMMDDHHmmss", "20250405070809")).toBe("2025-04-05T07:08:09");
    expect(read("YY-MM-DD HH:mm:ss", "99-04-05 07:08:09")).toBe("1999-04-05T07:08:09");
  });

  it("keeps decimals of seconds, and an offset where it names one", () => {
    expect(read("YYYY-MM-DD HH:mm:ss", "2025-04-05 07:08:09,25")).toBe("2025-04-05T07:08:09.25");
    expect(read("YYYY-MM-DDTHH:mm:ssZ", "2025-04-05T07:08:09+02:00")).toBe("2025-04-05T07:08:09+02:00");
    expect(read("YYYY-MM-DD HH:mm:ss", "2025-04-05 07:08:09Z")).toBeNull();
  });

  it("is not followed by anything that is written otherwise", () => {
    for (const text of [
      "2025-04-05T07:08:09",
      "5.4.2025 07:08:09",
      "04.05.25 07:08:09",
      "04.05.2025 07:08",
      "",
    ]) {
      expect(read("DD.MM.YYYY HH:mm:ss", text)).toBeNull();
    }
    expect(read("M/D/YYYY h:mm:ss A", "4/5/2025 13:08:09 PM")).toBeNull();
  });

  it("is none without seconds, without a part of the date, with a part twice or an unknown letter", () => {
    const bad = [
      "",
      "DD.MM.YYYY HH:mm",
      "DD.MM HH:mm:ss",
      "YYYY-MM-DD hh:mm:ss",
      "YYYY-MM-DD HH:mm:ss YYYY",
      "Q",
    ];
    for (const pattern of bad) expect(timeReading(pattern), pattern).toBeNull();
  });

  it("reads back every instant that the common patterns can write", () => {
    const dates = fc.date({ min: new Date("1990-01-01"), max: new Date("2089-12-31"), noInvalidDate: true });
    for (const pattern of commonPatterns.filter((each) => each !== epochPattern)) {
      fc.assert(
        fc.property(dates, (date) => {
          const iso = date.toISOString().slice(0, 19);
          expect(read(pattern, written(pattern, iso))).toBe(iso);
        }),
        { numRuns: 50 },
      );
    }
  });
});

/** An instant in a pattern, letter group by letter group. */
function written(pattern: string, iso: string): string {
  const [year = "", month = "", day = "", hour = "", mm = "", ss = ""] = iso.split(/[-T:]/);
  const half = Number(hour) % 12 || 12;
  const words: Record<string, string> = {
    YYYY: year,
    YY: year.slice(2),
    MM: month,
    M: String(Number(month)),
    DD: day,
    D: String(Number(day)),
    HH: hour,
    h: String(half),
    mm,
    ss,
    A: Number(hour) < 12 ? "AM" : "PM",
  };
  return pattern.replace(/YYYY|YY|MM?|DD?|HH|h|mm|ss|A/g, (token) => words[token] ?? token);
}
