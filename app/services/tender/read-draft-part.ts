import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";
import { type DraftView, readDraft } from "#app/services/tender/read-draft.ts";
import { pageOfPath } from "#app/services/tender/read-draft-outline.ts";

/** A draft with the findings of one of its pages. Faults: `not_found`, `wrong_stage`. */
export async function readDraftPart(
  app: Application,
  actor: Actor,
  tenderId: string,
  page: "prices" | "credits",
): Promise<Result<DraftView>> {
  const view = await readDraft(app, actor, tenderId);
  if (!view.ok) return view;
  const findings = view.value.findings.filter(({ path }) => pageOfPath(path) === page);
  return success({ ...view.value, findings });
}
