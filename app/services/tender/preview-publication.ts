import { approvalsOf } from "#app/db/approval.ts";
import { draftAuthors } from "#app/db/tender.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { counting } from "#app/domain/account/approval.ts";
import { type Fault, type Result, success } from "#app/domain/fault.ts";
import { type MissingApproval, missingApproval } from "#app/domain/tender/approval.ts";
import { microsecondsOf } from "#app/domain/tender/deadline.ts";
import { freeze } from "#app/domain/tender/freeze.ts";
import { type ModelChoice, modelChoiceOf } from "#app/domain/tender/model-choice.ts";
import { blocks, publishable } from "#app/domain/tender/publishable.ts";
import { acknowledgedDependence, type SimulatedDependence } from "#app/domain/tender/simulated-dependence.ts";
import { type Application, actorId } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { type DraftFinding, readDraft } from "#app/services/tender/read-draft.ts";
import { pageOfPath } from "#app/services/tender/read-draft-outline.ts";

export interface PublicationPreview {
  /** What an approval would be refused with now. */
  readonly faults: readonly Fault[];
  /** Everything that blocks publication, each with the page of the draft to mend it on. */
  readonly findings: readonly (DraftFinding & { readonly page: string | null })[];
  readonly facts: {
    readonly musts: number;
    readonly shoulds: number;
    readonly priceItems: number;
    readonly model: ModelChoice;
    /** Null where no bid's result depends on other bids. */
    readonly dependence: SimulatedDependence | null;
    readonly ceilingPriceSek: string | null;
    readonly deadlineUs: number | null;
    readonly timezone: string;
  };
  readonly mayApprove: boolean;
  /** Hash of what would be published; null while something blocks. */
  readonly contentSha256: string | null;
  readonly modelSha256: string | null;
  readonly approvals: readonly { readonly name: string; readonly atUs: number }[];
  /** Whether the actor has done their part and waits for somebody else. */
  readonly approvedByMe: boolean;
  readonly missing: MissingApproval | null;
}

/** What publishing would freeze, and who has approved exactly that. Faults: `not_found`, `wrong_stage`. */
export async function previewPublication(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<PublicationPreview>> {
  const view = await readDraft(app, actor, tenderId);
  if (!view.ok) return view;
  const { read } = app.database;
  const { draft, findings } = view.value;
  const tender = publishable(draft, app.now(), app.catalogue);
  const frozen = tender.ok ? freeze(tender.value) : null;
  const act = "tender.publish";
  const approvals = frozen
    ? counting(act, await approvalsOf(read, tenderId, act, frozen.content.sha256))
    : [];
  const missing = missingApproval(approvals, await draftAuthors(read, tenderId));
  const musts = draft.requirements.filter(({ level }) => level === "must").length;
  return success({
    faults: tender.ok ? [] : tender.faults,
    findings: findings
      .filter((finding) => blocks(finding, draft.reasons))
      .map((finding) => ({ ...finding, page: pageOfPath(finding.path) })),
    facts: {
      musts,
      shoulds: draft.requirements.length - musts,
      priceItems: draft.priceItems.length,
      model: modelChoiceOf(draft.evaluation),
      dependence: acknowledgedDependence(draft),
      ceilingPriceSek: draft.ceilingPriceSek,
      deadlineUs: draft.deadline === null ? null : microsecondsOf(draft.deadline),
      timezone: draft.timezone,
    },
    mayApprove: (await authoriseTender(app, read, actor, "tender.publish", tenderId)).ok,
    contentSha256: frozen?.content.sha256 ?? null,
    modelSha256: frozen?.model.sha256 ?? null,
    approvals: approvals.map(({ name, atUs }) => ({ name, atUs })),
    approvedByMe: missing !== null && approvals.some(({ accountId }) => accountId === actorId(actor)),
    missing,
  });
}
