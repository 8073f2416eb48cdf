import { figure } from "#app/domain/evaluation/tender/figure.ts";
import type { Figure, TenderEvaluation } from "#app/domain/evaluation/tender-evaluation.ts";
import { absolute, compare, type Fraction, parseExact, subtract } from "#app/domain/money/fraction.ts";

/** How far each admitted response is from the best one, in SEK or points; 0 for the best. By response id. */
export function distancesToBest({ responses, direction }: TenderEvaluation): ReadonlyMap<string, Figure> {
  const scores = responses.flatMap(({ response, score }): { response: string; score: Fraction }[] => {
    const value = score === null ? null : parseExact(score.exact);
    return value === null ? [] : [{ response, score: value }];
  });
  const sign = direction === "lower_is_better" ? 1 : -1;
  const best = scores.map(({ score }) => score).sort((a, b) => sign * compare(a, b))[0];
  if (best === undefined) return new Map();
  return new Map(scores.map(({ response, score }) => [response, figure(absolute(subtract(score, best)))]));
}

/** Whether the responses earned or answered differently on a requirement: what a committee wants to see first. */
export function differs(evaluation: TenderEvaluation, requirement: string): boolean {
  const outcomes = evaluation.responses.map(({ cells }) => {
    const cell = cells.find((candidate) => candidate.requirement === requirement);
    return JSON.stringify([cell?.share?.exact, cell?.met, cell?.state, cell?.measured?.verdict]);
  });
  return new Set(outcomes).size > 1;
}
