import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { toExact } from "#app/domain/money/fraction.ts";

const criteria = [
  { id: "q1", weight: "30", max: "5" },
  { id: "q2", weight: "10", max: "3" },
];
const addedValue = { model: "added_value_deduction", params: { criteria } };
const fixedBounds = {
  model: "weighted_points",
  params: {
    price_weight: "60",
    price_function: { type: "linear_fixed_bounds", lower: "0", upper: "3000", clip_upper: false },
    criteria,
    weight_total: "100",
  },
};
/** The value that makes deduction the same model as the bounds: weight · (upper − lower) / price weight. */
const equivalent = {
  model: "added_value_deduction",
  params: { criteria: criteria.map((c) => ({ ...c, weight: String((Number(c.weight) * 3000) / 60) })) },
};

const bidsOf = fc
  .array(
    fc.record({
      price: fc.integer({ min: 0, max: 3000 }),
      q1: fc.integer({ min: 0, max: 5 }),
      q2: fc.integer({ min: 0, max: 3 }),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((bids) =>
    bids.map(({ price, q1, q2 }, i) => ({
      id: `B${i}`,
      price: String(price),
      points: { q1: String(q1), q2: String(q2) } as Record<string, string>,
    })),
  );

type Bids = readonly { id: string; price: string; points: Record<string, string> }[];
const run = (model: object, bids: Bids) => {
  const read = readEvaluationCase({ id: "p", ...model, bids });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return evaluate(read.value);
};
const exact = (result: ReturnType<typeof run>, id: string) => {
  const score = result.scores.get(id);
  return score && toExact(score);
};

describe.each([
  ["added value", addedValue],
  ["fixed bounds", fixedBounds],
])("%s", (_name, model) => {
  it("ranks alike whatever the order of the bids", () => {
    fc.assert(
      fc.property(bidsOf, (bids) => {
        const [forward, backward] = [run(model, bids), run(model, [...bids].reverse())];
        expect(backward.ranking).toEqual(forward.ranking);
        expect(backward.winner).toBe(forward.winner);
      }),
    );
  });

  it("leaves scores and order of the others when a bid is withdrawn", () => {
    fc.assert(
      fc.property(bidsOf, (bids) => {
        const all = run(model, bids);
        for (const removed of bids) {
          const rest = run(
            model,
            bids.filter((bid) => bid !== removed),
          );
          for (const { id } of bids) if (id !== removed.id) expect(exact(rest, id)).toBe(exact(all, id));
          expect(rest.ranking.flat()).toEqual(all.ranking.flat().filter((id) => id !== removed.id));
        }
      }),
    );
  });

  it("never lets a lower price or more points make a bid worse", () => {
    fc.assert(
      fc.property(bidsOf, (bids) => {
        const [first, ...rest] = bids;
        if (!first) return;
        const before = run(model, bids).ranks.get(first.id) ?? 0;
        const cheaper = { ...first, price: String(Math.max(0, Number(first.price) - 1)) };
        const better = { ...first, points: { ...first.points, q1: "5" } };
        for (const changed of [cheaper, better]) {
          expect(run(model, [changed, ...rest]).ranks.get(first.id)).toBeLessThanOrEqual(before);
        }
      }),
    );
  });
});

it("ranks by fixed bounds as by the added value they amount to", () => {
  fc.assert(
    fc.property(bidsOf, (bids) => {
      expect(run(fixedBounds, bids).ranking).toEqual(run(equivalent, bids).ranking);
    }),
  );
});

it("ranks alike in any currency", () => {
  const inOren = {
    model: "added_value_deduction",
    params: { criteria: criteria.map((c) => ({ ...c, weight: `${c.weight}00` })) },
  };
  fc.assert(
    fc.property(bidsOf, (bids) => {
      const scaled = bids.map((bid) => ({ ...bid, price: `${bid.price}00` }));
      expect(run(inOren, scaled).ranking).toEqual(run(addedValue, bids).ranking);
    }),
  );
});
