import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";

/** 50 bids × 300 criteria with 300 different maxima: the case in which fractions without a common denominator take 0.6 s. */
const criteria = Array.from({ length: 300 }, (_, j) => ({
  id: `C${j}`,
  weight: String(100 + j),
  max: String(j + 1),
}));
const bids = Array.from({ length: 50 }, (_, i) => ({
  id: `B${i}`,
  price: String(1_000_000 + 977 * i),
  points: Object.fromEntries(
    criteria.map(({ id, max }, j) => [id, String((i * 31 + j * 17) % (Number(max) + 1))]),
  ),
}));
const file = { id: "bench", model: "added_value_deduction", params: { criteria }, bids };

function times(rounds: number, run: () => void): { readonly median: string; readonly p95: string } {
  for (let i = 0; i < 10; i += 1) run();
  const sorted = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share: number) => `${(sorted[Math.floor(share * rounds)] ?? Number.NaN).toFixed(2)} ms`;
  return { median: at(0.5), p95: at(0.95) };
}

const read = readEvaluationCase(file);
if (!read.ok) throw new Error(JSON.stringify(read.faults));
console.log(
  "evaluate, 50 bids × 300 criteria",
  times(100, () => evaluate(read.value)),
);
console.log(
  "read and evaluate",
  times(100, () => {
    const again = readEvaluationCase(file);
    if (again.ok) evaluate(again.value);
  }),
);
