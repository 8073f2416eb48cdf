import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { computeCase } from "#app/domain/evaluation/evaluation-case.ts";

interface Vector {
  readonly id: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** Fields of `expected` that are evidence from elsewhere and no output. */
const evidence = new Set([
  "float64",
  "float64_winner",
  "float64_ranking",
  "survey",
  "published_8dp",
  "published_4dp",
  "float_contaminated_published",
  "coef_exact",
  "coef_error",
  "monte_carlo_seeded",
  "javascript",
]);

const vectors: Vector[] = JSON.parse(
  readFileSync(new URL("../../vectors/evaluation.json", import.meta.url), "utf8"),
);

describe("a published evaluation case is recomputed to the same figures", () => {
  it.each(vectors.map((vector) => [vector.id, vector] as const))("%s", (_id, vector) => {
    const expected = Object.fromEntries(
      Object.entries(vector.expected).filter(([name]) => !evidence.has(name)),
    );
    const result = computeCase(vector);
    expect(result).toMatchObject({ ok: true });
    // Output may hold more: other k of k_of_n, for example.
    if (result.ok) expect(result.value).toMatchObject(expected);
  });
});
