import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requirementSpecification } from "#app/documents/requirement-specification.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Language } from "#app/domain/language.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import { archiveEntries, archiveEntry } from "./archive-entries.ts";
import { content, printedTender, projectRoot, requirements } from "./invented-tender.ts";

async function specification(language: Language, changed: Partial<TenderContent> = {}) {
  return requirementSpecification({
    ...printedTender,
    content: { ...content, ...changed },
    language,
    wording: await loadWording(projectRoot, "requirement-specification", language),
    measureSentence: () => "at least 90 % of offered calls within 20 s",
  });
}

/** Paragraphs as style and text, in the order of the document. */
function paragraphs(xml: string): { readonly style: string; readonly text: string }[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = ""]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(inner)?.[1] ?? "",
    text: [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""),
  }));
}

describe("the requirement specification", () => {
  it("has real headings: chapters, areas, and one for each requirement with label, id and title", async () => {
    const all = paragraphs(await archiveEntry(await specification("sv"), "word/document.xml"));
    const headings = (style: string) => all.filter((one) => one.style === style).map(({ text }) => text);
    expect(headings("Title")).toEqual([content.title.sv]);
    expect(headings("Heading1")).toEqual([
      "1\u2002Om upphandlingen",
      "2\u2002Så läses kraven",
      "3\u2002Volymer",
      "4\u2002Krav",
      "A\u2002Måttdefinitioner",
      "B\u2002Kravöversikt",
    ]);
    expect(headings("Heading2")).toEqual(["4.1\u2002Tillgänglighet", "4.2\u2002Kvalitet"]);
    expect(headings("Heading3").slice(0, 2)).toEqual([
      "\u00a0SKALL\u00a0\u2002AVAIL-001\u2002Title of AVAIL-001 (sv)",
      "\u00a0BÖR\u00a0\u2002AVAIL-002\u2002Title of AVAIL-002 (sv)",
    ]);
  });

  it("tells must and should by form: a filled ground or an outline", async () => {
    const xml = await archiveEntry(await specification("en"), "word/document.xml");
    const runOf = (word: string): string =>
      new RegExp(`<w:r>(?:(?!</w:r>).)*\u00a0${word}\u00a0`, "s").exec(xml)?.[0] ?? "";
    expect(runOf("MUST")).toContain("<w:shd ");
    expect(runOf("MUST")).not.toContain("<w:bdr ");
    expect(runOf("SHOULD")).toContain("<w:bdr ");
    expect(runOf("SHOULD")).not.toContain("<w:shd ");
  });

  it("prints the measure as a sentence with the formula of its variant, and the value in SEK or points", async () => {
    const texts = paragraphs(await archiveEntry(await specification("en"), "word/document.xml")).map(
      ({ text }) => text,
    );
    expect(texts).toContain("MeasureAt least 90 % of offered calls within 20 s.");
    expect(texts).toContain("FormulaSL-OFFERED: 100*aT/(a+b+f)");
    expect(texts).toContain("ValueUp to SEK\u00a0120,000.50 deducted from the price.");
    const points = await specification("en", {
      evaluation: {
        type: "weighted_points",
        priceWeight: "60",
        priceFunction: { type: "linear_fixed_bounds", lower: "1", upper: "2" },
        weightTotal: "100",
        tieBreak: [],
      },
    });
    const inPoints = paragraphs(await archiveEntry(points, "word/document.xml")).map(({ text }) => text);
    expect(inPoints).toContain("ValueUp to 4 points.");
  });

  it("repeats the head of each table and splits no row", async () => {
    const xml = await archiveEntry(await specification("sv"), "word/document.xml");
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
      expect(rows.map((row) => row.includes("<w:tblHeader"))).toEqual(rows.map((_, index) => index === 0));
      expect(rows.every((row) => row.includes("<w:cantSplit"))).toBe(true);
      expect(table).toMatch(/<w:tcW w:w="\d+" w:type="dxa"|<w:tcW w:type="dxa" w:w="\d+"/);
    }
  });

  it("states language, title and time of publication, and numbers its pages", async () => {
    for (const [language, locale] of [
      ["sv", "sv-SE"],
      ["en", "en-GB"],
    ] as const) {
      const entries = await archiveEntries(await specification(language));
      expect(entries.get("word/styles.xml")).toContain(`w:val="${locale}"`);
      const core = entries.get("docProps/core.xml") ?? "";
      expect(core).toContain(`<dc:language>${locale}</dc:language>`);
      expect(core).toContain(content.title[language]);
      expect(core.match(/2027-01-29T09:00:00Z/g)).toHaveLength(2);
      const footers = [...entries].filter(([name]) => name.startsWith("word/footer")).map(([, xml]) => xml);
      expect(footers.every((xml) => xml.includes("PAGE") && xml.includes("NUMPAGES"))).toBe(true);
    }
  });

  it("has a table of contents that is filled in, page numbers included", async () => {
    const all = paragraphs(await archiveEntry(await specification("sv"), "word/document.xml"));
    expect(all.filter(({ style }) => style === "TOC1").map(({ text }) => text)).toEqual([
      expect.stringMatching(/^1\u2002Om upphandlingen3$/),
      expect.stringMatching(/^2\u2002Så läses kraven\d$/),
      expect.stringMatching(/^3\u2002Volymer\d$/),
      expect.stringMatching(/^4\u2002Krav\d$/),
      expect.stringMatching(/^A\u2002Måttdefinitioner\d$/),
      expect.stringMatching(/^B\u2002Kravöversikt\d$/),
    ]);
  });

  it("gives the same bytes for the same input, also as the second document of a process", async () => {
    const [first, second] = [await specification("sv"), await specification("sv")];
    expect(second.equals(first)).toBe(true);
    expect((await specification("en")).equals(first)).toBe(false);
  });

  it("says of a draft that it is one, and gives it no checksum", async () => {
    const draft = await requirementSpecification({
      ...printedTender,
      sha256: null,
      publishedAt: null,
      language: "en",
      wording: await loadWording(projectRoot, "requirement-specification", "en"),
      measureSentence: () => "",
    });
    const xml = await archiveEntry(draft, "word/document.xml");
    expect(xml).toContain("Draft, not published");
    expect(xml).not.toContain("SHA-256");
  });

  it("writes any text as text: no fields, no broken XML", { timeout: 30_000 }, async () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("<w:fldSimple/>", "]]>", "\u0000\u0007\ufffe", "\ud800", "{ HYPERLINK x }", "a\r\nb"),
    );
    const plain = await archiveEntry(await specification("sv"), "word/document.xml");
    const fields = plain.match(/<w:(fldChar|fldSimple|instrText)/g)?.length;
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const changed = [
          { ...requirements.text, text: { sv: text, en: text } },
          ...content.requirements.slice(0, 5),
        ];
        const xml = await archiveEntry(
          await specification("sv", { requirements: changed }),
          "word/document.xml",
        );
        expect(xml.match(/<w:(fldChar|fldSimple|instrText)/g)?.length).toBe(fields);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(xml.isWellFormed()).toBe(true);
      }),
      { numRuns: 12 },
    );
  });
});
