import { loadWording } from "#app/documents/templates.ts";
import type { Language } from "#app/domain/language.ts";
import { projectRoot } from "./invented-tender.ts";

/** The shipped sentences of both response workbooks. */
export const workbookWords = async (language: Language) => ({
  language,
  wording: await loadWording(projectRoot, "response-workbook", language),
  statementWording: await loadWording(projectRoot, "statements", language),
});
