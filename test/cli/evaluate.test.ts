import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { evaluateCommand } from "#app/cli/evaluate.ts";
import { statisticsCommand } from "#app/cli/statistics.ts";
import { runInMemory } from "./run-in-memory.ts";

const good = { id: "good", model: "lowest_price", params: {}, bids: [{ id: "A", price: "1" }] };
const bad = { id: "bad", model: "lowest_price", params: {}, bids: [{ id: "A", price: "1,5" }] };

describe("evaluate", () => {
  it("prints one answer a case, in order, and goes on after a faulty one", async () => {
    const { code, out } = await runInMemory(evaluateCommand, ["-"], JSON.stringify([bad, good]));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { id: "bad", error: { code: "not_a_decimal", path: "bids[0].price", message: expect.any(String) } },
      { id: "good", scores: { A: "1" }, winner: "A" },
    ]);
  });

  it("reads an object with vectors from a file", async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "cases-")), "cases.json");
    await writeFile(file, JSON.stringify({ vectors: [good] }));
    expect(await runInMemory(evaluateCommand, [file])).toMatchObject({ code: 0, err: "" });
  });

  it.each([
    [[], ""],
    [["a", "b"], ""],
    [["/no/such/file"], ""],
    [["-"], "{"],
    [["-"], "{}"],
  ])("%j %j is bad usage", async (args, stdin) => {
    const { code, out, err } = await runInMemory(evaluateCommand, args, stdin);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).not.toBe("");
  });
});

describe("statistics", () => {
  it("answers in the same way", async () => {
    const cases = [
      { id: "w", method: "quantile_upper_bound_n", input: { quantile: "0.95", confidence: "0.95" } },
    ];
    const { code, out } = await runInMemory(statisticsCommand, ["-"], JSON.stringify(cases));
    expect({ code, answers: JSON.parse(out) }).toEqual({ code: 0, answers: [{ id: "w", n: 59 }] });
  });
});
