import type { Actor } from "#app/domain/account/actor.ts";
import type { Area } from "#app/domain/catalogue/requirement.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import type { Progress, RequirementState } from "#app/domain/response/completeness.ts";
import type { Application } from "#app/services/application.ts";
import { type OwnResponseView, readOwnResponse } from "#app/services/response/read-own-response.ts";

export interface ResponseOverview
  extends Pick<OwnResponseView, "submitted" | "maySubmit" | "mayEdit" | "deadlineUs"> {
  readonly tenderId: string;
  readonly timezone: string;
  readonly whole: Progress;
  /** Requirements that are unanswered, or whose answer leads to something: musts first. */
  readonly left: ReadonlyArray<RequirementState & { readonly title: string }>;
  /** The first area that is not wholly answered; null when all are. */
  readonly nextArea: Area | null;
}

/** How far the response has come, what is left and what the answers lead to. */
export async function readResponseOverview(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<ResponseOverview>> {
  const own = await readOwnResponse(app, actor, tenderId);
  if (!own.ok) return own;
  const { tender, completeness, submitted, maySubmit, mayEdit, deadlineUs } = own.value;
  const titles = new Map(tender.requirements.map((requirement) => [requirement.id, requirement.title]));
  const left = completeness.requirements
    .filter((state) => state.state !== "answered" || state.consequence !== "none")
    .map((state) => ({ ...state, title: titles.get(state.requirement)?.[language] ?? state.requirement }));
  const unfinished = completeness.areas.find((progress) => progress.answered < progress.total);
  return success({
    tenderId,
    timezone: tender.timezone,
    deadlineUs,
    submitted,
    maySubmit,
    mayEdit,
    whole: completeness.whole,
    left: [
      ...left.filter(({ level }) => level === "must"),
      ...left.filter(({ level }) => level === "should"),
    ],
    nextArea: unfinished?.area ?? null,
  });
}
