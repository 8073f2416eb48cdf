import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

interface Vector {
  readonly id: string;
  readonly expected: Readonly<Record<string, unknown>>;
  /** Null where the value is below every double. */
  readonly rel_tol?: number | null;
}

const file = new URL("../vectors/erlang.json", import.meta.url).pathname;
const { vectors }: { vectors: Vector[] } = JSON.parse(readFileSync(file, "utf8"));

/** Whether two answers agree: decimals within a relative error, everything else exactly. */
function agrees(own: unknown, expected: unknown, tolerance: number): boolean {
  const decimals = [own, expected].every((value) => typeof value === "string" && !value.includes("/"));
  if (!decimals) return own === expected;
  return Math.abs(Number(own) - Number(expected)) <= tolerance * Math.abs(Number(expected));
}

describe("skallbor staffing", { timeout: 60_000 }, () => {
  it("answers every published case of a file within its tolerance, in order", async () => {
    const { code, out, err } = await runCli(["staffing", file]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const answers: Record<string, unknown>[] = JSON.parse(out);
    expect(answers.map(({ id }) => id)).toEqual(vectors.map(({ id }) => id));
    const differences = vectors.flatMap(({ id, expected, rel_tol }, i) =>
      Object.entries(expected)
        .filter(([field, value]) => !agrees(answers[i]?.[field], value, rel_tol ?? 1e-12))
        .map(([field, value]) => ({ id, field, value, own: answers[i]?.[field] })),
    );
    expect(differences).toEqual([]);
  });

  it("goes on after a faulty case and ends with 1", async () => {
    const cases = [
      { id: "bad", model: "erlang-b", inputs: { offered_erlang: "-1", trunks: 5 } },
      { id: "good", model: "erlang-b", inputs: { offered_erlang: "1", trunks: 1 } },
    ];
    const { code, out } = await runCli(["staffing", "-"], {}, JSON.stringify(cases));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { id: "bad", error: { code: "number_out_of_range", path: "inputs.offered_erlang" } },
      { id: "good", blocking: "0.5" },
    ]);
  });
});
