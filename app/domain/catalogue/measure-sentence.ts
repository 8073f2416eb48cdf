import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type { Language } from "#app/domain/language.ts";

/** A measure as a readable clause, for example "minst 90 % av erbjudna samtal besvaras inom 20 sekunder, varje kalendermånad". */
export function measureSentence(measure: Measure, catalogue: Catalogue, language: Language): string {
  return `${catalogue.metrics.get(measure.metric)?.name[language] ?? measure.metric}`;
}
