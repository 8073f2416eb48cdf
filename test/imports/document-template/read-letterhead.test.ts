import { createCipheriv } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLetterhead } from "#app/imports/document-template/read-letterhead.ts";
import { isWellFormed } from "#app/imports/document-template/well-formed.ts";
import { logotype, templateFile, templateParts, templateText } from "../../documents/letterhead-template.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "letterhead-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(changed: Parameters<typeof templateFile>[0] = {}) {
  const file = path.join(folder, "template.dotx");
  await writeFile(file, templateFile(changed));
  return await readLetterhead(file);
}
const codes = async (changed: Parameters<typeof templateFile>[0]) => {
  const result = await read(changed);
  return result.ok ? [] : result.faults.map(({ code }) => code);
};
/** Bytes that do not get smaller, the same each time. */
const noise = (bytes: number): Buffer =>
  createCipheriv("aes-128-ctr", Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(bytes));
const parts = templateParts();
const text = (name: string): string => String(parts[name]);

describe("a template", () => {
  it("gives page, styles, theme, headers and footers with their pictures, and nothing of its text", async () => {
    const result = await read();
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    const { page, styles, theme, edges } = result.value;
    expect(page).toEqual({
      width: 11_906,
      height: 16_838,
      top: 2000,
      right: 1200,
      bottom: 1500,
      left: 2200,
      header: 600,
      footer: 500,
    });
    expect([styles, theme]).toEqual([text("word/styles.xml"), text("word/theme/theme1.xml")]);
    expect(edges.map(({ kind, on, pictures }) => [kind, on, pictures.length])).toEqual([
      ["header", "default", 0],
      ["header", "first", 1],
      ["footer", "default", 0],
    ]);
    expect(edges[1]?.pictures[0]).toEqual({ id: "rId1", type: "png", base64: logotype.toString("base64") });
    expect(JSON.stringify(result.value)).not.toContain("Mallens egen text");
  });

  it("has a first page of its own only where its section says so", async () => {
    const plain = text("word/document.xml").replace("<w:titlePg/>", "");
    const result = await read({ "word/document.xml": plain });
    expect(result.ok && result.value.edges.map(({ on }) => on)).toEqual(["default", "default"]);
  });

  it("keeps margins that leave room for a table, and takes A4 where it says nothing", async () => {
    const bare = text("word/document.xml").replace(/<w:pg(Sz|Mar)[^>]*>/g, "");
    const result = await read({ "word/document.xml": bare });
    expect(result.ok && result.value.page).toMatchObject({ width: 11_906, left: 1440, right: 1440 });
    const narrow = text("word/document.xml").replace('w:left="2200"', 'w:left="7900"');
    const narrowed = await read({ "word/document.xml": narrow });
    expect(narrowed.ok && narrowed.value.page.left).toBe(1440);
  });
});

describe("a template is refused", () => {
  const header = (inner: string) => templateText.header.replace("<w:p>", () => `${inner}<w:p>`);

  it("when a part that is needed is missing or not whole", async () => {
    expect(await codes({ "word/styles.xml": null })).toEqual(["template_unreadable"]);
    expect(await codes({ "word/styles.xml": text("word/styles.xml").replace("</w:style>", "") })).toEqual([
      "template_unreadable",
    ]);
    expect(await codes({ "word/header1.xml": header("<w:p>") })).toEqual(["template_unreadable"]);
    expect(await codes({ "word/media/image1.png": null })).toEqual(["template_unreadable"]);
  });

  it("when a header would load something, whoever opens the document", async () => {
    const field = (words: string) =>
      header(`<w:p><w:r><w:instrText xml:space="preserve"> ${words} </w:instrText></w:r></w:p>`);
    expect(await codes({ "word/header1.xml": field('INCLUDEPICTURE "http://x.invalid/a.png"') })).toEqual([
      "template_fetches",
    ]);
    expect(await codes({ "word/header1.xml": header('<w:fldSimple w:instr="DDEAUTO c:\\\\cmd"/>') })).toEqual(
      ["template_fetches"],
    );
    expect(await codes({ "word/header1.xml": field("PAGE") })).toEqual([]);
    const linked = text("word/_rels/header2.xml.rels").replace(
      'Target="media/image1.png"',
      'Target="http://x.invalid/a.png" TargetMode="External"',
    );
    expect(await codes({ "word/_rels/header2.xml.rels": linked })).toEqual(["archive_has_external_links"]);
  });

  it("when a header holds a chart, an object, a macro", async () => {
    const chart = text("word/_rels/header2.xml.rels").replace("/image", "/chart");
    expect(await codes({ "word/_rels/header2.xml.rels": chart })).toEqual(["template_part_unknown"]);
    expect(await codes({ "word/header1.xml": header("<w:object/>") })).toEqual(["template_fetches"]);
    expect(await codes({ "word/vbaProject.bin": "x" })).toEqual(["archive_has_macros"]);
    expect(await codes({ "word/document.xml": "<!DOCTYPE a>" })).toEqual(["archive_has_doctype"]);
  });

  it("when what would be carried in every document is too large", async () => {
    const heavy = Buffer.concat([logotype, noise(2 * 1024 * 1024)]);
    expect(await codes({ "word/media/image1.png": heavy })).toEqual(["template_too_large"]);
  });

  it("when it is no Word file", async () => {
    const file = path.join(folder, "text.docx");
    await writeFile(file, "Hej");
    const result = await readLetterhead(file);
    expect(result.ok ? [] : result.faults.map(({ code }) => code)).toEqual(["archive_not_docx"]);
  });
});

describe("whole XML", () => {
  it.each(["<a/>", "<?xml version='1.0'?><a b='>'><!-- <b> --><c:d e=\"/a>\"/>x</a>", "<a>\n</a >"])(
    "is %s",
    (xml) => {
      expect(isWellFormed(xml)).toBe(true);
    },
  );
  it.each([
    "",
    "text",
    "<a>",
    "</a>",
    "<a></b>",
    "<a><b></a></b>",
    "<a/><b/>",
    '<a b="',
    "<a",
    "<!DOCTYPE a><a/>",
    '<a b="<"/>',
  ])("is not “%s”", (xml) => {
    expect(isWellFormed(xml)).toBe(false);
  });
  it("is any tree written out, and no longer when one of its tags is taken out", () => {
    interface Tree {
      readonly name: string;
      readonly children: readonly Tree[];
    }
    const name = fc.stringMatching(/^[a-z]{1,4}$/);
    const tree = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.record({ name, children: fc.constant([]) }),
        fc.record({ name, children: fc.array(tie("tree"), { maxLength: 3 }) }),
      ),
    })).tree;
    const written = ({ name, children }: Tree): string =>
      `<${name}>${children.map(written).join("")}</${name}>`;
    fc.assert(
      fc.property(tree, fc.nat(), (one, place) => {
        const xml = written(one);
        expect(isWellFormed(xml)).toBe(true);
        const tags = [...xml.matchAll(/<[^>]*>/g)];
        const tag = tags[place % tags.length];
        if (tag === undefined) return;
        expect(isWellFormed(xml.slice(0, tag.index) + xml.slice(tag.index + tag[0].length))).toBe(false);
      }),
    );
  });
});
