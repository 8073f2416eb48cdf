import { readPublication } from "#app/db/publication.ts";
import { readDraft } from "#app/db/response.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { Area } from "#app/domain/catalogue/requirement.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { completeness, type Progress } from "#app/domain/response/completeness.ts";
import type { Stage } from "#app/domain/tender/stage.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface RespondEntry {
  readonly tenderId: string;
  readonly stage: Stage;
  /** Whether the vendor's organisation has a response already. */
  readonly started: boolean;
  readonly mayEdit: boolean;
  readonly maySubmit: boolean;
  readonly musts: number;
  readonly shoulds: number;
  readonly areas: ReadonlyArray<Progress & { readonly area: Area; readonly title: string }>;
  readonly statements: Progress;
  readonly prices: Progress;
  readonly whole: Progress;
}

/** What a vendor meets on the way to its response and around every page of it, before and after it has been started. */
export async function readRespondEntry(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<RespondEntry>> {
  const db = app.database.read;
  const access = await authoriseTender(app, db, actor, "response.read-own", tenderId);
  if (!access.ok) return access;
  const { stage, ownResponseId, may } = access.value;
  const publication = await readPublication(db, tenderId);
  if (publication === null) return failure({ code: "not_found" });
  const { content } = publication;
  const draft =
    ownResponseId === null
      ? { tender: tenderId, answers: {}, statements: {}, unitPrices: {}, files: [] }
      : (await readDraft(db, tenderId, ownResponseId)).content;
  const { areas, statements, prices, whole } = completeness(content, draft);
  return success({
    tenderId,
    stage,
    started: ownResponseId !== null,
    mayEdit: may("response.edit"),
    maySubmit: may("response.submit"),
    musts: content.requirements.filter((requirement) => requirement.level === "must").length,
    shoulds: content.requirements.filter((requirement) => requirement.level === "should").length,
    areas: areas.map((progress) => ({
      ...progress,
      title: app.catalogue.areas.get(progress.area)?.name[language] ?? progress.area,
    })),
    statements,
    prices: { total: prices.total, answered: prices.answered },
    whole,
  });
}
