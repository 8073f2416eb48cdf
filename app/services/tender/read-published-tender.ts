import { type Publication, readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type NextStep, nextStep } from "#app/domain/tender/next-step.ts";
import type { Stage } from "#app/domain/tender/stage.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export type EvaluationDocument = "opening-record.docx" | "evaluation-report.docx";

export interface PublishedTenderView extends Publication {
  readonly stage: Stage;
  readonly deadlineUs: number | null;
  readonly serverNowUs: number;
  /** Documents of the evaluation that the actor may read now. */
  readonly reports: readonly EvaluationDocument[];
  /** What is expected of the actor next. */
  readonly next: NextStep;
  readonly mayCancel: boolean;
}

/** The frozen tender, its hash verified against its bytes. For everyone. Fault: `not_found`. */
export async function readPublishedTender(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<PublishedTenderView>> {
  const { read } = app.database;
  const access = await authoriseTender(app, read, actor, "tender.read", tenderId);
  if (!access.ok) return access;
  const publication = await readPublication(read, tenderId);
  if (publication === null) return failure({ code: "not_found" });
  const { stage, deadlineUs, tenderRoles, may } = access.value;
  const isVendor = actor.kind === "person" && actor.organisation.kind === "vendor";
  const reports: EvaluationDocument[] = [];
  if (may("opening-record.read")) reports.push("opening-record.docx");
  if (may("evaluation-report.read")) reports.push("evaluation-report.docx");
  const next = nextStep(stage, tenderRoles, isVendor);
  return success({
    ...publication,
    stage,
    deadlineUs,
    serverNowUs: app.now(),
    reports,
    next,
    mayCancel: may("tender.cancel"),
  });
}
