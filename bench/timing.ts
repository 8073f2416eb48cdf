import { loadavg } from "node:os";

export interface Timing {
  /** Milliseconds by the clock: the least, and the median of the rounds. */
  readonly min: number;
  readonly median: number;
  /** Mean milliseconds of processor that this thread took, which other work on the machine hardly lengthens. */
  readonly processor: number;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** So many rounds after two to warm up. */
export function timing(rounds: number, run: () => unknown): Timing {
  for (let i = 0; i < Math.min(2, rounds - 1); i += 1) run();
  const before = process.threadCpuUsage();
  const clocks = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  const { user, system } = process.threadCpuUsage(before);
  return {
    min: Math.min(...clocks),
    median: median(clocks),
    processor: (user + system) / 1000 / rounds,
  };
}

/** One run: milliseconds by the clock, and of processor that the whole process took. */
export async function timeOnce(
  run: () => unknown,
): Promise<{ readonly ms: number; readonly processor: number }> {
  const start = performance.now();
  const before = process.cpuUsage();
  await run();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { ms, processor: (user + system) / 1000 };
}

const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

export function report(what: string, { min, median, processor }: Timing, goalMs: number): void {
  const verdict = min < goalMs ? `goal ${goalMs} ms` : `OVER ${goalMs} ms`;
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(
    `${what}: least ${milliseconds(min)}, median ${milliseconds(median)}, processor ${milliseconds(processor)} (${verdict}; load ${load})`,
  );
}
