import type { Actor } from "#app/domain/account/actor.ts";
import type { Level } from "#app/domain/catalogue/requirement.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import { blocks } from "#app/domain/tender/publishable.ts";
import type { Application } from "#app/services/application.ts";
import { readDraft } from "#app/services/tender/read-draft.ts";

export interface DraftOutline {
  readonly version: number;
  readonly mayEdit: boolean;
  /** Findings that block publication, by page of the draft. */
  readonly marks: Readonly<
    Partial<Record<"settings" | "pick" | "prices" | "credits" | "evaluation", number>>
  >;
  readonly areas: readonly {
    readonly name: Text;
    readonly requirements: readonly {
      readonly id: string;
      readonly title: Text;
      readonly level: Level;
      readonly findings: number;
    }[];
  }[];
}

/** The page of the draft on which the field at a path is changed; null for a field of one requirement. */
export function pageOfPath(path: string): "settings" | "pick" | "prices" | "credits" | "evaluation" | null {
  if (path.startsWith("requirements.")) return null;
  if (path === "requirements") return "pick";
  if (path.startsWith("priceItems")) return "prices";
  if (path.startsWith("serviceCredits")) return "credits";
  return path.startsWith("evaluation") ? "evaluation" : "settings";
}

/** The parts of a draft with how many findings block in each. Faults: `not_found`, `wrong_stage`. */
export async function readDraftOutline(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<DraftOutline>> {
  const view = await readDraft(app, actor, tenderId);
  if (!view.ok) return view;
  const { draft, version, mayEdit, findings } = view.value;
  const blocking = findings.filter((finding) => blocks(finding, draft.reasons));
  const marks = Map.groupBy(blocking, ({ path }) => pageOfPath(path));
  const byArea = Map.groupBy(draft.requirements, ({ area }) => area);
  return success({
    version,
    mayEdit,
    marks: {
      settings: marks.get("settings")?.length ?? 0,
      pick: marks.get("pick")?.length ?? 0,
      prices: marks.get("prices")?.length ?? 0,
      credits: marks.get("credits")?.length ?? 0,
      evaluation: marks.get("evaluation")?.length ?? 0,
    },
    areas: [...byArea].map(([area, requirements]) => ({
      name: app.catalogue.areas.get(area)?.name ?? { sv: area, en: area },
      requirements: requirements.map(({ id, title, level }) => ({
        id,
        title,
        level,
        findings: blocking.filter(({ path }) => path.startsWith(`requirements.${id}.`)).length,
      })),
    })),
  });
}
