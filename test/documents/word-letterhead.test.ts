import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invitation } from "#app/documents/invitation.ts";
import { loadWording } from "#app/documents/templates.ts";
import { accentOf, mergeStyles } from "#app/documents/word-letterhead-styles.ts";
import type { Letterhead } from "#app/domain/document-template/letterhead.ts";
import { readLetterhead } from "#app/imports/document-template/read-letterhead.ts";
import { isWellFormed } from "#app/imports/document-template/well-formed.ts";
import {
  converted,
  hasLibreOffice,
  pythonWithDocx,
  toldByPython,
  unless,
} from "../support/office-programs.ts";
import { archiveBytes, archiveEntries } from "./archive-entries.ts";
import { printedTender, projectRoot } from "./invented-tender.ts";
import { logotype, templateFile, templateParts } from "./letterhead-template.ts";
import { wordParagraphs, wordTexts } from "./word-paragraphs.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "word-letterhead-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function letterheadOf(file: Buffer): Promise<Letterhead> {
  const place = path.join(folder, "template.dotx");
  await writeFile(place, file);
  const read = await readLetterhead(place);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

async function printed(letterhead?: Letterhead): Promise<Buffer> {
  const wording = await loadWording(projectRoot, "invitation", "sv");
  const address = "https://ekvallen.example/tenders/t";
  return invitation({ ...printedTender, language: "sv", wording, address, letterhead });
}
const styleOf = (styles: string, name: string): string =>
  (styles.match(/<w:style\b[^>]*>.*?<\/w:style>/gs) ?? []).find((style) =>
    style.includes(`w:val="${name}"`),
  ) ?? "";

describe("a document with a buyer's letterhead", () => {
  it("has the template's page, and tables as wide as its text", async () => {
    const xml = (await archiveEntries(await printed(await letterheadOf(templateFile())))).get(
      "word/document.xml",
    );
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(xml).toContain('w:top="2000" w:right="1200" w:bottom="1500" w:left="2200"');
    const widths = [...(xml ?? "").matchAll(/<w:tblW w:type="dxa" w:w="(\d+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect(new Set(widths)).toEqual(new Set([11_906 - 1200 - 2200]));
    const [grid = ""] = /<w:tblGrid>.*?<\/w:tblGrid>/.exec(xml ?? "") ?? [];
    const columns = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(Math.abs(columns.reduce((sum, width) => sum + width, 0) - 8506)).toBeLessThan(3);
  });

  it("has its text and headings in the template's styles, whatever their ids, and its own for the rest", async () => {
    const bytes = await printed(await letterheadOf(templateFile()));
    const used = new Set((await wordParagraphs(bytes)).map(({ style }) => style));
    expect(used).toContain("Rubrik1");
    expect(used).not.toContain("Heading1");
    const styles = (await archiveEntries(bytes)).get("word/styles.xml") ?? "";
    const defined = new Set([...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id));
    for (const style of used) if (style !== "") expect(defined).toContain(style);
    // Every style stands on one that is there, or on the one that every program has.
    defined.add("DefaultParagraphFont");
    for (const [, base] of styles.matchAll(/<w:basedOn w:val="([^"]*)"/g)) expect(defined).toContain(base);
    expect(styles).toContain('w:ascii="Georgia"');
    expect(styles).not.toContain("Calibri");
    // The template's "Lead" is another style than ours of that id.
    expect(styleOf(styles, "Lead")).toContain('w:styleId="TenderLead"');
  });

  it("writes its numbers of headings out, and so takes none from the template, but the document's language", async () => {
    const styles =
      (await archiveEntries(await printed(await letterheadOf(templateFile())))).get("word/styles.xml") ?? "";
    expect(styles).not.toContain("<w:numPr>");
    expect([...styles.matchAll(/<w:lang\b[^>]*>/g)].map(([lang]) => lang)).toEqual([
      '<w:lang w:val="sv-SE"/>',
    ]);
  });

  it("has the letterhead first, then its own line below it, and page numbers once", async () => {
    const entries = await archiveBytes(await printed(await letterheadOf(templateFile())));
    const part = (name: string) => entries.get(`word/${name}`)?.toString() ?? "";
    expect(part("header-template-default.xml")).toMatch(/Ekvallens kommun.*version 1/s);
    expect(part("header-template-first.xml")).not.toContain("version 1");
    expect(part("footer-template-default.xml")).toMatch(/Torget 1, Ekvallen.*PAGE.*NUMPAGES/s);
    expect(entries.get("word/media/template-header-first-1.png")).toEqual(logotype);
    const numbered = String(templateParts()["word/footer1.xml"]).replace(
      "</w:ftr>",
      '<w:p><w:fldSimple w:instr=" PAGE "/></w:p></w:ftr>',
    );
    const own = await archiveEntries(
      await printed(await letterheadOf(templateFile({ "word/footer1.xml": numbered }))),
    );
    expect(own.get("word/footer-template-default.xml")?.match(/PAGE/g)).toHaveLength(1);
  });

  it("keeps our own header or footer where the template has none", async () => {
    const without = String(templateParts()["word/document.xml"]).replace(
      /<w:(header|footer)Reference[^>]*>/g,
      "",
    );
    const bytes = await printed(await letterheadOf(templateFile({ "word/document.xml": without })));
    const xml = (await archiveEntries(bytes)).get("word/document.xml") ?? "";
    expect(xml.match(/<w:headerReference/g)).toHaveLength(2);
    expect(xml.match(/<w:footerReference/g)).toHaveLength(2);
  });

  it("names every part once, and every part that it names is there and whole", async () => {
    const entries = await archiveEntries(await printed(await letterheadOf(templateFile())));
    const types = entries.get("[Content_Types].xml") ?? "";
    const overrides = [...types.matchAll(/PartName="\/([^"]*)"/g)].map(([, name]) => name ?? "");
    expect(new Set(overrides).size).toBe(overrides.length);
    for (const name of overrides) expect([...entries.keys()]).toContain(name);
    for (const [name, xml] of entries) {
      if (/\.(xml|rels)$/.test(name)) expect(isWellFormed(xml), name).toBe(true);
      if (!name.endsWith(".rels")) continue;
      const folderOf = name.replace(/_rels\/[^/]*$/, "");
      const ids = [...xml.matchAll(/\sId="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, target] of xml.matchAll(/Target="([^":]*)"/g)) {
        expect([...entries.keys()], `${name}: ${target}`).toContain(
          `${folderOf}${target}`.replace(/^\//, ""),
        );
      }
    }
  });

  it("says the same as without it, and gives the same bytes for the same template", async () => {
    const letterhead = await letterheadOf(templateFile());
    const withIt = await printed(letterhead);
    // The contents come first, where only a document of our own look has page numbers.
    const titled = (texts: readonly string[]) => texts.slice(texts.lastIndexOf("1\u2002I korthet"));
    expect(titled(await wordTexts(withIt))).toEqual(titled(await wordTexts(await printed())));
    expect(withIt.equals(await printed(letterhead))).toBe(true);
    expect(withIt.equals(await printed())).toBe(false);
  });
});

describe("the colour of a letterhead", () => {
  const heading = (colour: string) =>
    `<w:styles><w:style w:type="paragraph" w:styleId="R"><w:name w:val="heading 1"/><w:rPr>${colour}</w:rPr></w:style></w:styles>`;
  const theme = '<a:accent1><a:srgbClr val="1F4E79"/></a:accent1><a:dk2><a:sysClr lastClr="222222"/></a:dk2>';
  it.each([
    ['<w:color w:val="7a1f3d"/>', "7A1F3D"],
    ['<w:color w:val="auto" w:themeColor="accent1"/>', "1F4E79"],
    ['<w:color w:val="auto" w:themeColor="text2"/>', "222222"],
    // White letters on yellow could not be read.
    ['<w:color w:val="FFCC00"/>', null],
    ["", null],
  ])("is that of its first heading: %s", (colour, accent) => {
    expect(accentOf(heading(colour), theme)).toBe(accent);
  });
});

describe("merged styles", () => {
  it("get the language wherever the template keeps its defaults, or has none", () => {
    for (const defaults of [
      "",
      "<w:docDefaults/>",
      "<w:docDefaults><w:rPrDefault/></w:docDefaults>",
      "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>",
      "<w:docDefaults><w:rPrDefault><w:rPr><w:sz/></w:rPr></w:rPrDefault></w:docDefaults>",
      "<w:docDefaults><w:pPrDefault/></w:docDefaults>",
    ]) {
      const { xml } = mergeStyles(`<w:styles>${defaults}</w:styles>`, "<w:styles></w:styles>", "en");
      expect(
        xml.match(/<w:docDefaults>.*<w:lang w:val="en-GB"\/>.*<\/w:docDefaults>/g),
        defaults,
      ).toHaveLength(1);
      expect(isWellFormed(xml)).toBe(true);
    }
  });
});

describe("in other programs", () => {
  it.skipIf(!hasLibreOffice)(
    `a template that LibreOffice wrote gives its letterhead too${unless(hasLibreOffice, "LibreOffice")}`,
    { timeout: 120_000 },
    async () => {
      const odt = converted(templateFile(), "docx", "odt");
      const letterhead = await letterheadOf(converted(odt, "odt", "docx"));
      expect(letterhead.edges.some(({ pictures }) => pictures.length === 1)).toBe(true);
      expect(letterhead.page.left).toBeGreaterThan(2150);
      const bytes = await printed(letterhead);
      const pdf = converted(bytes, "docx", "txt:Text").toString("utf8");
      expect(pdf).toContain("Ekvallens kommun (påhittad)");
      expect(converted(bytes, "docx", "pdf").subarray(0, 5).toString()).toBe("%PDF-");
    },
  );

  it.skipIf(pythonWithDocx === null)(
    `python-docx reads the same document${unless(pythonWithDocx !== null, "python-docx")}`,
    async () => {
      const script = `
import docx, sys
d = docx.Document(sys.argv[1])
s = d.sections[0]
print(s.left_margin.twips, s.header.paragraphs[0].text, len(d.tables), sorted({p.style.name for p in d.paragraphs if p.style.name.startswith("heading") or p.style.name.startswith("Heading")}))
`;
      const told = toldByPython(
        pythonWithDocx ?? "",
        script,
        await printed(await letterheadOf(templateFile())),
      );
      expect(told.trim()).toBe("2200 Ekvallens kommun 3 ['Heading 1']");
    },
  );
});
