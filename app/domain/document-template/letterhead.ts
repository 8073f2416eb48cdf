/** Size and margins of a page in twentieths of a point (DXA). */
export interface LetterheadPage {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly header: number;
  readonly footer: number;
}

/** A header or footer as its part of the file says it, with the pictures and links that it names. */
export interface PageEdge {
  readonly kind: "header" | "footer";
  /** Of the first page, or of the others. */
  readonly on: "default" | "first";
  readonly xml: string;
  readonly pictures: readonly {
    readonly id: string;
    /** Extension without a point. */
    readonly type: string;
    readonly base64: string;
  }[];
  readonly links: readonly { readonly id: string; readonly target: string }[];
}

/** What documents take from a buyer's own Word template. Nothing of its text body is kept. */
export interface Letterhead {
  /** `word/styles.xml`. */
  readonly styles: string;
  /** `word/theme/theme1.xml`; null when there is none. */
  readonly theme: string | null;
  readonly page: LetterheadPage;
  readonly edges: readonly PageEdge[];
}
