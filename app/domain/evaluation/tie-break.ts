import { byId, type Tiers } from "#app/domain/evaluation/ranking.ts";

/** A rule of a tie-break chain: sorts bids, and 0 leaves them tied for the next rule. */
export interface TieRule<Name extends string> {
  readonly name: Name;
  readonly compare: (a: string, b: string) => number;
}

export interface ChainDecision<Name extends string> {
  readonly better: string;
  readonly worse: string;
  /** The first rule that separates the two; null when none does. */
  readonly rule: Name | null;
}

/** Orders bids by a chain of rules, and says for each adjacent pair which rule decided. Time of submission never decides. */
export function decideByChain<Name extends string>(
  ids: readonly string[],
  rules: readonly TieRule<Name>[],
): { readonly order: Tiers; readonly decidedBy: readonly ChainDecision<Name>[] } {
  const deciding = (a: string, b: string) => rules.find((rule) => rule.compare(a, b) !== 0);
  const sorted = [...ids].sort((a, b) => deciding(a, b)?.compare(a, b) ?? byId(a, b));
  const order: string[][] = [];
  const decidedBy: ChainDecision<Name>[] = [];
  sorted.forEach((id, i) => {
    const previous = sorted[i - 1];
    const rule = previous === undefined ? undefined : deciding(previous, id);
    if (previous !== undefined) decidedBy.push({ better: previous, worse: id, rule: rule?.name ?? null });
    const last = order.at(-1);
    if (last && rule === undefined) last.push(id);
    else order.push([id]);
  });
  return { order, decidedBy };
}
