import { blobPath, discardBlob } from "#app/db/blob.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { checkAnswer } from "#app/domain/response/check-answer.ts";
import { readUnitPrice } from "#app/domain/response/check-price.ts";
import { readStatement } from "#app/domain/response/statement.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import { readResponseWorkbook } from "#app/imports/response-workbook/read-response-workbook.ts";
import type { WorkbookReading } from "#app/imports/response-workbook/workbook-reading.ts";
import type { Application } from "#app/services/application.ts";
import { type Receive, receiveIntoStore } from "#app/services/response/incoming-file.ts";
import { logRejectedUpload } from "#app/services/response/log-rejected-upload.ts";
import { authoriseOwnResponse, type OwnResponse } from "#app/services/response/own-response.ts";

const reading = new Set<string>();

/** Where the log says that a rejected workbook was sent to; no requirement has this id and no file lies there. */
const workbookSlot = "workbook";

/**
 * Reads an uploaded response workbook and holds what it says until the vendor accepts it; nothing of the response is
 * changed. A newer upload takes the place of an older one. Faulty cells are part of the held reading. A workbook that
 * is refused as a whole is logged like any other rejected upload.
 *
 * Faults: those of `readResponseWorkbook` and of an upload; `workbook_being_read` while another one of the same
 * response is read.
 */
export async function readWorkbook(
  app: Application,
  actor: Actor,
  tenderId: string,
  receive: Receive,
  signal?: AbortSignal,
): Promise<Result<null>> {
  const own = await authoriseOwnResponse(app, app.database.read, actor, "response.edit", tenderId);
  if (!own.ok) return own;
  const { responseId: response } = own.value;
  const read = await oneAtATime(response, () =>
    readIncoming(app, actor, tenderId, own.value, receive, signal),
  );
  if (!read.ok) {
    await logRejectedUpload(app, actor, tenderId, { response, slot: workbookSlot }, read.faults);
  }
  return read;
}

async function oneAtATime(responseId: string, read: () => Promise<Result<null>>): Promise<Result<null>> {
  if (reading.has(responseId)) return failure({ code: "workbook_being_read" });
  reading.add(responseId);
  try {
    return await read();
  } finally {
    reading.delete(responseId);
  }
}

async function readIncoming(
  app: Application,
  actor: Actor,
  tenderId: string,
  { responseId, publication, person }: OwnResponse,
  receive: Receive,
  signal: AbortSignal | undefined,
): Promise<Result<null>> {
  const stored = await receiveIntoStore(app, receive);
  if (!stored.ok) return stored;
  const { name, blob } = stored.value;
  try {
    const read = await readResponseWorkbook(blobPath(app.dataDir, blob.name), {
      root: app.root,
      content: publication.content,
      tender: tenderId,
      contentSha256: publication.contentSha256,
      ...(signal ? { signal } : {}),
    });
    if (!read.ok) return read;
    const values = {
      name,
      reading: JSON.stringify(checked(publication.content, read.value)),
      read_us: app.now(),
      read_by: person.accountId,
    };
    return await app.database.write(async (trx) => {
      // Unlike a file, a reading is of no use after the deadline: it could no longer be accepted.
      const still = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
      if (!still.ok) return still;
      await trx
        .insertInto("pending_workbook")
        .values({ response_id: responseId, ...values })
        .onConflict((conflict) => conflict.column("response_id").doUpdateSet(values))
        .execute();
      return success(null);
    });
  } finally {
    await discardBlob(app.dataDir, blob.name);
  }
}

/** The reader knows cells; whether an answer or price may be given is the same rule as for a typed one. */
function checked(content: PublishedTender, read: WorkbookReading): WorkbookReading {
  const requirements = new Map(content.requirements.map((requirement) => [requirement.id, requirement]));
  const faults = [...read.faults];
  const answers = Object.entries(read.answers).flatMap(([id, answer]) => {
    const requirement = requirements.get(id);
    const result = requirement === undefined ? null : checkAnswer(requirement, answer);
    if (result?.ok) return result.value === null ? [] : [[id, result.value] as const];
    if (result !== null) faults.push(...result.faults);
    return [];
  });
  const unitPrices = Object.entries(read.unitPrices).flatMap(([id, price]) => {
    const result = readUnitPrice(content, id, price);
    if (result.ok) return result.value === null ? [] : [[id, result.value] as const];
    faults.push(...result.faults);
    return [];
  });
  const statements = Object.entries(read.statements).flatMap(([id, value]) => {
    const result = readStatement(id, value);
    if (result.ok) return result.value === null ? [] : [[id, result.value] as const];
    faults.push(...result.faults);
    return [];
  });
  return {
    ...read,
    statements: Object.fromEntries(statements),
    answers: Object.fromEntries(answers),
    unitPrices: Object.fromEntries(unitPrices),
    faults,
  };
}
