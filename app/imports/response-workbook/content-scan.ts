import { archiveLimits } from "#app/imports/response-workbook/archive-limits.ts";

const doctype = "<!doctype";
const zipMagic = "PK\u0003\u0004";
/** Relationship to something outside the file; only hyperlinks may point there. */
const relationship = /<(?:\w+:)?Relationship\b[^>]*>/g;

/**
 * Reads the inflated bytes of one archive entry as they come: counts them, and looks for what a parser must never
 * see. Gives the code of a fault as soon as there is one.
 */
export class ContentScan {
  bytes = 0;
  private readonly compressed: number;
  private readonly allowance: number;
  private readonly isXml: boolean;
  private readonly isRelationships: boolean;
  /** End of the text seen so far: a word may lie across two chunks. */
  private tail = "";
  private relationships = "";

  constructor(name: string, compressed: number, allowance: number) {
    this.compressed = compressed;
    this.allowance = allowance;
    this.isRelationships = /\.rels$/i.test(name);
    this.isXml = this.isRelationships || /\.(xml|vml)$/i.test(name);
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
    if (isFirst && (chunk.includes(0) || chunk[0] === 0xff || chunk[0] === 0xfe)) return "workbook_not_utf8";
    const text = this.tail + chunk.toString("latin1");
    if (text.toLowerCase().includes(doctype)) return "workbook_has_doctype";
    this.tail = text.slice(-doctype.length);
    if (this.isRelationships) {
      if (this.bytes > archiveLimits.relationships) return "archive_too_large";
      this.relationships += chunk.toString("latin1");
    }
    return null;
  }

  end(): string | null {
    for (const [element] of this.relationships.matchAll(relationship)) {
      if (/TargetMode\s*=\s*["']External/i.test(element) && !/\/hyperlink["']/.test(element)) {
        return "workbook_has_external_links";
      }
    }
    return null;
  }
}
