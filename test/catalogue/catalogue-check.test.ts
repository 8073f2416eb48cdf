import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catalogueCheck } from "#app/cli/catalogue-check.ts";
import { catalogueFolder, root } from "./shipped-catalogue.ts";

async function run(args: string[], projectRoot: string) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await catalogueCheck(args, {
    root: projectRoot,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

describe("skallbor catalogue check", () => {
  let copy: string;
  beforeEach(async () => {
    copy = await mkdtemp(path.join(tmpdir(), "catalogue-check-"));
    await cp(catalogueFolder, path.join(copy, "requirements"), { recursive: true });
  });
  afterEach(() => rm(copy, { recursive: true }));

  async function change(file: string, from: string, to: string): Promise<void> {
    const name = path.join(copy, "requirements", file);
    await writeFile(name, (await readFile(name, "utf8")).replace(from, to));
  }

  it("finds nothing in the shipped catalogue and ends with 0", async () => {
    expect(await run([], root)).toEqual({ code: 0, out: ["236 requirements, no faults\n"], err: [] });
  });

  it("prints each broken rule with file, line, field and code, and ends with 1", async () => {
    await change("availability/AVAIL-001.yml", 'threshold: "90"', 'threshold: "91"');
    const { code, out } = await run([], copy);
    expect(code).toBe(1);
    expect(out).toEqual([
      expect.stringMatching(
        /^availability\/AVAIL-001\.yml:\d+ measure\.threshold threshold_not_in_text The text does not name the threshold\. \(threshold: 91\)\n$/,
      ),
    ]);
    const line = Number(/:(\d+) /.exec(out[0] ?? "")?.[1]);
    const text = await readFile(path.join(copy, "requirements/availability/AVAIL-001.yml"), "utf8");
    expect(text.split("\n")[line - 1]).toContain('threshold: "91"');
  });

  it("prints what cannot be read", async () => {
    await change("availability/AVAIL-001.yml", "level: must", "level: perhaps");
    const { code, out } = await run([path.join(copy, "requirements")], root);
    expect(code).toBe(1);
    expect(out).toEqual([
      expect.stringMatching(
        /^availability\/AVAIL-001\.yml:4 level field_invalid The value is not allowed: [^{]+\.\n$/,
      ),
    ]);
  });

  it.each([[["--fix"]], [["one", "two"]]])("ends with 2 for %j", async (args) => {
    const { code, out, err } = await run(args, root);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err).toEqual(["usage: skallbor catalogue check [FOLDER]\n"]);
  });
});
