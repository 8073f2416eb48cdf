import type { Actor } from "#app/domain/account/actor.ts";
import type { Area, Level } from "#app/domain/catalogue/requirement.ts";
import { type CatalogueQuery, searchCatalogue } from "#app/domain/catalogue/search-catalogue.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

/** What a list shows of a requirement, in the reader's language; `text` is that of the suggested level. */
export interface CatalogueRow {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly text: string;
  readonly measured: boolean;
}

export interface CatalogueList {
  /** All in the catalogue, and how many of them match. */
  readonly total: number;
  readonly hits: number;
  /** By area. A search by words puts the area of the best hit first, and the best first within it. */
  readonly groups: readonly {
    readonly area: Area;
    readonly name: string;
    readonly rows: readonly CatalogueRow[];
  }[];
  /** Every area with its number of requirements, for the filter. */
  readonly areas: readonly { readonly id: Area; readonly name: string; readonly count: number }[];
}

/** The requirements that match, ready for a list. Fault: `not_allowed`. */
export async function browseCatalogue(
  app: Application,
  actor: Actor,
  query: CatalogueQuery,
  language: Language,
): Promise<Result<CatalogueList>> {
  const allowed = authorise(actor, "catalogue.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = app;
  const found = searchCatalogue(catalogue, query);
  const byArea = Map.groupBy(found, ({ area }) => area);
  const counts = Map.groupBy(catalogue.requirements.values(), ({ area }) => area);
  const nameOf = (area: Area) => catalogue.areas.get(area)?.name[language] ?? area;
  return success({
    total: catalogue.requirements.size,
    hits: found.length,
    groups: [...byArea].map(([area, requirements]) => ({
      area,
      name: nameOf(area),
      rows: requirements.map(({ id, level, title, texts, measure }) => ({
        id,
        level,
        title: title[language],
        text: texts[level][language],
        measured: measure !== null,
      })),
    })),
    areas: [...catalogue.areas.keys()].map((id) => ({
      id,
      name: nameOf(id),
      count: counts.get(id)?.length ?? 0,
    })),
  });
}
