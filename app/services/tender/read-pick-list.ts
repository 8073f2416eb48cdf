import type { Actor } from "#app/domain/account/actor.ts";
import type { Area, Level } from "#app/domain/catalogue/requirement.ts";
import { type CatalogueQuery, searchCatalogue } from "#app/domain/catalogue/search-catalogue.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import type { Application } from "#app/services/application.ts";
import { readDraft } from "#app/services/tender/read-draft.ts";

interface PickRow {
  readonly id: string;
  readonly area: Area;
  readonly level: Level;
  readonly title: Text;
  readonly text: Text;
  readonly measured: boolean;
  readonly picked: boolean;
}

export interface PickList {
  readonly version: number;
  readonly mayEdit: boolean;
  readonly rows: readonly PickRow[];
  readonly areas: readonly { readonly id: Area; readonly name: Text }[];
  readonly picked: number;
}

/** The catalogue as a list to pick from, with what the draft already has. Faults: `not_found`, `wrong_stage`. */
export async function readPickList(
  app: Application,
  actor: Actor,
  tenderId: string,
  query: CatalogueQuery,
): Promise<Result<PickList>> {
  const view = await readDraft(app, actor, tenderId);
  if (!view.ok) return view;
  const { draft, version, mayEdit } = view.value;
  const picked = new Set(draft.requirements.map(({ id }) => id));
  return success({
    version,
    mayEdit,
    picked: picked.size,
    areas: [...app.catalogue.areas.values()].map(({ id, name }) => ({ id, name })),
    rows: searchCatalogue(app.catalogue, query).map(({ id, area, level, title, texts, measure }) => ({
      id,
      area,
      level,
      title,
      text: texts[level],
      measured: measure !== null,
      picked: picked.has(id),
    })),
  });
}
