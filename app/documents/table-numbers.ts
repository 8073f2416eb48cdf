import type { Paragraph } from "docx";
import { fill } from "#app/documents/templates.ts";
import { caption } from "#app/documents/word-parts.ts";

/** Numbers the tables, or the figures, of one document in the order in which their captions are written. */
export class TableNumbers {
  readonly #sentence: string;
  #last = 0;

  /** @param sentence with `{number}` and `{text}` */
  constructor(sentence: string) {
    this.#sentence = sentence;
  }

  /** @param place where the caption stands: above what it names, or below it as with figures */
  caption(text: string, place: "above" | "below" = "above"): Paragraph {
    this.#last += 1;
    return caption(fill(this.#sentence, { number: String(this.#last), text }), place);
  }
}
