const evaluation = "app/domain/evaluation";
const scoreRule = `${evaluation}/evaluate.ts: return { name: "score", compare: (a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) };`;

/** Changes that change nothing, by the name of the mutant, and why. */
export const equivalentMutants: ReadonlyMap<string, string> = new Map([
  [
    `${evaluation}/ranking.ts: export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);: < → <=`,
    "ids are unique, so no two that are compared are equal",
  ],
  [`${scoreRule}: 0 → 1`, "every bid that is compared has a rank"],
  [`${scoreRule}: 0 → 1 (2)`, "every bid that is compared has a rank"],
  [
    `${evaluation}/award/quality.ts: const denominator = ratios.reduce((common, { ratio }) => leastCommonMultiple(common, ratio.d), 1n);: 1n → 2n`,
    "a common denominator that is twice as large is still common, and the sum is reduced at the end",
  ],
  [`${evaluation}/award/quality.ts: let d = 1n;: 1n → 2n`, "likewise for the points"],
  [
    `${evaluation}/award/model/lowest-cost.ts: const denominator = costs.reduce((common, { d }) => leastCommonMultiple(common, d), 1n);: 1n → 2n`,
    "likewise for the costs",
  ],
  [
    `${evaluation}/award/model/lowest-cost.ts: let [total, growths] = [0n, 1n];: 1n → 2n`,
    "numerator and denominator are both twice as large, and reduced at the end",
  ],
  [
    `${evaluation}/award/model/world-bank.ts: const technicalOf = (bid: Bid) => bid.technical ?? zero;: zero → one`,
    "reading the case has made sure of it",
  ],
]);
