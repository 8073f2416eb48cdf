import { archiveLimits } from "#app/imports/office-archive/archive-limits.ts";

const doctype = "<!doctype";
const zipMagic = "PK\u0003\u0004";
/** Relationship to something outside the file; only hyperlinks may point there. */
const relationship = /<(?:\w+:)?Relationship\b[^>]*>/g;
/** What says that a part is a program, whatever the part is called. */
const programType = /vbaProject|macroEnabled|macrosheet/i;

/**
 * Reads the inflated bytes of one archive entry as they come: counts them, and looks for what a parser must never
 * see. Gives the code of a fault as soon as there is one.
 */
export class ContentScan {
  bytes = 0;
  private readonly compressed: number;
  private readonly allowance: number;
  private readonly isXml: boolean;
  /** The list of content types and the relationships: small parts that say what the others are. */
  private readonly isIndex: boolean;
  /** End of the text seen so far: a word may lie across two chunks. */
  private tail = "";
  private index = "";

  constructor(name: string, compressed: number, allowance: number) {
    this.compressed = compressed;
    this.allowance = allowance;
    this.isIndex = /\.rels$|^\[Content_Types\]\.xml$/i.test(name);
    this.isXml = this.isIndex || /\.(xml|vml)$/i.test(name);
  }

  take(chunk: Buffer): string | null {
    const isFirst = this.bytes === 0;
    this.bytes += chunk.length;
    if (this.bytes > archiveLimits.entry || this.bytes > this.allowance) return "archive_too_large";
    if (this.bytes > archiveLimits.ratioFrom && this.bytes > this.compressed * archiveLimits.ratio) {
      return "archive_ratio_too_high";
    }
    if (!this.isXml) {
      return isFirst && chunk.toString("latin1", 0, 4) === zipMagic ? "archive_nested" : null;
    }
    // Two-byte encodings would hide the words below; office programs write UTF-8.
    if (isFirst && (chunk.includes(0) || chunk[0] === 0xff || chunk[0] === 0xfe)) return "archive_not_utf8";
    const text = this.tail + chunk.toString("latin1");
    if (text.toLowerCase().includes(doctype)) return "archive_has_doctype";
    this.tail = text.slice(-doctype.length);
    if (this.isIndex) {
      if (this.bytes > archiveLimits.index) return "archive_too_large";
      this.index += chunk.toString("latin1");
    }
    return null;
  }

  end(): string | null {
    const index = withoutReferences(this.index);
    if (programType.test(index)) return "archive_has_macros";
    for (const [element] of index.matchAll(relationship)) {
      if (/TargetMode\s*=\s*["']External/i.test(element) && !/\/hyperlink["']/.test(element)) {
        return "archive_has_external_links";
      }
    }
    return null;
  }
}

/** `&#101;` is `e`: a word must not hide in how it is written. */
function withoutReferences(xml: string): string {
  return xml.replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (_, hex?: string, decimal?: string) =>
    String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}
