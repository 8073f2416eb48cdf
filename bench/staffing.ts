import { type Fraction, fraction, wholeNumber } from "#app/domain/money/fraction.ts";
import { agentsNeededByErlangA, erlangA } from "#app/domain/staffing/erlang-a.ts";
import { agentsNeeded, erlangC } from "#app/domain/staffing/erlang-c.ts";
import { judgePlan } from "#app/domain/staffing/plan-verdict.ts";

/** Erlang C at 10,000 erlangs is to take less than a millisecond; a month's plan less than one notices. */
function times(rounds: number, run: () => void): { readonly median: string; readonly p95: string } {
  for (let i = 0; i < rounds / 10; i += 1) run();
  const sorted = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share: number) => `${(sorted[Math.floor(share * rounds)] ?? Number.NaN).toFixed(3)} ms`;
  return { median: at(0.5), p95: at(0.95) };
}

const queue = (offered: Fraction) => ({
  offered,
  handling: wholeNumber(180),
  threshold: wholeNumber(20),
  patience: wholeNumber(120),
});
const large = queue(wholeNumber(10_000));
const target = fraction(9n, 10n);

console.log(
  "Erlang C, level at 10,000 erlangs",
  times(1000, () => erlangC(large, 10_050)),
);
console.log(
  "Erlang C, agents needed at 10,000 erlangs",
  times(1000, () => agentsNeeded(large, target)),
);
console.log(
  "Erlang A, level at 10,000 erlangs",
  times(200, () => erlangA(large, 9_900)),
);
console.log(
  "Erlang A, agents needed at 10,000 erlangs",
  times(50, () => agentsNeededByErlangA(large, target)),
);

const month = Array.from({ length: 31 * 48 }, (_, slot) => ({
  start: `half hour ${slot}`,
  calls: wholeNumber(5 + ((slot * 37) % 200)),
  handling: wholeNumber(180),
  agents: 15,
}));
console.log(
  "verdict on a month's plan, 1,488 half hours",
  times(20, () => judgePlan(month, { target, threshold: large.threshold, patience: large.patience })),
);
