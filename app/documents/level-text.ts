import type { Language } from "#app/domain/language.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** What a level that the committee agreed on requires, in the published words; a must is met or not. */
export function levelText(
  { scoring }: Pick<TenderRequirement, "scoring">,
  level: string,
  wording: { readonly level_met: string; readonly level_not_met: string },
  language: Language,
): string {
  if (level === "met") return wording.level_met;
  if (level === "not_met") return wording.level_not_met;
  const anchors = scoring.type === "levels" ? scoring.anchors : [];
  return anchors.find(({ value }) => value === level)?.[language] ?? level;
}
