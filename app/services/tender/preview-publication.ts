import { draftAuthors, readStoredDraft } from "#app/db/tender.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { type MissingApproval, missingApproval } from "#app/domain/tender/approval.ts";
import { freeze } from "#app/domain/tender/freeze.ts";
import { publishable } from "#app/domain/tender/publishable.ts";
import { type Application, actorId } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { approvalsOf } from "#app/services/tender/approve-publication.ts";

export interface PublicationPreview {
  /** Everything that blocks publication; empty when the draft may be published. */
  readonly faults: readonly Fault[];
  /** Hash of what would be published; null while something blocks. */
  readonly contentSha256: string | null;
  readonly modelSha256: string | null;
  readonly approvals: readonly { readonly name: string; readonly atUs: number }[];
  readonly approvedByMe: boolean;
  readonly missing: MissingApproval | null;
}

/** What publishing would freeze, and who has approved exactly that. Faults: `not_found`, `wrong_stage`. */
export async function previewPublication(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<PublicationPreview>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "tender.draft.read", tenderId);
  if (!access.ok) return access;
  const stored = await readStoredDraft(read, tenderId);
  if (stored === null) return failure({ code: "not_found" });
  const tender = publishable(stored.draft, app.now(), app.catalogue);
  const frozen = tender.ok ? freeze(tender.value) : null;
  const approvals = frozen ? await approvalsOf(read, tenderId, frozen.content.sha256) : [];
  return success({
    faults: tender.ok ? [] : tender.faults,
    contentSha256: frozen?.content.sha256 ?? null,
    modelSha256: frozen?.model.sha256 ?? null,
    approvals: approvals.map(({ name, atUs }) => ({ name, atUs })),
    approvedByMe: approvals.some(({ accountId }) => accountId === actorId(actor)),
    missing: missingApproval(approvals, await draftAuthors(read, tenderId)),
  });
}
