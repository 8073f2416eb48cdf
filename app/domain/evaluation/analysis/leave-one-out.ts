import { analysed, readBaseCase } from "#app/domain/evaluation/analysis/base-case.ts";
import { limitBids } from "#app/domain/evaluation/analysis/values.ts";
import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import { evaluate } from "#app/domain/evaluation/evaluate.ts";
import type { Tiers } from "#app/domain/evaluation/ranking.ts";

/**
 * The ranking without each bid in turn, and the losing bids whose withdrawal would change who comes first.
 * An absolute model never depends on a losing bid.
 */
export function leaveOneOut(base: AwardCase) {
  const first = evaluate(base).ranking[0] ?? [];
  const without = new Map<string, Tiers>(
    base.bids.map(({ id }) => [
      id,
      evaluate({ ...base, bids: base.bids.filter((bid) => bid.id !== id) }).ranking,
    ]),
  );
  const decisive = [...without]
    .filter(([id, ranking]) => !first.includes(id) && !sameTier(ranking[0] ?? [], first))
    .map(([id]) => id);
  return { without, decisive };
}

export const sameTier = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);

export const leaveOneOutCase: CaseKind = (input) => {
  limitBids(input.params, input.bids, 300);
  return analysed(readBaseCase(input, "base_model"), (base) => {
    const { without, decisive } = leaveOneOut(base);
    return { without: Object.fromEntries(without), award_depends_on_losing_bids: decisive };
  });
};
