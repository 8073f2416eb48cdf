import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareLowerTail, compareUpperTail } from "#app/domain/measurement/binomial.ts";
import { compareRatios, type Ratio } from "#app/domain/measurement/ratio.ts";

const alpha: Ratio = { n: 1n, d: 20n };

/** The whole tail as one exact fraction, term by term. */
function upperTail(x: number, n: number, { n: hit, d }: Ratio): Ratio {
  let sum = 0n;
  let choose = 1n;
  for (let k = 0; k <= n; k++) {
    if (k >= x) sum += choose * hit ** BigInt(k) * (d - hit) ** BigInt(n - k);
    choose = (choose * BigInt(n - k)) / BigInt(k + 1);
  }
  return { n: sum, d: d ** BigInt(n) };
}

describe("exact binomial tails", () => {
  it("verify 99.9 % by 2,995 calls without failure, and not by 2,994 (0.999^n <= 0.05)", () => {
    const target = { n: 999n, d: 1000n };
    expect(compareUpperTail(2995, 2995, target, alpha)).toBe(-1);
    expect(compareUpperTail(2994, 2994, target, alpha)).toBe(1);
  });

  it("refute 99.9 % by 3 failures in 500, and not by 2", () => {
    const target = { n: 999n, d: 1000n };
    expect(compareLowerTail(497, 500, target, alpha)).toBe(-1);
    expect(compareLowerTail(498, 500, target, alpha)).toBe(1);
  });

  it("agree with the whole sum of exact terms", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(100), fc.integer({ min: 1, max: 99 }), (n, x, p, limit) => {
        const chance = { n: BigInt(p), d: 100n };
        const against = { n: BigInt(limit), d: 100n };
        const exact = compareRatios(upperTail(x, n, chance), against);
        fc.pre(x <= n && exact !== 0);
        expect(compareUpperTail(x, n, chance, against)).toBe(exact);
      }),
    );
  });

  it("take a hundred thousand calls in stride", () => {
    expect(compareUpperTail(90_200, 100_000, { n: 9n, d: 10n }, alpha)).toBe(-1);
    expect(compareUpperTail(90_100, 100_000, { n: 9n, d: 10n }, alpha)).toBe(1);
  });
});
