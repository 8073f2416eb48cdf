import type { ArchiveEntry } from "#app/documents/stable-archive.ts";
import { accentOf, mergeStyles, withIds } from "#app/documents/word-letterhead-styles.ts";
import { petrol, style, textWidth } from "#app/documents/word-style.ts";
import type { Letterhead, PageEdge } from "#app/domain/document-template/letterhead.ts";
import type { Language } from "#app/domain/language.ts";

const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const contentTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/**
 * A Word file of ours with the look of a buyer's template: its styles and theme, page, headers and footers. Ours are
 * kept within them: title and version below the letterhead, page numbers in the footer unless it has its own. Widths
 * of tables and pictures follow the width of the text. Entries stay in their order, so that the same input gives the
 * same bytes.
 */
export function withLetterhead(
  entries: readonly ArchiveEntry[],
  letterhead: Letterhead,
  language: Language,
): readonly ArchiveEntry[] {
  const parts = new Map(entries.map(({ name, content }) => [name, content]));
  const text = (name: string): string => parts.get(name)?.toString("utf8") ?? "";
  const put = (name: string, xml: string): unknown => parts.set(name, Buffer.from(xml));

  const { xml: styles, ids } = mergeStyles(letterhead.styles, text("word/styles.xml"), language);
  const accent = accentOf(letterhead.styles, letterhead.theme);
  const coloured = (xml: string): string => (accent === null ? xml : xml.replaceAll(petrol, accent));
  put("word/styles.xml", coloured(smallerCells(styles, ids.get(style.cell) ?? style.cell, letterhead)));
  if (letterhead.theme !== null) put("word/theme/theme1.xml", letterhead.theme);

  const relations = text("word/_rels/document.xml.rels");
  const section = newSection(text("word/document.xml"), letterhead);
  const edges = newEdges(letterhead.edges, section.replaced, (kind) => ourEdge(kind, relations, text, ids));
  for (const { name, xml, relations: own, pictures } of edges) {
    put(`word/${name}`, xml);
    put(`word/_rels/${name}.rels`, own);
    for (const picture of pictures) parts.set(`word/media/${picture.name}`, picture.content);
  }
  const references = edges
    .map(({ kind, on, id }) => `<w:${kind}Reference w:type="${on}" r:id="${id}"/>`)
    .join("");
  put(
    "word/document.xml",
    coloured(scaled(withIds(section.xml, ids), letterhead)).replace(sectionMark, () => references),
  );
  put(
    "word/_rels/document.xml.rels",
    relations.replace(
      "</Relationships>",
      () =>
        `${edges.map(({ kind, id, name }) => `<Relationship Id="${id}" Type="${relationTypes}/${kind}" Target="${name}"/>`).join("")}</Relationships>`,
    ),
  );
  put("[Content_Types].xml", withTypes(text("[Content_Types].xml"), edges));
  return [...parts].map(([name, content]) => ({ name, content }));
}

/** Where the references of the section go; nothing else in a document looks like it. */
const sectionMark = "<!--edges-->";

/**
 * The document with the template's page. Of our own headers and footers those are taken out that the template has
 * itself: a kind that it lacks stays ours.
 */
function newSection(xml: string, { page, edges }: Letterhead) {
  const replaced = (["header", "footer"] as const).filter((kind) => edges.some((edge) => edge.kind === kind));
  const start = xml.lastIndexOf("<w:sectPr>");
  const section = xml
    .slice(start)
    .replace("<w:sectPr>", `<w:sectPr>${sectionMark}`)
    .replace(/<w:(header|footer)Reference\b[^>]*\/>/g, (reference, kind: "header" | "footer") =>
      replaced.includes(kind) ? "" : reference,
    )
    .replace(
      /<w:pgSz\b[^>]*\/>/,
      `<w:pgSz w:w="${page.width}" w:h="${page.height}"${page.width > page.height ? ' w:orient="landscape"' : ""}/>`,
    )
    .replace(
      /<w:pgMar\b[^>]*\/>/,
      `<w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}" w:header="${page.header}" w:footer="${page.footer}" w:gutter="0"/>`,
    );
  return { xml: xml.slice(0, start) + section, replaced };
}

interface NewEdge {
  readonly kind: PageEdge["kind"];
  readonly on: PageEdge["on"];
  readonly id: string;
  readonly name: string;
  readonly xml: string;
  readonly relations: string;
  readonly pictures: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[];
}

