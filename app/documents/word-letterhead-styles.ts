import { localeOf } from "#app/documents/printed-values.ts";
import type { Language } from "#app/domain/language.ts";

const styleElement = /<w:style\b[^>]*>.*?<\/w:style>/gs;
const attributeOf = (xml: string, element: string, attribute = "w:val"): string | null =>
  new RegExp(`<${element}\\b[^>]*\\s${attribute}="([^"]*)"`).exec(xml)?.[1] ?? null;

interface Style {
  readonly xml: string;
  readonly id: string;
  /** Kind and name: what makes a style of one file the same as one of another, whatever language its id is in. */
  readonly key: string;
  readonly isDefault: boolean;
}

const stylesOf = (xml: string): readonly Style[] =>
  [...xml.matchAll(styleElement)].map(([element]) => ({
    xml: element,
    id: attributeOf(element, "w:style", "w:styleId") ?? "",
    key: `${attributeOf(element, "w:style", "w:type")} ${(attributeOf(element, "w:name") ?? "").toLowerCase()}`,
    isDefault: /<w:style\b[^>]*\sw:default="(?:1|true)"/.test(element),
  }));

export interface MergedStyles {
  readonly xml: string;
  /** Id in the merged styles by id in ours. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * The styles of a template, and those of ours that it lacks: a style of ours that the template has by name looks as
 * the template says, the others are built on its text style and take its fonts. Numbering of headings is taken out,
 * since our headings have their numbers written out; the language is that of the document.
 */
export function mergeStyles(template: string, ours: string, language: Language): MergedStyles {
  const theirs = stylesOf(template);
  const own = stylesOf(ours);
  const ids = new Map<string, string>();
  const added: Style[] = [];
  for (const style of own) {
    const same = theirs.find(
      ({ key, isDefault, xml }) =>
        key === style.key || (style.isDefault && isDefault && typeOf(xml) === typeOf(style.xml)),
    );
    const taken = theirs.some(({ id }) => id === style.id);
    ids.set(style.id, same?.id ?? (taken ? `Tender${style.id}` : style.id));
    if (same === undefined) added.push(style);
  }
  const renamed = added.map(({ xml }) =>
    withIds(xml, ids)
      .replace(
        /(<w:style\b[^>]*\sw:styleId=")([^"]*)"/,
        (_, before: string, id: string) => `${before}${ids.get(id) ?? id}"`,
      )
      .replace(/<w:rFonts\b[^>]*\/>/g, "")
      .replace(/\sw:default="[^"]*"/, ""),
  );
  const cleaned = template
    .replace(/<w:numPr>.*?<\/w:numPr>|<w:numPr\/>/gs, "")
    .replace(/<w:lang\b[^>]*\/>/g, "")
    .replace("</w:styles>", () => `${renamed.join("")}</w:styles>`);
  return { xml: withLanguage(cleaned, language), ids };
}

const typeOf = (xml: string): string | null => attributeOf(xml, "w:style", "w:type");

/** XML of ours with its references to styles as they are in the merged ones. */
export const withIds = (xml: string, ids: ReadonlyMap<string, string>): string =>
  xml.replace(
    /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link)\b[^>]*\sw:val=")([^"]*)"/g,
    (_, before: string, id: string) => `${before}${ids.get(id) ?? id}"`,
  );

function withLanguage(styles: string, language: Language): string {
  const lang = `<w:lang w:val="${localeOf[language]}"/>`;
  const run = `<w:rPrDefault><w:rPr>${lang}</w:rPr></w:rPrDefault>`;
  const defaults = /<w:rPrDefault>\s*<w:rPr>(.*?)<\/w:rPr>/s;
  if (defaults.test(styles)) {
    return styles.replace(defaults, (_, inner: string) => `<w:rPrDefault><w:rPr>${inner}${lang}</w:rPr>`);
  }
  if (/<w:rPrDefault\s*\/>|<w:rPrDefault>\s*<w:rPr\s*\/>\s*<\/w:rPrDefault>/.test(styles)) {
    return styles.replace(/<w:rPrDefault\s*\/>|<w:rPrDefault>\s*<w:rPr\s*\/>\s*<\/w:rPrDefault>/, () => run);
  }
  if (styles.includes("<w:docDefaults>"))
    return styles.replace("<w:docDefaults>", () => `<w:docDefaults>${run}`);
  return styles.replace(/<w:styles\b[^>]*>/, (root) => `${root}<w:docDefaults>${run}</w:docDefaults>`);
}

/**
 * The colour of the template's first heading, six hex digits, for what our documents colour; null when it has none or
 * white letters on it could not be read (WCAG contrast 4.5).
 */
export function accentOf(styles: string, theme: string | null): string | null {
  const heading = stylesOf(styles).find(({ key }) => key === "paragraph heading 1");
  const colour = /<w:color\b[^>]*>/.exec(heading?.xml ?? "")?.[0];
  if (colour === undefined) return null;
  const named = attributeOf(colour, "w:color", "w:themeColor");
  const plain = attributeOf(colour, "w:color");
  const hex = /^[0-9a-f]{6}$/i.test(plain ?? "") ? plain : named && themeColour(theme ?? "", named);
  return hex !== null && hex !== undefined && contrastWithWhite(hex) >= 4.5 ? hex.toUpperCase() : null;
}

function themeColour(theme: string, name: string): string | null {
  const element = { text1: "dk1", text2: "dk2", background1: "lt1", background2: "lt2" }[name] ?? name;
  const block = new RegExp(`<a:${element}>(.*?)</a:${element}>`, "s").exec(theme)?.[1] ?? "";
  return /(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"/.exec(block)?.[1] ?? null;
}

function contrastWithWhite(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4) + 0.05);
}
