import type { Fraction } from "#app/domain/money/fraction.ts";
import { compare } from "#app/domain/money/fraction.ts";

/** Ids in tiers of equal value, best first; ids sorted by code unit within a tier. */
export type Tiers = readonly (readonly string[])[];

export interface Ranked {
  readonly id: string;
  readonly value: Fraction;
}

export function tiersOf(ranked: readonly Ranked[], direction: "higher_is_better" | "lower_is_better"): Tiers {
  const sign = direction === "higher_is_better" ? -1 : 1;
  const sorted = [...ranked].sort((a, b) => sign * compare(a.value, b.value) || byId(a.id, b.id));
  const tiers: string[][] = [];
  let previous: Fraction | null = null;
  for (const { id, value } of sorted) {
    const last = tiers.at(-1);
    if (last && previous && compare(previous, value) === 0) last.push(id);
    else tiers.push([id]);
    previous = value;
  }
  return tiers;
}

/** Competition ranks: 1, 1, 3. */
export function ranksOf(tiers: Tiers): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const tier of tiers) {
    const rank = ranks.size + 1;
    for (const id of tier) ranks.set(id, rank);
  }
  return ranks;
}

/** The first of the ranking, if it stands alone. */
export function soleWinner(tiers: Tiers): string | null {
  const [first] = tiers;
  return first?.length === 1 ? (first[0] ?? null) : null;
}

export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
