import type { Bid, ModelScores } from "#app/domain/evaluation/award/award-case.ts";
import { explain, type Symbols } from "#app/domain/evaluation/explain.ts";
import type { Fraction } from "#app/domain/money/fraction.ts";

/** Scores by one formula: its arithmetic, its symbols, and what each symbol stands for in a bid. */
export function scoredBy(
  label: string,
  formula: string,
  score: (bid: Bid) => Fraction,
  symbols: (bid: Bid) => Symbols,
): ModelScores {
  return {
    score,
    explain: (bid) => explain({ label, formula, symbols: symbols(bid), value: score(bid) }),
  };
}
