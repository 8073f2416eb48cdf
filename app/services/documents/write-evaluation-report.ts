import { askedFor } from "#app/db/approval.ts";
import type { Reading } from "#app/db/database.ts";
import { consensusOf } from "#app/db/scoring.ts";
import { evaluationReport } from "#app/documents/evaluation-report.ts";
import type { Participant } from "#app/documents/evaluation-report-input.ts";
import { loadWording } from "#app/documents/templates.ts";
import { type Actor, tenderRoles } from "#app/domain/account/actor.ts";
import { sensitivityOf } from "#app/domain/evaluation/tender/sensitivity-of.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { type Application, log } from "#app/services/application.ts";
import { gatherTender } from "#app/services/documents/printed-tender.ts";
import { type Comparison, evaluateForReport } from "#app/services/evaluation/evaluate-responses.ts";

/** The evaluation report as a Word file, once prices are open; the export is logged. Faults as `evaluateForReport`. */
export async function writeEvaluationReport(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<Buffer>> {
  const compared = await evaluateForReport(app, actor, tenderId);
  if (!compared.ok) return compared;
  const file = await renderEvaluationReport(app, tenderId, compared.value, language);
  if (file === null) return failure({ code: "not_found" });
  await app.database.write((trx) =>
    log(app, trx, actor, "export", tenderId, { document: "evaluation-report", language, bytes: file.length }),
  );
  return success(file);
}

/** The report of what has been compared; null before publication. */
export async function renderEvaluationReport(
  app: Application,
  tenderId: string,
  { evaluation, input, modelSha256, vendors }: Comparison,
  language: Language,
): Promise<Buffer | null> {
  const { read } = app.database;
  const printed = await gatherTender(app, tenderId, true, language);
  if (printed === null) return null;
  const locks = await askedFor(read, tenderId, "quality.lock");
  return await evaluationReport({
    ...printed,
    wording: await loadWording(app.root, "evaluation-report", language),
    madeAt: instantText(app.now()),
    modelSha256,
    participants: await participantsOf(read, tenderId),
    lockedBy: locks.map(({ name, atUs }) => ({ name, at: instantText(atUs) })),
    evaluation,
    consensus: await consensusOf(read, tenderId),
    measured: input.measured,
    sensitivity: sensitivityOf(input),
    vendors: Object.fromEntries(vendors.map(({ response, name }) => [response, name])),
    unitPrices: Object.fromEntries(
      input.responses.map(({ id, content: { unitPrices } }) => [id, unitPrices]),
    ),
  });
}

/** Everyone with a role in the tender, in the order of roles, with their last declaration of interest. */
async function participantsOf(db: Reading, tenderId: string): Promise<readonly Participant[]> {
  const people = await db
    .selectFrom("tender_role")
    .innerJoin("account", "account.id", "tender_role.account_id")
    .select(["account.id", "account.name", "tender_role.role"])
    .where("tender_role.tender_id", "=", tenderId)
    .orderBy("account.name")
    .execute();
  const declared = await db
    .selectFrom("conflict_declaration")
    .select(["account_id", "conflict", "at_us"])
    .where("tender_id", "=", tenderId)
    .orderBy("at_us")
    .orderBy("conflict")
    .execute();
  return tenderRoles.flatMap((role) =>
    people
      .filter((person) => person.role === role)
      .map(({ id, name }) => {
        const last = declared.findLast((one) => one.account_id === id);
        const declaration = last ? { conflict: last.conflict !== 0, at: instantText(last.at_us) } : null;
        return { name, role, declaration };
      }),
  );
}
