import { archiveEntry } from "./archive-entries.ts";

interface WordParagraph {
  readonly style: string;
  readonly text: string;
}

/** Paragraphs of a Word file as style and text, in the order of the document, those of tables included. */
export async function wordParagraphs(bytes: Buffer): Promise<readonly WordParagraph[]> {
  const xml = await archiveEntry(bytes, "word/document.xml");
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = ""]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(inner)?.[1] ?? "",
    text: [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""),
  }));
}

export async function wordTexts(bytes: Buffer): Promise<readonly string[]> {
  return (await wordParagraphs(bytes)).map(({ text }) => text);
}

/** The rows of every table of a Word file, as XML. */
export async function wordTables(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const xml = await archiveEntry(bytes, "word/document.xml");
  const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);
  return tables.map((table) => [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row));
}
