import { plainDecimal } from "#app/domain/response/check-answer.ts";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";

/** Reads the fields of a draft's forms; a field that was not sent is told apart from one that was emptied. */
export interface DraftForm {
  readonly version: number;
  readonly intent: string;
  readonly has: (name: string) => boolean;
  /** As typed, without blanks around it; "" when not sent. */
  readonly text: (name: string) => string;
  /** Both languages of a text, `name.sv` and `name.en`. */
  readonly texts: (name: string) => { readonly sv: string; readonly en: string };
  /** A number with comma or point as a decimal string; null when empty; what is no number stays as it was typed. */
  readonly number: (name: string) => string | null;
  readonly all: (name: string) => readonly string[];
  /** The edits of a form that gives the reason for a warning; empty for any other form. */
  readonly reasons: () => readonly DraftEdit[];
}

export async function readDraftForm(request: Request): Promise<DraftForm> {
  const form = await request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    version: Number.parseInt(text("version"), 10) || 0,
    intent: text("intent"),
    has: (name) => form.has(name),
    text,
    texts: (name) => ({ sv: text(`${name}.sv`), en: text(`${name}.en`) }),
    number: (name) => (text(name) === "" ? null : (plainDecimal(text(name)) ?? text(name))),
    all: (name) => form.getAll(name).filter((value) => typeof value === "string"),
    reasons: () => {
      const finding = text("finding");
      return finding === ""
        ? []
        : [{ type: "give-reason", finding, reason: text(`reason.${finding}`) } as const];
    },
  };
}
