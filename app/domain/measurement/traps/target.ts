import { decimal } from "#app/domain/measurement/comparison.ts";
import { compareRatios, type Ratio } from "#app/domain/measurement/ratio.ts";
import type { MonthRule, OnceRule } from "#app/domain/measurement/traps/trap.ts";

/** TRAP-06: a target of all calls, of a measure that is subject to chance. */
export const targetOfAllCalls: OnceRule = ({ requirement }) => {
  const { target } = requirement;
  if (compareRatios(decimal(target), { n: 100n, d: 1n }) !== 0) return null;
  return { id: "TRAP-06", severity: "high", params: {}, evidence: { target } };
};

/** TRAP-07: so few calls that a single miss already breaks the target. */
export const tooFewCalls: MonthRule = ({ share, target }) => {
  const chance: Ratio = { n: target.n, d: target.d * 100n };
  if (chance.n <= 0n || chance.n >= chance.d) return null;
  const n = BigInt(share.denominator);
  if (n * (chance.d - chance.n) >= chance.d) return null;
  const evidence = { n: share.denominator, proof_needs: callsForProof(chance) };
  return { id: "TRAP-07", severity: "medium", params: {}, evidence };
};

/** The fewest calls, all in time, that prove the chance with 95 % confidence: chance^n <= 1/20. */
function callsForProof(chance: Ratio): number {
  const proves = (n: number): boolean => 20n * chance.n ** BigInt(n) <= chance.d ** BigInt(n);
  let high = 1;
  while (!proves(high)) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (proves(middle)) high = middle;
    else low = middle;
  }
  return high;
}
