import { evaluationDescription } from "#app/documents/evaluation-description.ts";
import { invitation } from "#app/documents/invitation.ts";
import { requirementCsv, requirementJson } from "#app/documents/requirement-list.ts";
import { requirementSpecification } from "#app/documents/requirement-specification.ts";
import { priceWorkbook, responseWorkbook } from "#app/documents/response-workbook.ts";
import { serviceLevels } from "#app/documents/service-levels.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { measureSentence } from "#app/domain/catalogue/measure-sentence.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { exampleEvaluation } from "#app/domain/evaluation/tender/example-evaluation.ts";
import type { GatheredTender } from "#app/services/documents/printed-tender.ts";

/** Documents written from the content of a tender alone: the same for a draft's preview and a published tender. */
export const procurementDocuments = [
  "invitation.docx",
  "requirement-specification.docx",
  "evaluation-description.docx",
  "service-levels.docx",
  "response-workbook.xlsx",
  "price-sheet.xlsx",
  "requirement-list.csv",
  "requirement-list.json",
] as const;
export type ProcurementDocument = (typeof procurementDocuments)[number];

/** How many files of published tenders are remembered, the oldest forgotten first. */
const mostRemembered = 64;
/** By catalogue, of which every application has its own. */
const remembered = new WeakMap<Catalogue, Map<string, Promise<Buffer>>>();

/**
 * The bytes of one document, by the wording under `root`. Laying out a Word file takes a second or two, and everyone
 * may ask for those of a published tender: since its content is frozen, each is written once and then remembered.
 */
export function renderTenderDocument(
  root: string,
  printed: GatheredTender,
  document: ProcurementDocument,
): Promise<Buffer> {
  const { vocabulary, tender, sha256, version, language } = printed;
  if (sha256 === null) return write(root, printed, document);
  const files = remembered.get(vocabulary) ?? new Map<string, Promise<Buffer>>();
  remembered.set(vocabulary, files);
  const key = [tender, sha256, version, language, document].join(" ");
  const known = files.get(key);
  if (known !== undefined) return known;
  const file = write(root, printed, document);
  files.set(key, file);
  // A failure is not remembered: the next reader tries again.
  file.catch(() => files.delete(key));
  for (const oldest of files.keys()) {
    if (files.size <= mostRemembered) break;
    files.delete(oldest);
  }
  return file;
}

async function write(root: string, printed: GatheredTender, document: ProcurementDocument): Promise<Buffer> {
  const { language, vocabulary, content } = printed;
  const sentence = (measure: Measure) => measureSentence(measure, vocabulary, language);
  switch (document) {
    case "invitation.docx":
      return await invitation({ ...printed, wording: await loadWording(root, "invitation", language) });
    case "requirement-specification.docx": {
      const wording = await loadWording(root, "requirement-specification", language);
      return await requirementSpecification({ ...printed, wording, measureSentence: sentence });
    }
    case "evaluation-description.docx": {
      const wording = await loadWording(root, "evaluation-description", language);
      return await evaluationDescription({ ...printed, wording, example: exampleEvaluation(content) });
    }
    case "service-levels.docx": {
      const wording = await loadWording(root, "service-levels", language);
      return await serviceLevels({ ...printed, wording, measureSentence: sentence });
    }
    case "response-workbook.xlsx":
    case "price-sheet.xlsx": {
      const wording = await loadWording(root, "response-workbook", language);
      const statementWording = await loadWording(root, "statements", language);
      const make = document === "price-sheet.xlsx" ? priceWorkbook : responseWorkbook;
      return await make({ ...printed, wording, statementWording, response: null });
    }
    case "requirement-list.csv":
      return requirementCsv({ ...printed, measureSentence: sentence });
    case "requirement-list.json":
      return requirementJson(printed);
  }
}
