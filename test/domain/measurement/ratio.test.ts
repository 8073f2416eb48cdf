import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareRatios,
  exactDecimal,
  ratio,
  ratioOfDecimal,
  roundHalfUp,
  significantDecimal,
  sumRatios,
} from "#app/domain/measurement/ratio.ts";

const printed = (n: bigint, d: bigint): string => significantDecimal({ n, d });

describe("values in documents", () => {
  it("have twelve significant digits, no trailing zeros and no exponent", () => {
    expect(printed(30n, 1n)).toBe("30");
    expect(printed(100n, 3n)).toBe("33.3333333333");
    expect(printed(2n, 3n)).toBe("0.666666666667");
    expect(printed(1n, 3000n)).toBe("0.000333333333333");
    expect(printed(123_456_789_012_345n, 1n)).toBe("123456789012000");
    expect(printed(0n, 7n)).toBe("0");
  });

  it("round a tie to the even digit", () => {
    expect(printed(1_000_000_000_005n, 10_000_000_000_000n)).toBe("0.1");
    expect(printed(1_000_000_000_015n, 10_000_000_000_000n)).toBe("0.100000000002");
  });

  it("carry over into a new digit", () => {
    expect(printed(9_999_999_999_999n, 10_000_000_000_000n)).toBe("1");
    expect(printed(999_999_999_999_9n, 10n)).toBe("1000000000000");
  });

  it("are within half a unit of the twelfth digit", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 15n), fc.bigInt(1n, 10n ** 9n), (n, d) => {
        expect(Math.abs(Number(printed(n, d)) / (Number(n) / Number(d)) - 1)).toBeLessThan(5.1e-12);
      }),
    );
  });

  it("print sums of microseconds exactly, also beyond 2^53", () => {
    expect(exactDecimal(12_380_090_000, 1_000_000)).toBe("12380.09");
    expect(exactDecimal(9_007_199_254_740_993n, 1_000_000)).toBe("9007199254.740993");
  });
});

describe("fractions", () => {
  it("read plain decimals only", () => {
    expect(ratioOfDecimal("99.90")).toEqual({ n: 9990n, d: 100n });
    for (const text of ["", "-1", "1e3", "1.", ".5", "1,5", " 1"]) expect(ratioOfDecimal(text)).toBeNull();
  });

  it("round half up where people do", () => {
    expect(roundHalfUp({ n: 8995n, d: 100n }, 1).text).toBe("90.0");
    expect(roundHalfUp({ n: 89_949n, d: 1000n }, 1).text).toBe("89.9");
  });

  it("add up exactly, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 900 }))), (pairs) => {
        const ratios = pairs.map(([n, d]) => ratio(n, d));
        const oneByOne = ratios.reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }), ratio(0, 1));
        expect(compareRatios(sumRatios(ratios), oneByOne)).toBe(0);
        expect(compareRatios(sumRatios(ratios.toReversed()), oneByOne)).toBe(0);
      }),
    );
  });
});