/** The template's headers and footers, on the first page the same as on the others unless it has its own. */
function newEdges(
  edges: readonly PageEdge[],
  kinds: readonly PageEdge["kind"][],
  ours: (kind: PageEdge["kind"]) => string,
): readonly NewEdge[] {
  return kinds.flatMap((kind) =>
    (["default", "first"] as const).flatMap((on): NewEdge[] => {
      const own = edges.filter((edge) => edge.kind === kind);
      const edge = own.find((one) => one.on === on) ?? own.find((one) => one.on === "default");
      if (edge === undefined) return [];
      const name = `${kind}-template-${on}.xml`;
      // The cover says title and version itself; only its footer has our page number.
      const isOurs = kind === "footer" ? !/\bPAGE\b/.test(edge.xml) : on === "default";
      const end = kind === "header" ? "</w:hdr>" : "</w:ftr>";
      const at = edge.xml.lastIndexOf(end);
      const pictures = edge.pictures.map(({ type, base64 }, index) => ({
        name: `template-${kind}-${on}-${index + 1}.${type}`,
        type,
        content: Buffer.from(base64, "base64"),
      }));
      const quoted = (value: string): string => value.replaceAll('"', "&quot;");
      const relations = [
        ...edge.pictures.map(
          ({ id }, index) =>
            `<Relationship Id="${quoted(id)}" Type="${relationTypes}/image" Target="media/${pictures[index]?.name}"/>`,
        ),
        ...edge.links.map(
          ({ id, target }) =>
            `<Relationship Id="${quoted(id)}" Type="${relationTypes}/hyperlink" Target="${quoted(target)}" TargetMode="External"/>`,
        ),
      ];
      return [
        {
          kind,
          on,
          id: `rIdTemplate${kind}${on}`,
          name,
          xml: edge.xml.slice(0, at) + (isOurs ? ours(kind) : "") + edge.xml.slice(at),
          relations: `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`,
          pictures,
        },
      ];
    }),
  );
}

/** The paragraphs of our own header or footer on pages after the first. */
function ourEdge(
  kind: PageEdge["kind"],
  relations: string,
  text: (name: string) => string,
  ids: ReadonlyMap<string, string>,
): string {
  const [, target = ""] =
    new RegExp(`Type="${relationTypes}/${kind}" Target="([^"]*)"`).exec(relations) ?? [];
  const [, inner = ""] = /<w:(?:hdr|ftr)\b[^>]*>(.*)<\/w:(?:hdr|ftr)>/s.exec(text(`word/${target}`)) ?? [];
  return withIds(inner, ids);
}

/** Text in tables gets smaller where the text of the page is narrower than ours, so that amounts still fit their columns. */
function smallerCells(styles: string, cell: string, letterhead: Letterhead): string {
  const narrowing = Math.min(1, widthFactor(letterhead));
  return styles.replace(/<w:style\b[^>]*>.*?<\/w:style>/gs, (element) =>
    element.includes(`w:styleId="${cell}"`)
      ? element.replace(/(<w:szC?s? w:val=")(\d+)"/g, (_, before: string, size: string) => {
          // Half points; below eight points nobody reads.
          return `${before}${Math.max(16, Math.floor(Number(size) * narrowing))}"`;
        })
      : element,
  );
}

const widthFactor = ({ page }: Letterhead): number => (page.width - page.left - page.right) / textWidth;

/** Tables and pictures were made for our own page; they keep their proportions on another. */
function scaled(xml: string, letterhead: Letterhead): string {
  const factor = widthFactor(letterhead);
  if (factor === 1) return xml;
  const times = (_: string, before: string, value: string): string =>
    `${before}${Math.round(Number(value) * factor)}"`;
  return xml
    .replace(/(<w:(?:tblW|tcW)\b[^>]*\sw:w=")(\d+)"/g, times)
    .replace(/(<w:gridCol\b[^>]*\sw:w=")(\d+)"/g, times)
    .replace(/(<w:tab w:val="right" w:pos=")(\d+)"/g, times)
    .replace(/(<(?:wp:extent|a:ext)\b[^>]*\scx=")(\d+)"/g, times)
    .replace(/(<(?:wp:extent|a:ext)\b[^>]*\scy=")(\d+)"/g, times);
}

function withTypes(xml: string, edges: readonly NewEdge[]): string {
  const overrides = edges.map(
    ({ kind, name }) => `<Override ContentType="${contentTypes}.${kind}+xml" PartName="/word/${name}"/>`,
  );
  const known = (type: string): boolean => new RegExp(`\\sExtension="${type}"`, "i").test(xml);
  const types = new Set(edges.flatMap(({ pictures }) => pictures.map(({ type }) => type)));
  const defaults = [...types]
    .filter((type) => !known(type))
    .map(
      (type) =>
        `<Default ContentType="image/${type === "emf" || type === "wmf" ? `x-${type}` : type}" Extension="${type}"/>`,
    );
  return xml
    .replace(/<Types\b[^>]*>/, (root) => root + defaults.join(""))
    .replace("</Types>", () => `${overrides.join("")}</Types>`);
}
