import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatBytes,
  formatDateTime,
  formatDistance,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatWeekday,
} from "#app/components/format.ts";

const plain = (text: string) => text.replace(/\s/g, " ");
const digits = fc.stringMatching(/^[1-9]\d{0,30}$/);
const decimals = fc.stringMatching(/^\d{1,18}$/);

describe("numbers", () => {
  it("writes comma and space in Swedish, point and comma in English", () => {
    expect(plain(formatNumber("1234567.5", "sv"))).toBe("1 234 567,5");
    expect(formatNumber("1234567.5", "en")).toBe("1,234,567.5");
  });

  it("keeps every digit of a number too long for floating point", () => {
    fc.assert(
      fc.property(digits, decimals, (whole, rest) => {
        const written = formatNumber(`${whole}.${rest}`, "sv").replace(/\s/g, "").replace(",", ".");
        expect(written).toBe(`${whole}.${rest}`);
      }),
    );
  });

  it("writes a minus, not a hyphen, and no sign on zero", () => {
    expect(formatNumber("-5", "sv")).toBe("\u22125");
    expect(formatNumber("-5", "en")).toBe("\u22125");
    expect(formatNumber("-0.04", "sv", { maxDecimals: 1 })).toBe("0");
  });

  it("rounds a half away from zero", () => {
    expect(formatNumber("0.25", "en", { maxDecimals: 1 })).toBe("0.3");
    expect(formatNumber("-0.25", "en", { maxDecimals: 1 })).toBe("\u22120.3");
    expect(formatNumber("1.005", "en", { maxDecimals: 2 })).toBe("1.01");
  });

  it("keeps trailing zeros that were given, and drops those that rounding makes", () => {
    expect(formatNumber("12.50", "sv")).toBe("12,50");
    expect(formatNumber("12.50", "sv", { maxDecimals: 1 })).toBe("12,5");
    expect(formatNumber("12", "sv", { minDecimals: 2 })).toBe("12,00");
  });

  it("gives back what is no decimal number", () => {
    for (const text of ["", "1/3", "1e5", "ja", ".5"]) expect(formatNumber(text, "sv")).toBe(text);
  });

  it("puts the per cent sign where the language wants it", () => {
    expect(formatPercent("99.5", "sv")).toBe("99,5\u00a0%");
    expect(formatPercent("99.5", "en")).toBe("99.5%");
    expect(formatQuantity("20", "s", "en")).toBe("20\u00a0s");
  });
});

describe("money", () => {
  it("shows öre only where there are any", () => {
    expect(plain(formatMoney("1234.00", "sv"))).toBe("1 234 kr");
    expect(plain(formatMoney("1234.5", "sv"))).toBe("1 234,50 kr");
    expect(plain(formatMoney("1234.5", "en"))).toBe("SEK 1,234.50");
  });
});

describe("times", () => {
  const noon = Date.UTC(2027, 2, 12, 11, 0) * 1000;

  it("are written in the zone that is named", () => {
    expect(plain(formatDateTime(noon, "sv", "Europe/Stockholm"))).toBe("12 mars 2027 kl. 12.00");
    expect(plain(formatDateTime(noon, "en", "Europe/Stockholm"))).toBe("12 March 2027 at 12:00");
    expect(plain(formatDateTime(noon, "en", "UTC"))).toBe("12 March 2027 at 11:00");
  });

  it("name months, and days by their weekday", () => {
    expect([formatMonth("2026-09", "sv"), formatMonth("2026-09", "en")]).toEqual([
      "september 2026",
      "September 2026",
    ]);
    expect([formatWeekday("2026-09-01", "sv"), formatWeekday("2026-09-01", "en")]).toEqual([
      "tis 1",
      "Tue 1",
    ]);
  });

  it("midnight is 00, not 24", () => {
    expect(plain(formatDateTime(Date.UTC(2027, 0, 1) * 1000, "sv", "UTC"))).toBe("1 januari 2027 kl. 00.00");
  });

  it("say how far away in the largest whole unit", () => {
    const day = 86_400_000_000;
    expect(formatDistance(3 * day + 5, 0, "sv")).toBe("om 3 dagar");
    expect(formatDistance(0, 2 * 3_600_000_000, "en")).toBe("2 hours ago");
    expect(formatDistance(1, 0, "sv")).toBe("om 1 minut");
  });
});

describe("sizes of files", () => {
  it("are never rounded up to the next size", () => {
    expect(plain(formatBytes(999, "sv"))).toBe("999 B");
    expect(plain(formatBytes(1000, "sv"))).toBe("1 kB");
    expect(plain(formatBytes(1_250_000, "sv"))).toBe("1,2 MB");
    expect(plain(formatBytes(999_999, "en"))).toBe("999.9 kB");
  });
});
