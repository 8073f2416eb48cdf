import { type Fraction, one, subtract } from "#app/domain/money/fraction.ts";
import { inverseBlocking } from "#app/domain/staffing/erlang-b.ts";
import type { Queue } from "#app/domain/staffing/erlang-c.ts";
import { approximate, atMost } from "#app/domain/staffing/traffic.ts";

/** A queue whose callers hang up after an exponential time with this mean in seconds (above 0). */
export interface ImpatientQueue extends Queue {
  readonly patience: Fraction;
}

/** Shares of all calls offered. */
export interface ImpatientWaiting {
  readonly waits: number;
  readonly answered: number;
  readonly abandons: number;
  readonly abandonsWithinLimit: number;
  /** Neither answered within the limit nor at all: 1 − the service level, without the cancellation. */
  readonly notAnsweredWithinLimit: number;
  /** Would have waited longer than the limit, had they not hung up. */
  readonly virtualWaitAboveLimit: number;
}

/** The tail that is left out, as a share of all who wait. */
const smallestTail = 1e-16;

/**
 * Erlang A (Palm 1946; Zeltyn and Mandelbaum 2005): a birth-death process in which N + k calls leave at the rate
 * N/handling + k/patience. With a = N·patience/handling and b = A·patience/handling, the state with k in the queue
 * is Π b/(a + i), i = 1 … k, times as likely as the one with none. Of those who find k waiting, a/(a + k + 1) are
 * answered; the wait of a caller who never hung up exceeds T with e^(b(1 − x))·x^(a + k) in place of the weight of
 * each state, x = e^(−T/patience). All weights are logarithms, since in overload they pass every double.
 */
export function erlangA(queue: ImpatientQueue, agents: number): ImpatientWaiting {
  const offered = approximate(queue.offered);
  const perHandling = approximate(queue.patience) / approximate(queue.handling);
  const [a, b] = [agents * perHandling, offered * perHandling];
  const weights = logWeights(a, b);
  const largest = weights.reduce((most, each) => Math.max(most, each), 0);
  const limit = approximate(queue.threshold) / approximate(queue.patience);
  const delayed = -b * Math.expm1(-limit) - a * limit;
  const patient = Math.exp(-limit);

  const total = { waits: 0, answers: 0, abandons: 0, late: 0, lateAnswers: 0, lateAbandons: 0 };
  weights.forEach((weight, k) => {
    const now = Math.exp(weight - largest);
    const later = Math.exp(weight - largest + delayed - k * limit);
    // Of those who find k waiting, and of those who are still waiting at the limit.
    const [answered, abandoned] = [a / (a + k + 1), (k + 1) / (a + k + 1)];
    total.waits += now;
    total.answers += now * answered;
    total.abandons += now * abandoned;
    total.late += later;
    total.lateAnswers += later * patient * answered;
    total.lateAbandons += later * patient * abandoned;
  });
  // All states with a free agent, by the same scale: 1/B counts them and the state with all agents busy and no queue.
  const free = (inverseBlocking(offered, agents) - 1) * Math.exp(-largest);
  const all = free + total.waits;
  // In overload a share of 1 may come out a rounding above it.
  const share = (part: number) => Math.min(Math.max(part / all, 0), 1);
  return {
    waits: share(total.waits),
    // Not the quotient of sums, which is none where 1/B passes every double.
    answered: 1 - share(total.waits) + share(total.answers),
    abandons: share(total.abandons),
    abandonsWithinLimit: share(total.abandons - total.lateAbandons),
    notAnsweredWithinLimit: share(total.abandons + total.lateAnswers),
    virtualWaitAboveLimit: share(total.late),
  };
}

/** Logarithms of the likelihood of 0, 1, 2 … callers in the queue, relative to none, until only a small tail is left. */
function logWeights(a: number, b: number): number[] {
  const weights = [0];
  let [weight, largest, sum] = [0, 0, 1];
  for (let k = 1; ; k += 1) {
    const ratio = b / (a + k);
    weight += Math.log(ratio);
    if (weight > largest) {
      sum *= Math.exp(largest - weight);
      largest = weight;
    }
    const scaled = Math.exp(weight - largest);
    sum += scaled;
    weights.push(weight);
    // The ratio falls, so a geometric series bounds the tail.
    if (ratio < 1 && (scaled * ratio) / (1 - ratio) < smallestTail * sum) return weights;
  }
}

/** Fewest agents with whom the target share (below 1) of all calls is answered within the limit. */
export function agentsNeededByErlangA(queue: ImpatientQueue, target: Fraction): number {
  const late = approximate(subtract(one, target));
  const suffice = (agents: number) => atMost(erlangA(queue, agents).notAnsweredWithinLimit, late);
  let [tooFew, enough] = [0, 1];
  while (!suffice(enough)) [tooFew, enough] = [enough, enough * 2];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (suffice(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
