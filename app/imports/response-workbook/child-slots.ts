import { childLimits } from "#app/imports/response-workbook/archive-limits.ts";

let running = 0;
const waiting: (() => void)[] = [];

/** Runs a task when fewer than `childLimits.atOnce` others run, so that many uploads cannot fill the machine together. */
export async function inSlot<T>(task: () => Promise<T>): Promise<T> {
  // A finished task hands its slot on without giving it back, so that nobody who comes later gets in between.
  if (running >= childLimits.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await task();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
