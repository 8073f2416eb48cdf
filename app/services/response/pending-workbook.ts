import type { Reading } from "#app/db/database.ts";
import { putAnswer, putStatement, putUnitPrice, readDraft } from "#app/db/response.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type ResponseDifference, responseDifference } from "#app/domain/response/difference.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import type { WorkbookReading } from "#app/imports/response-workbook/workbook-reading.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface PendingWorkbook {
  readonly name: string;
  /** Names this very reading: what is accepted is what was shown. */
  readonly readUs: number;
  readonly difference: ResponseDifference;
  readonly faults: WorkbookReading["faults"];
  readonly warnings: WorkbookReading["warnings"];
}

/** What accepting the last uploaded workbook would do to the draft as it is now; null when none is held. */
export async function readPendingWorkbook(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<
  Result<{
    readonly tender: PublishedTender;
    readonly mayEdit: boolean;
    readonly pending: PendingWorkbook | null;
  }>
> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { responseId, publication, may } = own.value;
  const mayEdit = may("response.edit");
  const held = await heldReading(db, responseId);
  if (held === null) return success({ tender: publication.content, mayEdit, pending: null });
  const draft = await readDraft(db, tenderId, responseId);
  return success({
    tender: publication.content,
    mayEdit,
    pending: {
      name: held.name,
      readUs: held.readUs,
      difference: responseDifference(draft.content, held.reading),
      faults: held.reading.faults,
      warnings: held.reading.warnings,
    },
  });
}

/**
 * Takes over what the held workbook says: changed and added answers and prices, and what it leaves expressly blank.
 * What was faulty stays as it was. Fault: `version_conflict` when another workbook is held than the one shown.
 */
export async function acceptWorkbook(
  app: Application,
  actor: Actor,
  tenderId: string,
  readUs: number,
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const { responseId, person } = own.value;
    const held = await heldReading(trx, responseId);
    if (held === null || held.readUs !== readUs) return failure({ code: "version_conflict" });
    const draft = await readDraft(trx, tenderId, responseId);
    const { answers, statements, unitPrices } = responseDifference(draft.content, held.reading);
    const change = { atUs: app.now(), by: person.accountId };
    for (const { requirement, kind, after } of answers) {
      if (kind !== "unchanged")
        await putAnswer(trx, { responseId, requirementId: requirement }, after, change);
    }
    for (const { statement, kind, after } of statements) {
      if (kind !== "unchanged")
        await putStatement(trx, { responseId, statementId: statement }, after, change);
    }
    for (const { item, kind, after } of unitPrices) {
      if (kind !== "unchanged") await putUnitPrice(trx, { responseId, itemId: item }, after, change);
    }
    await trx.deleteFrom("pending_workbook").where("response_id", "=", responseId).execute();
    return success(null);
  });
}

async function heldReading(
  db: Reading,
  responseId: string,
): Promise<{ readonly name: string; readonly readUs: number; readonly reading: WorkbookReading } | null> {
  const row = await db
    .selectFrom("pending_workbook")
    .selectAll()
    .where("response_id", "=", responseId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { name: row.name, readUs: row.read_us, reading: JSON.parse(row.reading) as WorkbookReading };
}
