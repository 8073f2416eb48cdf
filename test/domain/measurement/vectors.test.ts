import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measureCommand } from "#app/cli/measure.ts";

interface Vector {
  readonly id: string;
  readonly note: string;
  readonly files: readonly string[];
  readonly args: readonly string[];
  readonly exit_code: number;
  readonly expected: string;
}

const folder = join(import.meta.dirname, "../../vectors/measure");
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const { vectors } = readJson("vectors.json") as { readonly vectors: readonly Vector[] };

/** Options that name a file of the folder. */
const inFolder = (args: readonly string[]): string[] =>
  args.map((arg) => (arg.endsWith(".json") ? join(folder, arg) : arg));

const isDecimal = (text: string): boolean => /^-?\d+\.\d+$/.test(text);

/** Where the two differ: members that the expected document lacks, and messages, are not compared. */
function differences(expected: unknown, actual: unknown, path = ""): string[] {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length)
      return [`${path}: ${actual.length} entries, not ${expected.length}`];
    return expected.flatMap((each, i) => differences(each, actual[i], `${path}[${i}]`));
  }
  if (isObject(expected) && isObject(actual)) {
    return Object.keys(expected)
      .filter((key) => key !== "message")
      .flatMap((key) => differences(expected[key], actual[key], `${path}/${key}`));
  }
  return sameValue(expected, actual)
    ? []
    : [`${path}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function sameValue(expected: unknown, actual: unknown): boolean {
  if (expected === actual) return true;
  if (typeof expected !== "string" || typeof actual !== "string") return false;
  // One unit in the twelfth digit is left to the consumer.
  return isDecimal(expected) && isDecimal(actual) && Math.abs(Number(expected) / Number(actual) - 1) < 1e-11;
}

describe("measurement documents of the published call files", () => {
  it.each(vectors)("$id: $note", async ({ files, args, exit_code, expected }) => {
    let out = "";
    const paths = files.map((file) => join(folder, file));
    const code = await measureCommand([...paths, ...inFolder(args)], {
      root: process.cwd(),
      out: (text) => {
        out += text;
      },
      err: (text) => {
        throw new Error(text);
      },
    });
    expect(code).toBe(exit_code);
    expect(differences(readJson(expected), JSON.parse(out))).toEqual([]);
  });
});
