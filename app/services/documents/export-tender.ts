import { createHash } from "node:crypto";
import { readPublication } from "#app/db/publication.ts";
import { archiveOf } from "#app/documents/stable-archive.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { evaluationCaseOf } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Language, languages } from "#app/domain/language.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { decisionFiles } from "#app/services/documents/decision-files.ts";
import type { ExportedFile } from "#app/services/documents/exported-file.ts";
import { gatherTender } from "#app/services/documents/printed-tender.ts";
import {
  procurementDocuments,
  renderTenderDocument,
} from "#app/services/documents/render-tender-document.ts";
import { renderEvaluationReport } from "#app/services/documents/write-evaluation-report.ts";
import { renderOpeningRecord } from "#app/services/documents/write-opening-record.ts";
import { writeQuestions } from "#app/services/documents/write-questions.ts";
import { writeReleasePackage } from "#app/services/documents/write-release-package.ts";
import { evaluateForReport } from "#app/services/evaluation/evaluate-responses.ts";

/**
 * Every file of a published tender that the actor may read, and `manifest.json` with the SHA-256 of each: the documents
 * and the frozen bytes for everyone; opening record, evaluation report and evaluation case for those who may read both
 * quality and prices, and from the award on for those who answer for it; decisions and letters for those who may read
 * them. What is not open to everyone is logged. Faults: `not_found`; those of `evaluateForReport`.
 */
export async function exportTender(
  app: Application,
  actor: Actor,
  tenderId: string,
  chosen: readonly Language[] = languages,
): Promise<Result<readonly ExportedFile[]>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "tender.read", tenderId);
  if (!access.ok) return access;
  const { stage, may } = access.value;
  const published = await publishedFiles(app, actor, tenderId, chosen);
  if (published === null) return failure({ code: "not_found" });
  const released = await writeReleasePackage(app, actor, tenderId);
  if (!released.ok) return released;
  const files = [...published, { name: "release-package.json", content: released.value }];
  const open = files.length;
  if ((may("quality.read") && may("price.read")) || may("award.read-letters")) {
    const evaluated = await evaluationFiles(app, actor, tenderId, chosen);
    if (!evaluated.ok) return evaluated;
    files.push(...evaluated.value);
  }
  files.push(...(await decisionFiles(app, tenderId, may, chosen)));
  if (files.length > open) {
    await app.database.write((trx) =>
      log(app, trx, actor, "export", tenderId, { document: "archive", files: files.length }),
    );
  }
  const manifest = {
    v: 1,
    type: "tender-export",
    tender: tenderId,
    stage,
    made_at: instantText(app.now()),
    server_release: app.release,
    files: files.map(({ name, content }) => ({ name, bytes: content.length, sha256: sha256(content) })),
  };
  return success([
    ...files,
    { name: "manifest.json", content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) },
  ]);
}

/** The same as one zip. */
export async function exportTenderArchive(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<Buffer>> {
  const files = await exportTender(app, actor, tenderId);
  return files.ok ? success(archiveOf(files.value)) : files;
}

/** Null before publication. `content.json` and `model.json` are the exact bytes that were frozen. */
async function publishedFiles(
  app: Application,
  actor: Actor,
  tenderId: string,
  chosen: readonly Language[],
): Promise<readonly ExportedFile[] | null> {
  const row = await app.database.read
    .selectFrom("publication")
    .select(["content", "model"])
    .where("tender_id", "=", tenderId)
    .executeTakeFirst();
  if (row === undefined || (await readPublication(app.database.read, tenderId)) === null) return null;
  const files: ExportedFile[] = [
    { name: "content.json", content: row.content },
    { name: "model.json", content: row.model },
  ];
  for (const language of chosen) {
    const printed = await gatherTender(app, tenderId, true, language);
    if (printed === null) return null;
    for (const document of procurementDocuments) {
      const content = await renderTenderDocument(app.root, printed, document);
      // What has no language stands once, beside the folders of the languages.
      if (!document.endsWith(".json")) files.push({ name: `${language}/${document}`, content });
      else if (language === chosen[0]) files.push({ name: document, content });
    }
    const questions = await writeQuestions(app, actor, tenderId, language);
    if (questions.ok)
      files.push({ name: `${language}/questions-and-answers.docx`, content: questions.value });
  }
  return files;
}

async function evaluationFiles(
  app: Application,
  actor: Actor,
  tenderId: string,
  chosen: readonly Language[],
): Promise<Result<readonly ExportedFile[]>> {
  const compared = await evaluateForReport(app, actor, tenderId);
  if (!compared.ok) return compared;
  const evaluationCase = `${JSON.stringify([evaluationCaseOf(compared.value.input)], null, 2)}\n`;
  const files: ExportedFile[] = [{ name: "evaluation-case.json", content: Buffer.from(evaluationCase) }];
  const records = await app.database.read
    .selectFrom("opening")
    .select(["part", "record"])
    .where("tender_id", "=", tenderId)
    .orderBy("opened_us")
    .execute();
  for (const { part, record } of records)
    files.push({ name: `opening-record.${part}.json`, content: record });
  for (const language of chosen) {
    const opening = await renderOpeningRecord(app, tenderId, language);
    const report = await renderEvaluationReport(app, tenderId, compared.value, language);
    if (opening !== null) files.push({ name: `${language}/opening-record.docx`, content: opening });
    if (report !== null) files.push({ name: `${language}/evaluation-report.docx`, content: report });
  }
  return success(files);
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
