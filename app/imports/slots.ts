/**
 * Slots for heavy tasks: a task runs when fewer than `count` others of the same slots run, so that many uploads cannot
 * fill the machine together.
 */
export function slots(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    // A finished task hands its slot on without giving it back, so that nobody who comes later gets in between.
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
