import { readFileSync } from "node:fs";

/** A case of the published format with what it must give: the fields of `expected`, or the faults with their paths. */
export interface EvaluationCase {
  readonly id: string;
  readonly model: string;
  readonly params: object;
  readonly bids: readonly object[];
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

const read: readonly EvaluationCase[] = JSON.parse(
  readFileSync(new URL("../../vectors/evaluation.json", import.meta.url), "utf8"),
);

/** The published evaluation cases, without the evidence. */
export const publishedCases: readonly EvaluationCase[] = read.map((vector) => ({
  ...vector,
  expected: Object.fromEntries(Object.entries(vector.expected).filter(([name]) => !evidence.has(name))),
}));
