import { createHash } from "node:crypto";
import type { Reading } from "#app/db/database.ts";
import { openingRecordDocument, type StoredRecord } from "#app/documents/opening-record.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import type { OpeningRecord } from "#app/domain/opening/record.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { gatherTender } from "#app/services/documents/printed-tender.ts";

/** The opening record as a Word file, from the stored bytes of each opened part; the export is logged. */
export async function writeOpeningRecord(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<Buffer>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "opening-record.read", tenderId);
  if (!access.ok) return access;
  const file = await renderOpeningRecord(app, tenderId, language);
  if (file === null) return failure({ code: "not_found" });
  await app.database.write((trx) =>
    log(app, trx, actor, "export", tenderId, { document: "opening-record", language, bytes: file.length }),
  );
  return success(file);
}

/** Null before publication. Call it only for those who may read the record. */
export async function renderOpeningRecord(
  app: Application,
  tenderId: string,
  language: Language,
): Promise<Buffer | null> {
  const printed = await gatherTender(app, tenderId, true, language);
  if (printed === null) return null;
  const records = await storedRecords(app.database.read, tenderId);
  const wording = await loadWording(app.root, "opening-record", language);
  return await openingRecordDocument({ ...printed, wording, records });
}

/** Bytes that do not give their own hash are a broken database and throw. */
async function storedRecords(db: Reading, tenderId: string): Promise<readonly StoredRecord[]> {
  const rows = await db
    .selectFrom("opening")
    .select(["record", "record_sha256"])
    .where("tender_id", "=", tenderId)
    .orderBy("opened_us")
    .execute();
  return rows.map(({ record, record_sha256: sha256 }) => {
    if (createHash("sha256").update(record).digest("hex") !== sha256) {
      throw new Error(`an opening record of tender ${tenderId} does not give its hash`);
    }
    return { record: JSON.parse(record.toString("utf8")) as OpeningRecord, sha256 };
  });
}
