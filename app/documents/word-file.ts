import { type Document, Packer } from "docx";
import { localeOf, printableText } from "#app/documents/printed-values.ts";
import { archiveOf, entriesOf } from "#app/documents/stable-archive.ts";
import { withLetterhead } from "#app/documents/word-letterhead.ts";
import { tableStyle } from "#app/documents/word-style.ts";
import type { Letterhead } from "#app/domain/document-template/letterhead.ts";
import type { Language } from "#app/domain/language.ts";

export interface WordProperties {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  /** Instant that the file gives as its time of writing. */
  readonly instant: string;
  /** The buyer's own template; without one the document has our look. */
  readonly letterhead?: Letterhead | undefined;
}

const escapeXml = (text: string): string =>
  printableText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The bytes of a Word file with the given properties; the library would write the present moment into them. */
export async function wordBytes(document: Document, properties: WordProperties): Promise<Buffer> {
  const moment = `<dcterms:created xsi:type="dcterms:W3CDTF">${properties.instant}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${properties.instant}</dcterms:modified>`;
  const core = `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(properties.title)}</dc:title><dc:creator>${escapeXml(properties.author)}</dc:creator><dc:language>${localeOf[properties.language]}</dc:language><cp:lastModifiedBy>${escapeXml(properties.author)}</cp:lastModifiedBy>${moment}</cp:coreProperties>`;
  const bytes = await Packer.toBuffer(document, undefined, [{ path: "docProps/core.xml", data: core }]);
  const entries = [...entriesOf(bytes)].map(({ name, content }) => {
    if (name === "word/document.xml") return { name, content: rewritten(content, renumbered) };
    if (name === "word/styles.xml") return { name, content: rewritten(content, withTableStyle) };
    return { name, content };
  });
  const { letterhead, language } = properties;
  return archiveOf(letterhead === undefined ? entries : withLetterhead(entries, letterhead, language));
}

const rewritten = (content: Buffer, rewrite: (xml: string) => string): Buffer =>
  Buffer.from(rewrite(content.toString("utf8")));

/** The library writes styles of paragraphs and characters alone. */
const withTableStyle = (xml: string): string => xml.replace("</w:styles>", () => `${tableStyle}</w:styles>`);

/** The library numbers bookmarks and pictures on from one document to the next; here they start at 1 in each. */
function renumbered(xml: string): string {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  };
  let pictures = 0;
  return xml
    .replace(/(<wp:docPr id=")\d+"/g, (_, before: string) => {
      pictures += 1;
      return `${before}${pictures}"`;
    })
    .replace(/\b_Toc(\d+)/g, (_, id: string) => `_Toc${numberOf(id)}`)
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)"/g,
      (_, before: string, id: string) => `${before}${numberOf(id)}"`,
    );
}
