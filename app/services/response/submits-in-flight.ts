import type { Application } from "#app/services/application.ts";

const counts = new WeakMap<Application["database"], Map<string, number>>();

/** Whether a submit has arrived and is not yet decided: the opening waits for it. */
export const submitInFlight = (app: Application, tenderId: string): boolean =>
  (counts.get(app.database)?.get(tenderId) ?? 0) > 0;

/** Counts the submit as under way until it has been decided, also when it fails. */
export async function whileInFlight<T>(
  app: Application,
  tenderId: string,
  submit: () => Promise<T>,
): Promise<T> {
  const ofApp = counts.get(app.database) ?? new Map<string, number>();
  counts.set(app.database, ofApp);
  ofApp.set(tenderId, (ofApp.get(tenderId) ?? 0) + 1);
  try {
    return await submit();
  } finally {
    const left = (ofApp.get(tenderId) ?? 1) - 1;
    if (left === 0) ofApp.delete(tenderId);
    else ofApp.set(tenderId, left);
  }
}
