import { readPublication } from "#app/db/publication.ts";
import { readStoredDraft } from "#app/db/tender.ts";
import { type Actor, type TenderRole, tenderRoles } from "#app/domain/account/actor.ts";
import { type Action, can } from "#app/domain/account/policy.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import { type NextStep, nextStep } from "#app/domain/tender/next-step.ts";
import type { Stage } from "#app/domain/tender/stage.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender, type TenderAccess } from "#app/services/authorise.ts";

/** What the frame around every page of a tender shows. */
export interface TenderPage {
  readonly tenderId: string;
  readonly title: Text;
  readonly caseNumber: string;
  readonly stage: Stage;
  readonly deadlineUs: number | null;
  readonly timezone: string;
  readonly serverNowUs: number;
  readonly roles: readonly TenderRole[];
  /** The parts of the tender that the actor may reach now. */
  readonly reach: readonly TenderPart[];
  readonly next: NextStep;
}

/** Pages of a tender beside its overview, each with the line of the policy table that opens it. */
const parts = {
  draft: ["tender.draft.read"],
  questions: ["question.read"],
  respond: ["response.edit", "response.read-own"],
  opening: ["opening.prepare", "opening-record.read"],
  scoring: ["score.read-own"],
  consensus: ["score.read-others"],
  "quality-lock": ["quality.lock"],
  prices: ["price.read"],
  comparison: ["price.analyse"],
  sensitivity: ["price.analyse"],
  award: ["award.read"],
  contract: ["contract.read"],
  outcome: ["outcome.read-own"],
} as const satisfies Record<string, readonly Action[]>;

type TenderPart = keyof typeof parts;
const partNames = Object.keys(parts) as readonly TenderPart[];

/** Faults: `not_found` for what is not there or a draft of others. */
export async function readTenderPage(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<TenderPage>> {
  const { read } = app.database;
  const published = await authoriseTender(app, read, actor, "tender.read", tenderId);
  const access = published.ok
    ? published
    : await authoriseTender(app, read, actor, "tender.draft.read", tenderId);
  if (!access.ok) return failure({ code: "not_found" });
  const content = published.ok
    ? (await readPublication(read, tenderId))?.content
    : (await readStoredDraft(read, tenderId))?.draft;
  if (content === undefined) return failure({ code: "not_found" });
  const { stage, deadlineUs } = access.value;
  const roles = tenderRoles.filter((role) => access.value.tenderRoles.includes(role));
  const isVendor = actor.kind === "person" && actor.organisation.kind === "vendor";
  return success({
    tenderId,
    title: content.title,
    caseNumber: content.caseNumber,
    stage,
    deadlineUs,
    timezone: content.timezone,
    serverNowUs: app.now(),
    roles,
    reach: reachOf(actor, access.value, await seesOthersScores(app, actor, access.value)),
    next: nextStep(stage, roles, isVendor),
  });
}

/** Sheets are shown to others only once all are locked; asked for only of those who may ever see them. */
async function seesOthersScores(app: Application, actor: Actor, access: TenderAccess): Promise<boolean> {
  if (!access.tenderRoles.some((role) => role === "evaluator" || role === "chair")) return false;
  const { read } = app.database;
  return (await authoriseTender(app, read, actor, "score.read-others", access.tenderId)).ok;
}

function reachOf(
  actor: Actor,
  { tenderRoles: roles, stage, organisationId }: TenderAccess,
  revealed: boolean,
): TenderPart[] {
  const person = actor.kind === "person" ? actor : null;
  const resource = {
    tenderRoles: roles,
    sameOrganisation: person?.organisation.id === organisationId,
    own: person?.organisation.kind === "vendor",
    revealed,
  };
  return partNames.filter((part) =>
    parts[part].some((action: Action) => can(actor, action, resource, stage)),
  );
}
