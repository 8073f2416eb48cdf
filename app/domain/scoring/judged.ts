import type { LevelAnchor } from "#app/domain/catalogue/requirement.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/**
 * Whether the committee sets a level: files and free text have to be read by people, everything else speaks for
 * itself. A must is judged met or not met; a should by its level anchors.
 */
export const isJudged = ({ answer, scoring }: TenderRequirement): boolean =>
  (answer.type === "file" || answer.type === "text") && scoring.type === "levels";

/** The levels an evaluator may choose between, worst first, as the tender published them. */
export function levelsOf({ scoring }: TenderRequirement): readonly LevelAnchor[] {
  return scoring.type === "levels" ? scoring.anchors : [];
}
