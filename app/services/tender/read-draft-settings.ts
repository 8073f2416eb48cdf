import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { localOfInstant } from "#app/domain/tender/deadline.ts";
import type { Facts } from "#app/domain/tender/draft-edit.ts";
import type { Provisions } from "#app/domain/tender/provisions.ts";
import type { Application } from "#app/services/application.ts";
import { type DraftFinding, readDraft } from "#app/services/tender/read-draft.ts";
import { pageOfPath } from "#app/services/tender/read-draft-outline.ts";

export interface DraftSettings {
  readonly version: number;
  readonly mayEdit: boolean;
  readonly facts: Facts;
  /** `2027-03-12T12:00` in the tender's zone. */
  readonly deadlineLocal: string | null;
  readonly timezone: string;
  readonly provisions: Provisions;
  readonly findings: readonly DraftFinding[];
}

/** What a draft says of itself, its buyer, its deadline and its money. Faults: `not_found`, `wrong_stage`. */
export async function readDraftSettings(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<DraftSettings>> {
  const view = await readDraft(app, actor, tenderId);
  if (!view.ok) return view;
  const { draft, version, mayEdit, findings } = view.value;
  const { title, description, caseNumber, buyer, contractMonths, estimatedValueSek } = draft;
  const { ceilingPriceSek, forbidNegativePrices, deadline, timezone, provisions } = draft;
  return success({
    version,
    mayEdit,
    facts: {
      title,
      description,
      caseNumber,
      buyer,
      contractMonths,
      estimatedValueSek,
      ceilingPriceSek,
      forbidNegativePrices,
    },
    deadlineLocal: deadline === null ? null : localOfInstant(deadline, timezone),
    timezone,
    provisions,
    findings: findings.filter(({ path }) => pageOfPath(path) === "settings"),
  });
}
