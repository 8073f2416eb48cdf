import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseExact } from "#app/domain/money/fraction.ts";
import { computeStatistics } from "#app/domain/statistics/statistics-case.ts";

interface Vector {
  readonly id: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

const vectors: Vector[] = JSON.parse(
  readFileSync(new URL("../../vectors/statistics.json", import.meta.url), "utf8"),
);

/** "1/1" and "1" are the same exact value. */
const comparable = (value: unknown): unknown =>
  typeof value === "string" && value.includes("/") ? parseExact(value) : value;

describe("a published statistics case is recomputed to all its digits", () => {
  it.each(vectors.map((vector) => [vector.id, vector] as const))("%s", (_id, vector) => {
    const result = computeStatistics(vector);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    const { exact, ...expected } = vector.expected;
    expect(result.value).toMatchObject(expected);
    if (typeof exact === "string") {
      const own = result.value.exact;
      expect(typeof own === "string" ? parseExact(own) : own).toEqual(comparable(exact));
    } else if (exact !== undefined) expect(result.value.exact).toEqual(exact);
  });
});
