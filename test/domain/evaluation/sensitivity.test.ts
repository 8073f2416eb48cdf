import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakEvenPrice } from "#app/domain/evaluation/analysis/break-even-price.ts";
import { leaveOneOut } from "#app/domain/evaluation/analysis/leave-one-out.ts";
import { singleScoreFlips, stepsTo } from "#app/domain/evaluation/analysis/single-score-flip.ts";
import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import {
  add,
  type Fraction,
  fraction,
  multiply,
  one,
  parseDecimal,
  parseExact,
  subtract,
  sum,
  toExact,
} from "#app/domain/money/fraction.ts";
import { answer } from "./run-case.ts";

const criteria = [
  { id: "q1", weight: "30", max: "5" },
  { id: "q2", weight: "10", max: "3" },
];
const models = {
  added_value_deduction: { criteria },
  quality_price_ratio: { criteria },
  "fixed bounds": {
    criteria,
    price_weight: "60",
    price_function: { type: "linear_fixed_bounds", lower: "0", upper: "900", clip_upper: false },
  },
  inverse: { criteria, price_weight: "60", price_function: { type: "inverse_proportional" } },
  "from lowest": { criteria, price_weight: "60", price_function: { type: "linear_from_lowest", slope: "1" } },
  average: { criteria, price_weight: "60", price_function: { type: "average_based" } },
};
const bidsOf = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
    ),
    {
      minLength: 2,
      maxLength: 4,
    },
  )
  .map((bids) =>
    bids.map(([price, q1, q2], i) => ({
      id: `B${i}`,
      price: String(price),
      points: { q1: String(q1), q2: String(q2) },
    })),
  );

