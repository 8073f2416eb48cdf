import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { archiveStream } from "#app/documents/stable-archive.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { evaluationCaseOf } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Language, languages } from "#app/domain/language.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { decisionFiles } from "#app/services/documents/decision-files.ts";
import {
  type ExportedFile,
  type PlannedFile,
  type TenderExport,
  written,
} from "#app/services/documents/exported-file.ts";
import { gatherTender } from "#app/services/documents/printed-tender.ts";
import {
  procurementDocuments,
  renderTenderDocument,
} from "#app/services/documents/render-tender-document.ts";
import { renderEvaluationReport } from "#app/services/documents/write-evaluation-report.ts";
import { renderOpeningRecord } from "#app/services/documents/write-opening-record.ts";
import { renderQuestions } from "#app/services/documents/write-questions.ts";
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
): Promise<Result<TenderExport>> {
  const access = await authoriseTender(app, app.database.read, actor, "tender.read", tenderId);
  if (!access.ok) return access;
  const { stage, may } = access.value;
  const published = await publishedFiles(app, tenderId, chosen);
  if (published === null) return failure({ code: "not_found" });
  const released = await writeReleasePackage(app, actor, tenderId);
  if (!released.ok) return released;
  const planned = [...published, { name: "release-package.json", write: () => released.value }];
  const open = planned.length;
  if ((may("quality.read") && may("price.read")) || may("award.read-letters")) {
    const evaluated = await evaluationFiles(app, actor, tenderId, chosen);
    if (!evaluated.ok) return evaluated;
    planned.push(...evaluated.value);
  }
  planned.push(...(await decisionFiles(app, tenderId, may, chosen)));
  if (planned.length > open) {
    await app.database.write((trx) =>
      log(app, trx, actor, "export", tenderId, { document: "archive", files: planned.length }),
    );
  }
  const about = {
    v: 1,
    type: "tender-export",
    tender: tenderId,
    stage,
    made_at: instantText(app.now()),
    server_release: app.release,
  };
  return success({ total: planned.length + 1, files: writtenInTurn(planned, about) });
}

/** The same as one zip, in pieces as they are written, and how many files it will hold. */
export async function exportTenderArchive(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<{ readonly total: number; readonly pieces: AsyncIterable<Buffer> }>> {
  const exported = await exportTender(app, actor, tenderId);
  if (!exported.ok) return exported;
  const { total, files } = exported.value;
  return success({ total, pieces: archiveStream(files) });
}

/** The files, and last the manifest that names them. */
async function* writtenInTurn(planned: readonly PlannedFile[], about: object): AsyncGenerator<ExportedFile> {
  const files: { name: string; bytes: number; sha256: string }[] = [];
  for (const { name, write } of planned) {
    // Laying out a document holds everyone else up: between two of them it is their turn.
    await nextTurn();
    const content = await write();
    files.push({ name, bytes: content.length, sha256: sha256(content) });
    yield { name, content };
  }
  const manifest = `${JSON.stringify({ ...about, files }, null, 2)}\n`;
  yield { name: "manifest.json", content: Buffer.from(manifest) };
}

/** Null before publication. `content.json` and `model.json` are the exact bytes that were frozen. */
async function publishedFiles(
  app: Application,
  tenderId: string,
  chosen: readonly Language[],
): Promise<readonly PlannedFile[] | null> {
  const row = await app.database.read
    .selectFrom("publication")
    .select(["content", "model"])
    .where("tender_id", "=", tenderId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const files: PlannedFile[] = [
    { name: "content.json", write: () => row.content },
    { name: "model.json", write: () => row.model },
  ];
  for (const language of chosen) {
    const printed = await gatherTender(app, tenderId, true, language);
    if (printed === null) return null;
    for (const document of procurementDocuments) {
      const write = () => renderTenderDocument(app.root, printed, document);
      // What has no language stands once, beside the folders of the languages.
      if (!document.endsWith(".json")) files.push({ name: `${language}/${document}`, write });
      else if (language === chosen[0]) files.push({ name: document, write });
    }
    files.push({
      name: `${language}/questions-and-answers.docx`,
      write: async () => written(await renderQuestions(app, tenderId, language)),
    });
  }
  return files;
}

async function evaluationFiles(
  app: Application,
  actor: Actor,
  tenderId: string,
  chosen: readonly Language[],
): Promise<Result<readonly PlannedFile[]>> {
  const compared = await evaluateForReport(app, actor, tenderId);
  if (!compared.ok) return compared;
  const evaluationCase = `${JSON.stringify([evaluationCaseOf(compared.value.input)], null, 2)}\n`;
  const records = await app.database.read
    .selectFrom("opening")
    .select(["part", "record"])
    .where("tender_id", "=", tenderId)
    .orderBy("opened_us")
    .execute();
  return success([
    { name: "evaluation-case.json", write: () => Buffer.from(evaluationCase) },
    ...records.map(({ part, record }) => ({ name: `opening-record.${part}.json`, write: () => record })),
    ...chosen.flatMap((language) => [
      {
        name: `${language}/opening-record.docx`,
        write: async () => written(await renderOpeningRecord(app, tenderId, language)),
      },
      {
        name: `${language}/evaluation-report.docx`,
        write: async () => written(await renderEvaluationReport(app, tenderId, compared.value, language)),
      },
    ]),
  ]);
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
