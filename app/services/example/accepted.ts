import type { Result } from "#app/domain/fault.ts";

/** The value of an act that the example does right: a refusal means that the example or the act has a bug. */
export function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`the example was refused: ${JSON.stringify(result.faults)}`);
}
