import type { Paragraph } from "docx";
import { fill } from "#app/documents/templates.ts";
import { caption } from "#app/documents/word-parts.ts";

/** Numbers the tables of one document in the order in which their captions are written. */
export class TableNumbers {
  readonly #sentence: string;
  #last = 0;

  /** @param sentence with `{number}` and `{text}` */
  constructor(sentence: string) {
    this.#sentence = sentence;
  }

  caption(text: string): Paragraph {
    this.#last += 1;
    return caption(fill(this.#sentence, { number: String(this.#last), text }));
  }
}
