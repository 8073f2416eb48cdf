import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { equivalentMutants } from "./equivalent-mutants.ts";

const run = promisify(execFile);

/** Each half in a process of its own, since the mutants replace modules of the engine. */
async function survivorsOf(part: number, parts: number): Promise<{ count: number; survivors: string[] }> {
  const { stdout } = await run(
    process.execPath,
    [path.join(import.meta.dirname, "run-mutants.ts"), String(part), String(parts)],
    { maxBuffer: 2 ** 24 },
  );
  return JSON.parse(stdout);
}

describe("the engine with one sign or comparison turned", () => {
  it("gives another answer to some case, whichever it is", async () => {
    const halves = await Promise.all([survivorsOf(0, 2), survivorsOf(1, 2)]);
    expect(halves.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(400);
    const survivors = halves.flatMap((half) => half.survivors).sort();
    expect(survivors).toEqual([...equivalentMutants.keys()].sort());
  }, 120_000);
});
