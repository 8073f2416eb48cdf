import { loadavg } from "node:os";

export interface Timing {
  /** Milliseconds by the clock: the least, and the median of the rounds. */
  readonly min: number;
  readonly median: number;
  /** Mean milliseconds of processor that this thread took, which other work on the machine hardly lengthens. */
  readonly processor: number;
}

/** So many rounds after two to warm up. */
export function timing(rounds: number, run: () => unknown): Timing {
  for (let i = 0; i < Math.min(2, rounds - 1); i += 1) run();
  const before = process.threadCpuUsage();
  const clocks = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const { user, system } = process.threadCpuUsage(before);
  return {
    min: clocks[0] ?? Number.NaN,
    median: clocks[Math.floor(rounds / 2)] ?? Number.NaN,
    processor: (user + system) / 1000 / rounds,
  };
}

const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

export function report(what: string, { min, median, processor }: Timing, goalMs: number): void {
  const verdict = min < goalMs ? `goal ${goalMs} ms` : `OVER ${goalMs} ms`;
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(
    `${what}: least ${milliseconds(min)}, median ${milliseconds(median)}, processor ${milliseconds(processor)} (${verdict}; load ${load})`,
  );
}
