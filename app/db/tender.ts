import type { Reading, Writing } from "#app/db/database.ts";
import { draftContent } from "#app/db/tender-draft-content.ts";
import type { TenderRole } from "#app/domain/account/actor.ts";
import type { FrozenTender } from "#app/domain/tender/freeze.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";

export interface StoredDraft {
  readonly draft: DraftTender;
  /** Counts up by one with every change. */
  readonly version: number;
  readonly updatedUs: number;
  /** Account id. */
  readonly updatedBy: string;
}

/** A new tender in stage `draft` with the first version of its content; its creator becomes the owner. */
export async function insertTender(
  trx: Writing,
  tender: {
    readonly id: string;
    readonly organisationId: string;
    readonly createdBy: string;
    readonly nowUs: number;
  },
  draft: DraftTender,
): Promise<void> {
  const { id, organisationId, createdBy, nowUs } = tender;
  await trx
    .insertInto("tender")
    .values({ id, organisation_id: organisationId, stage: "draft", created_us: nowUs, deadline_us: null })
    .execute();
  await grantRole(trx, id, createdBy, "owner", nowUs);
  const row = rowOf(id, { draft, version: 1, updatedUs: nowUs, updatedBy: createdBy });
  await trx.insertInto("tender_draft").values(row).execute();
  await trx.insertInto("tender_draft_history").values(row).execute();
}

/** Replaces the draft by its next version and keeps that version in the history. */
export async function writeDraft(trx: Writing, tenderId: string, next: StoredDraft): Promise<void> {
  const row = rowOf(tenderId, next);
  await trx.updateTable("tender_draft").set(row).where("tender_id", "=", tenderId).execute();
  await trx.insertInto("tender_draft_history").values(row).execute();
}

const rowOf = (tenderId: string, { draft, version, updatedUs, updatedBy }: StoredDraft) => ({
  tender_id: tenderId,
  version,
  content: JSON.stringify(draft),
  updated_us: updatedUs,
  updated_by: updatedBy,
});

/** The draft as it stands, or an earlier version of it; null when there is none. */
export async function readStoredDraft(
  db: Reading,
  tenderId: string,
  version?: number,
): Promise<StoredDraft | null> {
  const row =
    version === undefined
      ? await db.selectFrom("tender_draft").selectAll().where("tender_id", "=", tenderId).executeTakeFirst()
      : await db
          .selectFrom("tender_draft_history")
          .selectAll()
          .where("tender_id", "=", tenderId)
          .where("version", "=", version)
          .executeTakeFirst();
  if (row === undefined) return null;
  return {
    draft: draftContent.parse(JSON.parse(row.content)),
    version: row.version,
    updatedUs: row.updated_us,
    updatedBy: row.updated_by,
  };
}

/** Accounts that have written a version of the draft. */
export async function draftAuthors(db: Reading, tenderId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("tender_draft_history")
    .select("updated_by")
    .distinct()
    .where("tender_id", "=", tenderId)
    .execute();
  return rows.map((row) => row.updated_by);
}

/** Stores what is published; the table refuses every later change. */
export async function insertPublication(
  trx: Writing,
  tenderId: string,
  frozen: FrozenTender,
  deadlineUs: number,
  nowUs: number,
): Promise<void> {
  await trx
    .insertInto("publication")
    .values({
      tender_id: tenderId,
      content: frozen.content.bytes,
      content_sha256: frozen.content.sha256,
      model: frozen.model.bytes,
      model_sha256: frozen.model.sha256,
      published_us: nowUs,
    })
    .execute();
  await trx
    .updateTable("tender")
    .set({ stage: "published", deadline_us: deadlineUs })
    .where("id", "=", tenderId)
    .execute();
}

export async function grantRole(
  trx: Writing,
  tenderId: string,
  accountId: string,
  role: TenderRole,
  nowUs: number,
): Promise<void> {
  await trx
    .insertInto("tender_role")
    .values({ tender_id: tenderId, account_id: accountId, role, granted_us: nowUs })
    .execute();
}
