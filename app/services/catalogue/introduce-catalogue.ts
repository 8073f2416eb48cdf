import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { browseCatalogue, type CatalogueList } from "#app/services/catalogue/browse-catalogue.ts";
import { type FormulaLevel, showFormulas } from "#app/services/catalogue/show-formulas.ts";

/** What the start page shows of the catalogue: how much there is, and why it exists. */
export interface Introduction {
  readonly requirements: number;
  readonly areas: CatalogueList["areas"];
  readonly formulas: readonly FormulaLevel[];
}

/** Fault: `not_allowed`. */
export async function introduceCatalogue(
  app: Application,
  actor: Actor,
  language: Language,
): Promise<Result<Introduction>> {
  const list = await browseCatalogue(app, actor, {}, language);
  if (!list.ok) return list;
  const { total, areas } = list.value;
  return success({ requirements: total, areas, formulas: showFormulas() });
}
