import { computeCase } from "#app/domain/evaluation/evaluation-case.ts";

/** The answer to a case without faults. */
export function answer(
  model: string,
  params: object,
  bids: readonly object[],
): Readonly<Record<string, unknown>> {
  const result = computeCase({ id: "c", model, params, bids });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}
