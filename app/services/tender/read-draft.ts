import { readStoredDraft } from "#app/db/tender.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { can } from "#app/domain/account/policy.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { draftFindings } from "#app/domain/tender/draft-findings.ts";
import { type Finding, findingKey } from "#app/domain/tender/finding.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface DraftFinding extends Finding {
  readonly key: string;
  /** Why a warning is accepted; null for an error or while nobody has said. */
  readonly reason: string | null;
}

export interface DraftView {
  readonly draft: DraftTender;
  readonly version: number;
  readonly updatedUs: number;
  /** Name of the last one to change it. */
  readonly updatedBy: string;
  readonly findings: readonly DraftFinding[];
  /** False for an approver, who reads and does not write. */
  readonly mayEdit: boolean;
}

/** The draft with its findings of this moment. Faults: `not_found`, `wrong_stage`. */
export async function readDraft(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<DraftView>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "tender.draft.read", tenderId);
  if (!access.ok) return access;
  const stored = await readStoredDraft(read, tenderId);
  if (stored === null) return failure({ code: "not_found" });
  const author = await read
    .selectFrom("account")
    .select("name")
    .where("id", "=", stored.updatedBy)
    .executeTakeFirst();
  const { tenderRoles, stage } = access.value;
  return success({
    draft: stored.draft,
    version: stored.version,
    updatedUs: stored.updatedUs,
    updatedBy: author?.name ?? "",
    findings: explained(draftFindings(stored.draft, app.now(), app.catalogue), stored.draft.reasons),
    mayEdit: can(
      actor,
      "tender.draft.edit",
      { tenderRoles, sameOrganisation: true, own: true, revealed: false },
      stage,
    ),
  });
}

const explained = (findings: readonly Finding[], reasons: DraftTender["reasons"]): DraftFinding[] =>
  findings.map((finding) => {
    const key = findingKey(finding);
    const reason = finding.severity === "warning" ? (reasons[key] ?? null) : null;
    return { ...finding, key, reason };
  });
