import { cp, mkdtemp, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkTemplates, fill, loadWording } from "#app/documents/templates.ts";
import { projectRoot } from "./invented-tender.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "templates-"));
});
afterAll(() => rm(root, { recursive: true }));
beforeEach(() => cp(join(projectRoot, "templates"), join(root, "templates"), { recursive: true }));

const file = "templates/requirement-specification.sv.yml";

async function change(from: string, to: string): Promise<void> {
  const path = join(root, file);
  await writeFile(path, (await readFile(path, "utf8")).replace(from, to));
}

describe("the templates of the project", () => {
  it("have every sentence and every placeholder in both languages", async () => {
    expect(await checkTemplates(projectRoot)).toEqual([]);
  });
});

describe("the check of templates", () => {
  it("names every fault at once, by file and field", async () => {
    await change("{case_number}", "{casenumber}");
    await change("version: Version {version}", "versoin: Version {version}");
    expect(await checkTemplates(root)).toEqual([
      { code: "template_sentence_unknown", place: { file, field: "versoin" } },
      {
        code: "placeholder_unknown",
        place: { file, field: "case_number" },
        params: { placeholder: "casenumber" },
      },
      {
        code: "placeholder_missing",
        place: { file, field: "case_number" },
        params: { placeholder: "case_number" },
      },
      { code: "template_sentence_missing", place: { file, field: "version" } },
    ]);
  });

  it("names a file that is missing, is no YAML, or is empty", async () => {
    await unlink(join(root, file));
    expect(await checkTemplates(root)).toEqual([{ code: "template_missing", place: { file } }]);
    await writeFile(join(root, file), "a: {b");
    expect(await checkTemplates(root)).toEqual([{ code: "template_not_yaml", place: { file } }]);
    await writeFile(join(root, file), "");
    expect(await checkTemplates(root)).toEqual([{ code: "template_empty", place: { file } }]);
  });

  it("keeps a faulty template from being used", async () => {
    await change("{case_number}", "");
    await expect(loadWording(root, "requirement-specification", "sv")).rejects.toThrow("placeholder_missing");
  });
});

describe("filling a sentence", () => {
  it("puts values in place and does not read them as placeholders again", () => {
    expect(fill("{a} and {b}", { a: "{b}", b: "2" })).toBe("{b} and 2");
  });
});
