import type { Application } from "#app/services/application.ts";

const running = new WeakMap<Application["database"], Map<string, AbortController>>();

const of = (app: Application): Map<string, AbortController> => {
  const known = running.get(app.database) ?? new Map<string, AbortController>();
  running.set(app.database, known);
  return known;
};

/** Runs an import that can be stopped by its id until it has ended. */
export async function whileRunning<T>(
  app: Application,
  importId: string,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  of(app).set(importId, controller);
  try {
    return await run(controller.signal);
  } finally {
    of(app).delete(importId);
  }
}

/** @returns false when no such import is running in this process */
export function stopRunning(app: Application, importId: string): boolean {
  const controller = of(app).get(importId);
  controller?.abort();
  return controller !== undefined;
}
