import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

const file = new URL("../vectors/availability.json", import.meta.url).pathname;
const { vectors }: { vectors: { id: string; expected: object }[] } = JSON.parse(readFileSync(file, "utf8"));

describe("skallbor availability", { timeout: 60_000 }, () => {
  it("answers every published case of a file with its expected fields, in order", async () => {
    const { code, out, err } = await runCli(["availability", file]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject(vectors.map(({ id, expected }) => ({ id, ...expected })));
  });

  it("goes on after a faulty case and ends with 1", async () => {
    const cases = [{ id: "bad", kind: "serial", components: ["99.5"] }, vectors[0]];
    const { code, out } = await runCli(["availability", "-"], {}, JSON.stringify(cases));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      {
        id: "bad",
        error: { code: "number_out_of_range", path: "components[0]", message: expect.any(String) },
      },
      { id: vectors[0]?.id, ...vectors[0]?.expected },
    ]);
  });
});
