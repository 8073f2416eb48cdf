import type { Actor } from "#app/domain/account/actor.ts";
import type { Result } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { writeEvaluationReport } from "#app/services/documents/write-evaluation-report.ts";
import { writeOpeningRecord } from "#app/services/documents/write-opening-record.ts";
import { writeQuestions } from "#app/services/documents/write-questions.ts";
import { writeReleasePackage } from "#app/services/documents/write-release-package.ts";
import { tenderDocuments, writeTenderDocument } from "#app/services/tender/write-tender-document.ts";

/** Every document of a tender, by the name that it is asked for with. */
export const documentNames = [
  ...tenderDocuments,
  "questions-and-answers.docx",
  "opening-record.docx",
  "evaluation-report.docx",
  "release-package.json",
] as const;
export type DocumentName = (typeof documentNames)[number];

/** One document for those who may read it; each of the services called says who that is. */
export function writeDocument(
  app: Application,
  actor: Actor,
  tenderId: string,
  name: DocumentName,
  language: Language,
): Promise<Result<Buffer>> {
  switch (name) {
    case "questions-and-answers.docx":
      return writeQuestions(app, actor, tenderId, language);
    case "opening-record.docx":
      return writeOpeningRecord(app, actor, tenderId, language);
    case "evaluation-report.docx":
      return writeEvaluationReport(app, actor, tenderId, language);
    case "release-package.json":
      return writeReleasePackage(app, actor, tenderId);
    default:
      return writeTenderDocument(app, actor, tenderId, name, language);
  }
}
