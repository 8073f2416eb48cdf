import { compare, divide, type Fraction, one, subtract, wholeNumber } from "#app/domain/money/fraction.ts";
import { growServers, inverseBlocking } from "#app/domain/staffing/erlang-b.ts";
import { approximate, atMost } from "#app/domain/staffing/traffic.ts";

/** A queue whose callers wait for ever: traffic in erlangs, mean handling time and answer limit in seconds. */
export interface Queue {
  readonly offered: Fraction;
  readonly handling: Fraction;
  readonly threshold: Fraction;
}

export interface Waiting {
  /** Share of callers who wait at all, and who are answered within the limit. */
  readonly waits: number;
  readonly serviceLevel: number;
  /** Mean wait of all callers in seconds. */
  readonly meanWait: number;
}

/**
 * Erlang C. Null when as much or more is offered than the agents can carry: the queue then grows without end and has
 * no level.
 */
export function erlangC(queue: Queue, agents: number): Waiting | null {
  if (!carries(agents, queue.offered)) return null;
  const waits = shareWaiting(queue, agents, inverseBlocking(approximate(queue.offered), agents));
  return {
    waits,
    serviceLevel: 1 - waits * shareStillWaiting(queue, agents),
    meanWait: (waits * approximate(queue.handling)) / approximate(slack(queue.offered, agents)),
  };
}

/** Fewest agents with whom the target share (below 1) is answered within the limit. */
export function agentsNeeded(queue: Queue, target: Fraction): number {
  const late = approximate(subtract(one, target));
  // Exact, so that no rounding can make a queue stable.
  const busy = Number(queue.offered.n / queue.offered.d);
  return growServers(
    approximate(queue.offered),
    (agents, inverse) =>
      agents > busy && atMost(shareWaiting(queue, agents, inverse) * shareStillWaiting(queue, agents), late),
  ).servers;
}

/** Agents on the roster when this share of paid time (below 1) goes to leave, illness, training and breaks. */
export function rostered(agents: number, shrinkage: Fraction): number {
  const { n, d } = divide(wholeNumber(agents), subtract(one, shrinkage));
  return Number((n + d - 1n) / d);
}

const carries = (agents: number, offered: Fraction): boolean => compare(offered, wholeNumber(agents)) < 0;

/** Taken exactly: the difference of two nearly equal doubles would lose the digits that decide. */
const slack = (offered: Fraction, agents: number): Fraction => subtract(wholeNumber(agents), offered);

/** N·B/(N − A(1 − B)), written with 1/B and the slack N − A. */
const shareWaiting = ({ offered }: Queue, agents: number, inverse: number): number =>
  agents / (inverse * approximate(slack(offered, agents)) + approximate(offered));

/** Of those who wait: share still waiting at the limit. */
const shareStillWaiting = ({ offered, handling, threshold }: Queue, agents: number): number =>
  Math.exp(-approximate(divide(threshold, handling)) * approximate(slack(offered, agents)));
