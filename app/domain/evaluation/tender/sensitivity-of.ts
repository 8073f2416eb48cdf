import { type MarginBar, winnerMargins } from "#app/domain/evaluation/analysis/winner-margins.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { evaluationCaseOf } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import { figure } from "#app/domain/evaluation/tender/figure.ts";
import type { Figure, TenderEvaluationInput } from "#app/domain/evaluation/tender-evaluation.ts";
import { compare, subtract } from "#app/domain/money/fraction.ts";

/** What the first place hangs on, in SEK or points; analysis only, no part of the award. */
export interface Sensitivity {
  /** By how much the first bid is better than the best of the others. */
  readonly margin: Figure;
  /** That margin when one thing is lower and higher, widest first; below 0 somebody else is first. */
  readonly bars: readonly (Omit<MarginBar, "minus" | "plus"> & {
    readonly minus: Figure;
    readonly plus: Figure;
  })[];
}

/** Null when no bid is first alone or there is no rival. */
export function sensitivityOf(input: TenderEvaluationInput): Sensitivity | null {
  const read = readEvaluationCase(evaluationCaseOf(input));
  if (!read.ok) throw new TypeError(`published tender is no case: ${JSON.stringify(read.faults)}`);
  const result = evaluate(read.value);
  const { winner, scores } = result;
  const first = winner === null ? undefined : scores.get(winner);
  const lowest = read.value.model.direction === "lower_is_better";
  const gaps = [...scores]
    .filter(([id]) => id !== winner)
    .map(([, score]) =>
      first === undefined ? score : lowest ? subtract(score, first) : subtract(first, score),
    );
  const [margin] = gaps.sort(compare);
  if (first === undefined || margin === undefined) return null;
  return {
    margin: figure(margin),
    bars: winnerMargins(read.value, result).map(({ minus, plus, ...bar }) => ({
      ...bar,
      minus: figure(minus),
      plus: figure(plus),
    })),
  };
}
