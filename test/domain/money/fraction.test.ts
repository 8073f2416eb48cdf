import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { round, toDecimal, toFixedDecimal, toSignificant } from "#app/domain/money/decimal.ts";
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  parseDecimal,
  parseExact,
  subtract,
  sum,
  toExact,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => fraction(n, d));
const decimal = (text: string): Fraction => parseDecimal(text) ?? fraction(-1n, 97n);

describe("parsing", () => {
  it("reads a decimal string exactly", () => {
    expect(toExact(decimal("1249999.99"))).toBe("124999999/100");
    expect(toExact(decimal("-0.50"))).toBe("-1/2");
  });

  it.each([
    "",
    "1,5",
    "1 000",
    "1e3",
    ".5",
    "5.",
    "+1",
    "NaN",
    "Infinity",
    "0x1",
    "1/2",
    " 1",
    "１",
    "0.(3)",
  ])("refuses %j", (text) => expect(parseDecimal(text)).toBeNull());

  it("reads n/d only where a fraction is allowed, and no zero denominator", () => {
    expect(toExact(parseExact("2/6") ?? decimal("9"))).toBe("1/3");
    expect(parseExact("1/0")).toBeNull();
  });
});

describe("arithmetic", () => {
  it("undoes addition and multiplication exactly", () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    );
  });

  it("gives the same sum in any order", () => {
    fc.assert(
      fc.property(fc.array(fractions, { maxLength: 8 }), (values) => {
        expect(sum([...values].reverse())).toEqual(sum(values));
        expect(sum(values)).toEqual(values.reduce(add, fraction(0n)));
      }),
    );
  });

  it("compares as the difference does", () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const { n } = subtract(a, b);
        expect(compare(a, b)).toBe(n < 0n ? -1 : n > 0n ? 1 : 0);
      }),
    );
  });
});

describe("rounding", () => {
  it.each([
    ["2.5", "3", "2"],
    ["3.5", "4", "4"],
    ["-2.5", "-3", "-2"],
    ["-0.4", "0", "0"],
    ["2.51", "3", "3"],
    ["-2.49", "-2", "-2"],
  ])("%s is %s half up and %s half even", (value, up, even) => {
    expect(toDecimal(decimal(value), 0, halfUp)).toBe(up);
    expect(toDecimal(decimal(value), 0, halfEven)).toBe(even);
  });

  it("writes 1.005 as 1.01, which binary floating point cannot", () => {
    expect(toFixedDecimal(decimal("1.005"), 2, halfUp)).toBe("1.01");
  });

  it("drops trailing zeros, keeps zeros of whole numbers", () => {
    expect(toDecimal(decimal("100.500"), 20, halfEven)).toBe("100.5");
    expect(toDecimal(decimal("100"), 20, halfEven)).toBe("100");
    expect(toDecimal(decimal("100"), 0, halfEven)).toBe("100");
  });

  it("writes significant digits at any magnitude", () => {
    expect(toSignificant(decimal("0.000123456"), 3, halfEven)).toBe("0.000123");
    expect(toSignificant(decimal("123456"), 3, halfEven)).toBe("123000");
    expect(toSignificant(decimal("9.9996"), 4, halfEven)).toBe("10");
    expect(toSignificant(fraction(2n, 3n), 5, halfEven)).toBe("0.66667");
  });

  it("is never further than half a unit off", () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: 0, max: 6 }), (value, places) => {
        const half = fraction(1n, 2n * 10n ** BigInt(places));
        for (const rounding of [halfUp, halfEven]) {
          const { n, d } = subtract(round(value, places, rounding), value);
          expect(compare({ n: n < 0n ? -n : n, d }, half)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
