import { describe, expect, it } from "vitest";
import { computeCase } from "#app/domain/evaluation/evaluation-case.ts";
import { publishedCases } from "./published-cases.ts";

describe("a published evaluation case is recomputed to the same figures", () => {
  it.each(publishedCases.map((vector) => [vector.id, vector] as const))("%s", (_id, vector) => {
    const result = computeCase(vector);
    expect(result).toMatchObject({ ok: true });
    // Output may hold more: other k of k_of_n, for example.
    if (result.ok) expect(result.value).toMatchObject(vector.expected);
  });
});