function read(name: string, params: object, bids: readonly object[]): AwardCase {
  const model = name.includes("_") ? name : "weighted_points";
  const result = readEvaluationCase({ id: "c", model, params, bids });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

const at = (base: AwardCase, id: string, price: Fraction) =>
  evaluate({ ...base, bids: base.bids.map((bid) => (bid.id === id ? { ...bid, price } : bid)) });

describe("break-even price", () => {
  it.each(Object.entries(models))("%s: ties exactly at it, wins below, loses above", (name, params) => {
    fc.assert(
      fc.property(bidsOf, (bids) => {
        const base = read(name, params, bids);
        const [bid] = base.bids;
        if (!bid) return;
        const found = breakEvenPrice(base, bid);
        if (found.price === null) return;
        const little = fraction(1n, 10n ** 12n);
        expect(at(base, bid.id, found.price).tie).toContain(bid.id);
        expect(at(base, bid.id, add(found.price, little)).ranking[0]).not.toContain(bid.id);
        if (found.price.n > 0n) {
          const below = multiply(found.price, subtract(one, little));
          expect(at(base, bid.id, below).winner).toBe(bid.id);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is none when even a price of nothing loses", () => {
    const bids = [
      { id: "A", price: "10", points: { q1: "5", q2: "3" } },
      { id: "B", price: "10", points: {} },
    ];
    const params = { base_model: "added_value_deduction", bid: "B", criteria };
    expect(answer("sensitivity.break_even_price", params, bids)).toMatchObject({
      break_even_price: null,
      reason: "cannot_win_on_price",
    });
  });

  it("finds the edge of a band, above which all tie at nothing", () => {
    const bands = [
      { upto: "100", points: "10" },
      { upto: "120.5", points: "7" },
    ];
    const params = {
      price_weight: "10",
      price_function: { type: "banded", basis: "absolute", bands, else: "0" },
      criteria: [],
    };
    const base = read("banded", params, [
      { id: "A", price: "130" },
      { id: "B", price: "150" },
    ]);
    const [bid] = base.bids;
    expect(bid && breakEvenPrice(base, { ...bid, price: parseDecimal("110") })).toEqual({
      price: parseDecimal("120.5"),
      exact: true,
      monotone: true,
    });
  });
});

describe("leave one out", () => {
  it("never finds a losing bid that decides an absolute model", () => {
    fc.assert(
      fc.property(
        bidsOf,
        fc.constantFrom("added_value_deduction", "quality_price_ratio", "fixed bounds"),
        (bids, name) => {
          const base = read(name, models[name as keyof typeof models], bids);
          expect(leaveOneOut(base).decisive).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("single score flip", () => {
  it("names changes that do change who is first, smallest first", () => {
    fc.assert(
      fc.property(bidsOf, (bids) => {
        const base = read("added_value_deduction", { criteria }, bids);
        const before = evaluate(base).ranking[0];
        const flips = singleScoreFlips(base, ({ max }) => stepsTo(max, one));
        for (const { bid, criterion, to, newFirst } of flips) {
          const changed = base.bids.map((b) =>
            b.id === bid ? { ...b, points: new Map(b.points).set(criterion, to) } : b,
          );
          expect(evaluate({ ...base, bids: changed }).ranking[0]).toEqual(newFirst);
          expect(newFirst).not.toEqual(before);
        }
        const sizes = flips.map(({ delta }) => Math.abs(Number(delta.n) / Number(delta.d)));
        expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
      }),
      { numRuns: 25 },
    );
  });
});

describe("weight stability", () => {
  it("ends where the winner and the rival tie", () => {
    const weights = { price: "0.5", q1: "0.3", q2: "0.2" };
    const rows = { A: ["1", "0.4", "0.6"], B: ["0.75", "0.8", "0.5"], C: ["0.6", "0.9", "0.9"] };
    const bids = Object.entries(rows).map(([id, values]) => ({ id, values }));
    const { intervals } = answer("sensitivity.weight_stability_interval", { weights }, bids) as {
      intervals: Record<string, { high_exact: string }>;
    };
    const t = parseExact(intervals.price?.high_exact ?? "") ?? one;
    const rest = subtract(one, t);
    const shares = [t, multiply(rest, fraction(3n, 5n)), multiply(rest, fraction(2n, 5n))];
    const score = (id: "A" | "C") =>
      toExact(sum(rows[id].map((v, k) => multiply(shares[k] ?? one, parseDecimal(v) ?? one))));
    expect(score("A")).toBe(score("C"));
  });

  it("refuses weights that do not add up to 1", () => {
    expect(() => answer("sensitivity.tornado", { weights: { a: "0.5", b: "0.4" } }, [])).toThrow(
      "weights_do_not_add_up",
    );
  });
});

describe("rank acceptability", () => {
  const point = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });

  it("shares out the whole weight space among ranks and among bids", () => {
    fc.assert(
      fc.property(fc.uniqueArray(point, { minLength: 2, maxLength: 4, selector: String }), (rows) => {
        const bids = rows.map((values, i) => ({ id: `B${i}`, values: values.map(String) }));
        const params = { weights: "uniform on simplex", criteria: 3 };
        const exact = Object.values(
          answer("smaa_rank_acceptability", params, bids).exact as Record<string, string[]>,
        );
        const total = (shares: readonly string[]) =>
          toExact(sum(shares.map((share) => parseExact(share) ?? one)));
        for (const ranks of exact) expect(total(ranks)).toBe("1");
        for (const rank of rows.keys()) expect(total(exact.map((ranks) => ranks[rank] ?? "9"))).toBe("1");
      }),
      { numRuns: 50 },
    );
  });

  it("agrees with four million draws from the simplex", () => {
    const vectors: {
      id: string;
      params: object;
      bids: object[];
      expected: { monte_carlo_seeded: { n: number; values: Record<string, string[]> } };
    }[] = JSON.parse(readFileSync(new URL("../../vectors/evaluation.json", import.meta.url), "utf8"));
    const vector = vectors.find(({ id }) => id === "SENS-SMAA-01");
    if (!vector) throw new Error("no such vector");
    const own = answer("smaa_rank_acceptability", vector.params, vector.bids).rank_acceptability as Record<
      string,
      string[]
    >;
    const { n, values } = vector.expected.monte_carlo_seeded;
    for (const [id, drawn] of Object.entries(values)) {
      drawn.forEach((share, rank) => {
        const p = Number(own[id]?.[rank]);
        expect(Math.abs(Number(share) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n) + 1e-6);
      });
    }
  });
});
