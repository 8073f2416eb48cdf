import type { Letterhead, LetterheadPage, PageEdge } from "#app/domain/document-template/letterhead.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { TemplateParts } from "#app/imports/document-template/template-parts.ts";
import { isWellFormed } from "#app/imports/document-template/well-formed.ts";
import { checkArchive } from "#app/imports/office-archive/check-archive.ts";

/** Kinds of pictures that Word shows and that cannot hold a program. */
const pictureTypes = new Set(["png", "jpg", "jpeg", "gif", "emf", "wmf", "svg", "tif", "tiff", "bmp"]);
/** Fields that fetch something when the file is opened. */
const fetching = /\b(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|DATABASE|LINK)\b/;
const fields = /<w:instrText[^>]*>([^<]*)|w:instr="([^"]*)"/g;
const objects = /<(?:w:object|w:control|w:altChunk|o:OLEObject)\b/;

/**
 * What documents take from a Word template: styles, theme, page, headers and footers with their pictures. The file is
 * looked through before anything is read of it, and only these few small parts are, without building a tree of them:
 * each is checked to be whole and then copied or searched for single tags.
 *
 * Faults: those of `checkArchive`, `template_unreadable` when a part that is needed is missing or not whole,
 * `template_too_large`, `template_fetches` when a header or footer would load something from elsewhere,
 * `template_part_unknown` when one holds more than text, pictures and links.
 */
export async function readLetterhead(path: string): Promise<Result<Letterhead>> {
  const faults = await checkArchive(path, "docx");
  if (faults.length > 0) return failure(...faults);
  let parts: TemplateParts | null = null;
  try {
    parts = await TemplateParts.open(path);
    return await letterheadOf(parts);
  } catch (error) {
    if (error instanceof RangeError) return failure({ code: "template_too_large" });
    return failure({ code: "template_unreadable" });
  } finally {
    parts?.close();
  }
}

async function letterheadOf(parts: TemplateParts): Promise<Result<Letterhead>> {
  const body = await parts.text("word/document.xml");
  const styles = await parts.text("word/styles.xml");
  const relations = relationsOf(await parts.text("word/_rels/document.xml.rels"));
  if (body === null || styles === null || !isStyles(styles)) return failure({ code: "template_unreadable" });
  const themePart = relations.find(({ type }) => type === "theme")?.target;
  const theme = themePart === undefined ? null : await parts.text(partName(themePart));
  // The last section is that of the document; a letterhead has but one.
  const section = body.slice(Math.max(body.lastIndexOf("<w:sectPr"), 0));
  const edges: PageEdge[] = [];
  for (const [reference] of section.matchAll(/<w:(?:header|footer)Reference\b[^>]*>/g)) {
    const kind = reference.startsWith("<w:header") ? "header" : "footer";
    const on = attribute(reference, "w:type") ?? "default";
    const target = relations.find(({ id }) => id === attribute(reference, "r:id"))?.target;
    if (on === "even" || target === undefined) continue;
    // A first page without its own setting is like the others.
    if (on === "first" && !/<w:titlePg\b(?![^>]*w:val="(?:0|false)")/.test(section)) continue;
    const edge = await edgeOf(parts, partName(target), kind, on === "first" ? "first" : "default");
    if (!edge.ok) return edge;
    edges.push(edge.value);
  }
  return success({
    styles,
    theme: theme !== null && isWellFormed(theme) ? theme : null,
    page: pageOf(section),
    edges,
  });
}

async function edgeOf(
  parts: TemplateParts,
  name: string,
  kind: PageEdge["kind"],
  on: PageEdge["on"],
): Promise<Result<PageEdge>> {
  const xml = await parts.text(name);
  const root = kind === "header" ? "w:hdr" : "w:ftr";
  if (xml === null || !isWellFormed(xml) || !xml.includes(`<${root}`) || !xml.includes(`</${root}>`)) {
    return failure({ code: "template_unreadable", params: { part: name } });
  }
  const instructions = [...xml.matchAll(fields)].map(([, text, simple]) => text ?? simple ?? "");
  if (objects.test(xml) || instructions.some((words) => fetching.test(words))) {
    return failure({ code: "template_fetches", params: { part: name } });
  }
  const file = name.slice(name.lastIndexOf("/") + 1);
  const pictures: PageEdge["pictures"][number][] = [];
  const links: PageEdge["links"][number][] = [];
  for (const { id, type, target } of relationsOf(await parts.text(`word/_rels/${file}.rels`))) {
    if (type === "hyperlink") {
      links.push({ id, target: /^(https?:|mailto:)/i.test(target) ? target : "about:blank" });
      continue;
    }
    // A chart or diagram would have to bring parts of its own.
    if (type !== "image") return failure({ code: "template_part_unknown", params: { part: type } });
    const extension = target.slice(target.lastIndexOf(".") + 1).toLowerCase();
    const bytes = pictureTypes.has(extension) ? await parts.bytes(partName(target)) : null;
    if (bytes === null) return failure({ code: "template_unreadable", params: { part: target } });
    pictures.push({ id, type: extension, base64: bytes.toString("base64") });
  }
  return success({ kind, on, xml, pictures, links });
}

const isStyles = (xml: string): boolean =>
  isWellFormed(xml) && /<w:styles\b/.test(xml) && xml.includes("</w:styles>");

function pageOf(section: string): LetterheadPage {
  const size = /<w:pgSz\b[^>]*>/.exec(section)?.[0] ?? "";
  const margin = /<w:pgMar\b[^>]*>/.exec(section)?.[0] ?? "";
  // A4 with margins of an inch, as Word has them where nothing is said.
  const within = (tag: string, name: string, otherwise: number, most: number): number => {
    const value = Number(attribute(tag, name) ?? Number.NaN);
    return Number.isFinite(value) && value >= 0 && value <= most ? Math.round(value) : otherwise;
  };
  const page = {
    width: within(size, "w:w", 11_906, 31_680),
    height: within(size, "w:h", 16_838, 31_680),
    top: within(margin, "w:top", 1440, 8000),
    right: within(margin, "w:right", 1440, 8000),
    bottom: within(margin, "w:bottom", 1440, 8000),
    left: within(margin, "w:left", 1440, 8000),
    header: within(margin, "w:header", 708, 8000),
    footer: within(margin, "w:footer", 708, 8000),
  };
  // Too narrow a page for a table: then the margins are not meant for text like ours.
  return page.width - page.left - page.right >= 5000
    ? page
    : { ...page, width: 11_906, left: 1440, right: 1440 };
}

interface Relation {
  readonly id: string;
  /** Last word of the type. */
  readonly type: string;
  readonly target: string;
}

const relationsOf = (xml: string | null): readonly Relation[] =>
  [...(xml ?? "").matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => ({
    id: attribute(tag, "Id") ?? "",
    type: (attribute(tag, "Type") ?? "").split("/").at(-1) ?? "",
    target: attribute(tag, "Target") ?? "",
  }));

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined) ?? null;

/** Target of a relation as a name in the archive: relative to the folder of the document, or absolute. */
const partName = (target: string): string => (target.startsWith("/") ? target.slice(1) : `word/${target}`);
