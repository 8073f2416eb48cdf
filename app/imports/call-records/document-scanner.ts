/** A call detail record that is a document of its own, JSON or XML, in a file that holds many. */
export interface DocumentSink {
  /** `text` is the whole document, as far as its end can be told. */
  document(text: string, line: number): void;
  brokenDocument(code: "row_too_long" | "record_broken" | "encoding", line: number): void;
}

/** Where the next document begins and ends in a text; `end` is null while its end has not been seen. */
type FindDocument = (text: string, from: number) => { start: number; end: number | null } | null;

/** A detail record has some hundred variables; one much longer is none. */
const longestDocument = 1 << 20;

/** Splits a text into documents, in any chunks, with memory bounded by the longest document. */
export class DocumentScanner {
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: false });
  readonly #find: FindDocument;
  readonly #sink: DocumentSink;
  #text = "";
  #line = 1;

  constructor(find: FindDocument, sink: DocumentSink) {
    this.#find = find;
    this.#sink = sink;
  }

  push(chunk: Uint8Array): void {
    this.#text += this.#decoder.decode(chunk, { stream: true });
    this.#scan();
  }

  end(): void {
    this.#text += this.#decoder.decode();
    this.#scan();
    const found = this.#find(this.#text, 0);
    if (found === null) return;
    this.#skip(found.start);
    this.#sink.brokenDocument("record_broken", this.#line);
  }

  #scan(): void {
    for (let found = this.#find(this.#text, 0); found !== null; found = this.#find(this.#text, 0)) {
      this.#skip(found.start);
      const length = found.end === null ? this.#text.length : found.end - found.start;
      if (length > longestDocument) {
        this.#sink.brokenDocument("row_too_long", this.#line);
        this.#skip(Math.max(1, length));
      } else if (found.end === null) {
        return;
      } else {
        const text = this.#text.slice(0, length);
        if (text.includes(replacement)) this.#sink.brokenDocument("encoding", this.#line);
        else this.#sink.document(text, this.#line);
        this.#skip(length);
      }
    }
    // What stands between documents is not kept, but for a mark that may be cut.
    if (this.#text.length > longestMark) this.#skip(this.#text.length - longestMark);
  }

  #skip(length: number): void {
    // Looked for in what is skipped alone: a file of one long line would else be searched to its end for each document.
    const skipped = this.#text.slice(0, length);
    for (let at = skipped.indexOf("\n"); at >= 0; at = skipped.indexOf("\n", at + 1)) this.#line += 1;
    this.#text = this.#text.slice(length);
  }
}

/** What bytes that are not UTF-8 become. */
const replacement = "\ufffd";
const longestMark = 8;

/** Objects of JSON at the top: one a line, one after the other, or in an array. */
export const findJson: FindDocument = (text, from) => {
  const start = text.indexOf("{", from);
  if (start < 0) return null;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
      if (at < 0) break;
    } else if (character === "{") depth += 1;
    else if (character === "}" && --depth === 0) return { start, end: at + 1 };
  }
  return { start, end: null };
};

/** Place of the quote that ends the string begun at `open`, or -1. */
function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}

/** `<cdr>` elements; they hold no others of that name. */
export const findXml: FindDocument = (text, from) => {
  const start = text.slice(from).search(/<cdr[\s>]/);
  if (start < 0) return null;
  const end = text.indexOf("</cdr>", from + start);
  return { start: from + start, end: end < 0 ? null : end + "</cdr>".length };
};
