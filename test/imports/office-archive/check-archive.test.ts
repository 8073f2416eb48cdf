import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requirementSpecification } from "#app/documents/requirement-specification.ts";
import { loadWording } from "#app/documents/templates.ts";
import { checkArchive, type OfficeKind } from "#app/imports/office-archive/check-archive.ts";
import { printedTender, projectRoot } from "../../documents/invented-tender.ts";
import { type Part, wordParts, workbook, zip } from "./zip-writer.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "archives-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function codes(bytes: Uint8Array, kind: OfficeKind = "docx"): Promise<string[]> {
  const path = join(folder, "proof");
  await writeFile(path, bytes);
  return (await checkArchive(path, kind)).map(({ code }) => code);
}

const relationship = (type: string, mode: string) =>
  `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="file:///\\\\a.example\\b.dotm" TargetMode="${mode}"/></Relationships>`;

/** Hidden in a Word file, what an evaluator would open with it. */
const hostile: readonly (readonly [string, Part, string])[] = [
  ["macros", { name: "word/vbaProject.bin", content: "x" }, "archive_has_macros"],
  [
    "macros under another name",
    {
      name: "[Content_Types].xml",
      content:
        '<Types><Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vba&#80;roject"/></Types>',
    },
    "archive_has_macros",
  ],
  [
    "the main part of a file with macros",
    {
      name: "[Content_Types].xml",
      content:
        '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    },
    "archive_has_macros",
  ],
  [
    "a template somewhere else",
    { name: "word/_rels/settings.xml.rels", content: relationship("attachedTemplate", "External") },
    "archive_has_external_links",
  ],
  [
    "a template somewhere else, written in numbers",
    { name: "word/_rels/settings.xml.rels", content: relationship("attachedTemplate", "Ext&#x65;rnal") },
    "archive_has_external_links",
  ],
  [
    "an embedded object",
    { name: "word/embeddings/oleObject1.bin", content: "x" },
    "archive_has_embedded_objects",
  ],
  ["a control", { name: "word/activeX/activeX1.bin", content: "x" }, "archive_has_embedded_objects"],
  [
    "a file in the file",
    { name: "word/media/image1.png", content: workbook("<sheetData/>") },
    "archive_nested",
  ],
  ["an entity", { name: "word/a.xml", content: "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>" }, "archive_has_doctype"],
  ["a locked part", { name: "word/a.xml", content: "x", flags: 1 }, "archive_encrypted"],
  ["a part that climbs out", { name: "../../evil.txt", content: "x" }, "archive_entry_name_unsafe"],
  ["a bomb", { name: "word/a.xml", content: Buffer.alloc(200 * 1024 * 1024, 97) }, "archive_ratio_too_high"],
];

describe("a Word file handed in as a proof", () => {
  it.each(hostile)("is refused with %s", async (_, part, code) => {
    const parts = [...wordParts.filter(({ name }) => name !== part.name), part];
    expect(await codes(zip(parts))).toEqual([code]);
  });

  it("may have hyperlinks", async () => {
    const links = { name: "word/_rels/document.xml.rels", content: relationship("hyperlink", "External") };
    expect(await codes(zip([...wordParts, links]))).toEqual([]);
  });

  it("is taken as this program and others write it", async () => {
    const language = "sv";
    const wording = await loadWording(projectRoot, "requirement-specification", language);
    const measureSentence = () => "a sentence";
    expect(
      await codes(await requirementSpecification({ ...printedTender, language, wording, measureSentence })),
    ).toEqual([]);
    expect(await codes(zip(wordParts))).toEqual([]);
  });

  it("is told from a workbook, whatever it is called", async () => {
    expect(await codes(workbook("<sheetData/>"))).toEqual(["archive_not_docx"]);
    expect(await codes(zip(wordParts), "xlsx")).toEqual(["archive_not_xlsx"]);
  });
});

describe("looking through a large file", () => {
  it("lets other work go on in between", { timeout: 60_000 }, async () => {
    // Random digits: they inflate to about twice their size, as text does, and so pass for text.
    const digits = Buffer.from(Array.from({ length: 4_000_000 }, () => 48 + Math.floor(Math.random() * 10)));
    const parts = Array.from({ length: 8 }, (_, index) => ({ name: `word/a${index}.xml`, content: digits }));
    const bytes = zip([...wordParts, ...parts]);
    let turns = 0;
    const other = setInterval(() => turns++, 1);
    expect(await codes(bytes)).toEqual([]);
    clearInterval(other);
    expect(turns).toBeGreaterThan(20);
  });
});
