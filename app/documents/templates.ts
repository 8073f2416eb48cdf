import type { Fault } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";

export const templateNames = [
  "requirement-specification",
  "response-workbook",
  "comparison-workbook",
] as const;
export type TemplateName = (typeof templateNames)[number];

/** Sentences of one document in one language by key, with `{placeholders}`. */
export type Wording = Readonly<Record<string, string>>;

/** Reads `templates/<name>.<language>.yml` under the project folder; throws when `checkTemplates` finds faults in it. */
export async function loadWording(_root: string, _name: TemplateName, _language: Language): Promise<Wording> {
  throw new Error("signature only: the loader follows in the next commit");
}

/** Every fault of every template: file, field and code. Empty when all is well. */
export async function checkTemplates(_root: string): Promise<readonly Fault[]> {
  throw new Error("signature only: the check follows in the next commit");
}
