import { isDeepStrictEqual } from "node:util";
import { readStoredDraft, type StoredDraft, writeDraft } from "#app/db/tender.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";
import { editDraft } from "#app/domain/tender/edit-draft.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";
import { type Application, actorId, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface Edited {
  /** Of the draft after the change. */
  readonly version: number;
}

/**
 * Changes a draft that still is as the actor has seen it. Faults: `not_found`, `wrong_stage`, `version_conflict` when
 * somebody else has changed it since, and those of `editDraft`.
 */
export function editTenderDraft(
  app: Application,
  actor: Actor,
  tenderId: string,
  seenVersion: number,
  edits: readonly DraftEdit[],
): Promise<Result<Edited>> {
  return changeDraft(app, actor, tenderId, seenVersion, async ({ draft }) =>
    editDraft(draft, edits, app.catalogue),
  );
}

/**
 * Takes the last change back: the draft becomes what it was one version ago. It is a change like any other, so that
 * undoing twice gives the change again. Fault, beside those of every edit: `nothing_to_undo`.
 */
export function undoDraftEdit(
  app: Application,
  actor: Actor,
  tenderId: string,
  seenVersion: number,
): Promise<Result<Edited>> {
  return changeDraft(app, actor, tenderId, seenVersion, async ({ version }, earlier) => {
    const before = version > 1 ? await earlier(version - 1) : null;
    return before === null ? failure({ code: "nothing_to_undo" }) : success(before.draft);
  });
}

async function changeDraft(
  app: Application,
  actor: Actor,
  tenderId: string,
  seenVersion: number,
  change: (
    stored: StoredDraft,
    earlier: (version: number) => Promise<StoredDraft | null>,
  ) => Promise<Result<DraftTender>>,
): Promise<Result<Edited>> {
  return await app.database.write(async (trx) => {
    // Inside the transaction: the tender may have been published since the page was shown.
    const access = await authoriseTender(app, trx, actor, "tender.draft.edit", tenderId);
    if (!access.ok) return access;
    const stored = await readStoredDraft(trx, tenderId);
    if (stored === null) return failure({ code: "not_found" });
    if (stored.version !== seenVersion) return failure({ code: "version_conflict" });
    const changed = await change(stored, (version) => readStoredDraft(trx, tenderId, version));
    if (!changed.ok) return changed;
    // Autosave sends a form as it stands: what changes nothing is no version.
    if (isDeepStrictEqual(changed.value, stored.draft)) return success({ version: stored.version });
    const version = stored.version + 1;
    await writeDraft(trx, tenderId, {
      draft: changed.value,
      version,
      updatedUs: app.now(),
      updatedBy: actorId(actor),
    });
    await log(app, trx, actor, "tender.draft", tenderId, { version });
    return success({ version });
  });
}
