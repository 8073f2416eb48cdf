import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { evaluateCommand } from "#app/cli/evaluate.ts";
import { statisticsCommand } from "#app/cli/statistics.ts";

const good = { id: "good", model: "lowest_price", params: {}, bids: [{ id: "A", price: "1" }] };
const bad = { id: "bad", model: "lowest_price", params: {}, bids: [{ id: "A", price: "1,5" }] };

async function run(command: typeof evaluateCommand, args: string[], stdin = "") {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    root: "/",
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    stdin: Readable.from([stdin]),
  };
  return { code: await command(args, io), out: out.join(""), err: err.join("") };
}

describe("evaluate", () => {
  it("prints one answer a case, in order, and goes on after a faulty one", async () => {
    const { code, out } = await run(evaluateCommand, ["-"], JSON.stringify([bad, good]));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { id: "bad", error: { code: "not_a_decimal", path: "bids[0].price", message: expect.any(String) } },
      { id: "good", scores: { A: "1" }, winner: "A" },
    ]);
  });

  it("reads an object with vectors from a file", async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "cases-")), "cases.json");
    await writeFile(file, JSON.stringify({ vectors: [good] }));
    expect(await run(evaluateCommand, [file])).toMatchObject({ code: 0, err: "" });
  });

  it.each([
    [[], ""],
    [["a", "b"], ""],
    [["/no/such/file"], ""],
    [["-"], "{"],
    [["-"], "{}"],
  ])("%j %j is bad usage", async (args, stdin) => {
    const { code, out, err } = await run(evaluateCommand, args, stdin);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).not.toBe("");
  });
});

describe("statistics", () => {
  it("answers in the same way", async () => {
    const cases = [
      { id: "w", method: "quantile_upper_bound_n", input: { quantile: "0.95", confidence: "0.95" } },
    ];
    const { code, out } = await run(statisticsCommand, ["-"], JSON.stringify(cases));
    expect({ code, answers: JSON.parse(out) }).toEqual({ code: 0, answers: [{ id: "w", n: 59 }] });
  });
});
