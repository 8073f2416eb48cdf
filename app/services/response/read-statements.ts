import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { readOwnResponse } from "#app/services/response/read-own-response.ts";
import { type StatementSection, statementList } from "#app/services/response/statement-list.ts";

export interface StatementsPage {
  readonly sections: readonly StatementSection[];
  readonly mayEdit: boolean;
  readonly timezone: string;
}

/** The vendor's own facts and declarations. */
export async function readStatements(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<StatementsPage>> {
  const own = await readOwnResponse(app, actor, tenderId);
  if (!own.ok) return own;
  const { draft, mayEdit, tender } = own.value;
  const sections = await statementList(app.root, draft.statements, language);
  return success({ sections, mayEdit, timezone: tender.timezone });
}
