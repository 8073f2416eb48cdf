import type { TenderEvaluation } from "#app/domain/evaluation/tender-evaluation.ts";

/** What the evaluation leads to. Nobody chooses: a decision can confirm it or wait, and never depart from it. */
export type AwardOutcome =
  | { readonly type: "winner"; readonly response: string }
  /** Equal by every published rule but the lottery. */
  | { readonly type: "tied"; readonly responses: readonly string[] }
  /** Musts of these are not judged yet. */
  | { readonly type: "undecided"; readonly responses: readonly string[] }
  | { readonly type: "no_admitted_bid" };

export function outcomeOf({ responses, order, winner }: TenderEvaluation): AwardOutcome {
  const undecided = responses.filter(({ admission }) => admission === "clarification_needed");
  if (undecided.length > 0)
    return { type: "undecided", responses: undecided.map(({ response }) => response) };
  if (winner !== null) return { type: "winner", response: winner };
  const [first = []] = order;
  return first.length === 0 ? { type: "no_admitted_bid" } : { type: "tied", responses: first };
}
