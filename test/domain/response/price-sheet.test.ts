import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readUnitPrice } from "#app/domain/response/check-price.ts";
import { priceSheet } from "#app/domain/response/price-sheet.ts";
import { exampleTender } from "../../services/response/example-tender.ts";

const words = { sv: "x", en: "x" };
const sheetOf = (rows: ReadonlyArray<readonly [volume: string, price: string]>) =>
  priceSheet(
    {
      ceilingPriceSek: null,
      priceItems: rows.map(([volume], index) => ({ id: `p${index}`, name: words, unit: words, volume })),
    },
    Object.fromEntries(rows.map(([, price], index) => [`p${index}`, price])),
  );

describe("the price sheet", () => {
  it("sums exactly what floating point does not", () => {
    expect(sheetOf([["3", "0.1"]]).total).toBe("0.30");
    expect(
      sheetOf([
        ["0.1", "1"],
        ["0.2", "1"],
      ]).total,
    ).toBe("0.30");
    expect(sheetOf([["9007199254740993", "1.01"]]).total).toBe("9097271247288402.93");
  });

  it("rounds only what is shown: the total is rounded once and not by row", () => {
    const { rows, total } = sheetOf([
      ["1", "0.004"],
      ["1", "0.004"],
    ]);
    expect(rows.map(({ sum }) => sum)).toEqual(["0.00", "0.00"]);
    expect(total).toBe("0.01");
  });

  it("has no total while a price is missing, and none without rows", () => {
    expect(priceSheet(exampleTender, { calls: "1" })).toMatchObject({ total: null, missing: ["start"] });
    expect(sheetOf([]).total).toBeNull();
  });

  it("does not depend on the order of the rows", () => {
    const row = fc
      .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 999_999 }))
      .map(([volume, price]) => [String(volume), (price / 1000).toFixed(3)] as const);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        expect(sheetOf(rows.toReversed()).total).toBe(sheetOf(rows).total);
      }),
    );
  });
});

describe("a unit price", () => {
  const codes = (entered: string, forbidNegativePrices = true) => {
    const result = readUnitPrice({ forbidNegativePrices }, "calls", entered);
    return result.ok ? result.value : result.faults.map(({ code }) => code);
  };

  it("is read with comma or point and four decimals at most", () => {
    expect(codes("12,3456")).toBe("12.3456");
    expect(codes("1 250.00")).toBe("1250");
    expect(codes("0,00001")).toEqual(["price_too_many_decimals"]);
    expect(codes("tolv")).toEqual(["price_not_a_number"]);
    expect(codes(" ")).toBeNull();
  });

  it("may be negative only where the tender allows it", () => {
    expect(codes("-1")).toEqual(["price_negative"]);
    expect(codes("-1", false)).toBe("-1");
  });
});
