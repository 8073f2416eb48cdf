import { beforeAll, describe, expect, it } from "vitest";
import { textWidth } from "#app/documents/word-style.ts";
import { languages } from "#app/domain/language.ts";
import { isWellFormed } from "#app/imports/document-template/well-formed.ts";
import {
  convertedAll,
  hasLibreOffice,
  pythonWithDocx,
  toldByPython,
  unless,
} from "../support/office-programs.ts";
import { archiveEntries } from "./archive-entries.ts";
import { everyLetter, everyWordDocument } from "./every-word-document.ts";
import { content } from "./invented-tender.ts";
import { wordParagraphs } from "./word-paragraphs.ts";

const casesOf = (written: typeof everyWordDocument, hasContents: boolean) =>
  Object.entries(written).flatMap(([name, write]) =>
    languages.map((language) => ({ name, language, write, hasContents })),
  );
const cases = [...casesOf(everyWordDocument, true), ...casesOf(everyLetter, false)];

describe.each(cases)("the $name in $language", ({ language, write, hasContents }) => {
  let bytes: Buffer;
  let parts: ReadonlyMap<string, string>;
  let document = "";
  beforeAll(async () => {
    bytes = await write(language);
    parts = await archiveEntries(bytes);
    document = parts.get("word/document.xml") ?? "";
  });

  it("is whole in every part, and says its language, title and author", () => {
    for (const [name, xml] of parts)
      if (/\.(xml|rels)$/.test(name)) expect(isWellFormed(xml), name).toBe(true);
    const locale = language === "sv" ? "sv-SE" : "en-GB";
    expect(parts.get("word/styles.xml")).toContain(`<w:lang w:val="${locale}"/>`);
    const core = parts.get("docProps/core.xml") ?? "";
    expect(core).toContain(`<dc:language>${locale}</dc:language>`);
    expect(core).toMatch(new RegExp(`<dc:title>.+: ${content.title[language]}</dc:title>`));
    expect(core).toContain(`<dc:creator>${content.buyer.name}</dc:creator>`);
  });

  it("has contents unless it is a letter, and its title on every page but the first, with page x of y below", () => {
    expect(document.includes("TOC \\h \\o &quot;1-2&quot;")).toBe(hasContents);
    expect(document).toContain("<w:titlePg/>");
    const [header, first] = [parts.get("word/header1.xml") ?? "", parts.get("word/header2.xml") ?? ""];
    // A document tells its version apart from others; a letter goes by the case.
    for (const told of [content.title[language], hasContents ? "version 1" : content.caseNumber]) {
      expect(header).toContain(told);
      expect(first).not.toContain(told);
    }
    for (const name of ["word/footer1.xml", "word/footer2.xml"])
      expect(parts.get(name)).toMatch(/PAGE.*NUMPAGES/s);
  });

  it("numbers its chapters from 1 on, annexes from A on, and what is in them after them", async () => {
    const headings = (await wordParagraphs(bytes)).filter(({ style }) => /^Heading[12]$/.test(style));
    const number = (text: string) => /^(\S+)\u2002\S/.exec(text)?.[1] ?? `none: ${text}`;
    const chapters = headings.filter(({ style }) => style === "Heading1").map(({ text }) => number(text));
    const numbers = chapters.filter((one) => /^\d+$/.test(one));
    const letters = chapters.slice(numbers.length);
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
    expect(letters).toEqual(letters.map((_, index) => "ABC"[index]));
    let chapter = "";
    let within = 0;
    for (const { style, text } of headings) {
      if (style === "Heading1") {
        chapter = number(text);
        within = 0;
      } else {
        within += 1;
        expect(number(text)).toBe(`${chapter}.${within}`);
      }
    }
  });

  it("has tables of the text's width, whose head is repeated and whose rows stay whole", () => {
    const tables = [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);
    for (const table of tables) {
      expect(table).toContain('<w:tblStyle w:val="TenderTable"/>');
      expect(table).toMatch(/<w:tblLook[^>]*w:firstRow="(1|true)"/);
      const grid = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
      expect(Math.abs(grid.reduce((sum, width) => sum + width, 0) - textWidth)).toBeLessThanOrEqual(
        grid.length,
      );
      const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
      expect(rows.length).toBeGreaterThan(1);
      for (const [index, row] of rows.entries()) {
        expect(row).toContain("<w:cantSplit/>");
        expect(row.includes("<w:tblHeader/>")).toBe(index === 0);
        const widths = [...row.matchAll(/<w:tcW[^>]*w:w="(\d+)"/g)].map(([, width]) => Number(width));
        expect(widths).toEqual(grid);
      }
    }
  });

  it("uses only styles that it has, and says in words what each picture shows", async () => {
    const styles = new Set(
      [...(parts.get("word/styles.xml") ?? "").matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id),
    );
    for (const [, id] of document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g)) {
      expect(styles).toContain(id);
    }
    const pictures = [...document.matchAll(/<wp:docPr\b[^>]*>/g)].map(([picture]) => picture);
    expect(pictures).toHaveLength((document.match(/<w:drawing>/g) ?? []).length);
    for (const picture of pictures) expect(picture).toMatch(/descr="[^"]{20,}"/);
  });

  it("has the same bytes each time", async () => {
    expect((await write(language)).equals(bytes)).toBe(true);
  });
});

describe("read by other programs", () => {
  it.skipIf(!hasLibreOffice)(
    `every document becomes a PDF of several pages, a letter of at least one${unless(hasLibreOffice, "LibreOffice")}`,
    { timeout: 240_000 },
    async () => {
      const files = await Promise.all(cases.map(({ language, write }) => write(language)));
      const pdfs = convertedAll(files, "docx", "pdf");
      expect(pdfs).toHaveLength(cases.length);
      for (const [index, pdf] of pdfs.entries()) {
        const text = pdf.toString("latin1");
        expect(text.startsWith("%PDF-")).toBe(true);
        const pages = (text.match(/\/Type\s*\/Page\b/g) ?? []).length;
        expect(pages).toBeGreaterThanOrEqual(cases[index]?.hasContents ? 4 : 1);
      }
    },
  );

  it.skipIf(pythonWithDocx === null)(
    `python-docx finds the same headings, tables and properties${unless(pythonWithDocx !== null, "python-docx")}`,
    { timeout: 120_000 },
    async () => {
      const script = `
import docx, json, sys
d = docx.Document(sys.argv[1])
print(json.dumps({"title": d.core_properties.title, "language": d.core_properties.language,
  "headings": [p.text for p in d.paragraphs if p.style.name == "Heading 1"],
  "tables": [[len(t.rows), len(t.columns), t.style.name] for t in d.tables]}))
`;
      for (const { language, write } of cases) {
        const bytes = await write(language);
        const told = JSON.parse(toldByPython(pythonWithDocx ?? "", script, bytes));
        const xml = (await archiveEntries(bytes)).get("word/document.xml") ?? "";
        const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => [
          table.match(/<w:tr>/g)?.length,
          table.match(/<w:gridCol /g)?.length,
          "Tender Table",
        ]);
        const headings = (await wordParagraphs(bytes)).filter(({ style }) => style === "Heading1");
        expect(told.language).toBe(language === "sv" ? "sv-SE" : "en-GB");
        expect(told.title).toContain(content.title[language]);
        expect(told.headings).toEqual(headings.map(({ text }) => text));
        expect(told.tables).toEqual(tables);
      }
    },
  );
});
