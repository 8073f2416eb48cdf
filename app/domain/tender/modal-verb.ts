import type { Level } from "#app/domain/catalogue/requirement.ts";
import { type Language, languages, type Text } from "#app/domain/language.ts";

/** The verbs that tell a level, the one to write first. */
const verbs: { readonly [L in Language]: { readonly [V in Level]: readonly string[] } } = {
  sv: { must: ["ska", "skall"], should: ["bör"] },
  en: { must: ["shall", "must"], should: ["should"] },
};

const word = (verb: string) => new RegExp(`(?<![\\p{L}])${verb}(?![\\p{L}])`, "giu");

/** How often the text uses the verbs of a level. */
export const countVerbs = (text: string, level: Level, language: Language): number =>
  verbs[language][level].reduce((count, verb) => count + (text.match(word(verb))?.length ?? 0), 0);

/** The text with the verb of `level` instead of the other level's, in both languages. */
export function withVerb(text: Text, level: Level): Text {
  const other: Level = level === "must" ? "should" : "must";
  const [sv, en] = languages.map((language) => {
    const verb = verbs[language][level][0] ?? "";
    return verbs[language][other].reduce(
      (changed, old) => changed.replace(word(old), (found) => inCaseOf(found, verb)),
      text[language],
    );
  });
  return { sv: sv ?? "", en: en ?? "" };
}

const inCaseOf = (pattern: string, verb: string): string =>
  pattern[0] === pattern[0]?.toUpperCase() ? verb[0]?.toUpperCase() + verb.slice(1) : verb;
