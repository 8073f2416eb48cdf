import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Area, Level, Requirement, UseOfMeasurement } from "#app/domain/catalogue/requirement.ts";

/** What to look for; a property left out does not restrict. */
export interface CatalogueQuery {
  /** Words in Swedish or English, or an id. Every word must match. */
  readonly text?: string;
  readonly area?: Area;
  readonly level?: Level;
  readonly measured?: boolean;
  readonly use?: UseOfMeasurement;
  /** Id of a source text. */
  readonly source?: string;
}

/**
 * The requirements that match the query, best first: exact id, then titles, then requirement texts, then the
 * rest (motive, proof, follow-up, notes); equals keep the catalogue's order. Letters match without regard to case
 * and diacritics, so that "vaxel" finds "växel".
 */
export function searchCatalogue(catalogue: Catalogue, query: CatalogueQuery): readonly Requirement[] {
  const words = fold(query.text ?? "")
    .split(/\s+/)
    .filter(Boolean);
  const ranked: { requirement: Requirement; rank: number }[] = [];
  for (const requirement of catalogue.requirements.values()) {
    if (!passesFilters(requirement, query)) continue;
    const rank = rankOf(requirement, words);
    if (rank !== null) ranked.push({ requirement, rank });
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ requirement }) => requirement);
}

function passesFilters(requirement: Requirement, query: CatalogueQuery): boolean {
  return (
    (query.area === undefined || requirement.area === query.area) &&
    (query.level === undefined || requirement.level === query.level) &&
    (query.measured === undefined || (requirement.measure !== null) === query.measured) &&
    (query.use === undefined || requirement.useOfMeasurement === query.use) &&
    (query.source === undefined || requirement.provenance.some(({ source }) => source === query.source))
  );
}

/** The sum over all words of where each is best found; null when one is found nowhere. */
function rankOf(requirement: Requirement, words: readonly string[]): number | null {
  const places = searchPlaces(requirement);
  let rank = 0;
  for (const word of words) {
    const found = places.findIndex((place) => place(word));
    if (found < 0) return null;
    rank += found;
  }
  return rank;
}

/** The places a word may be found in, best first. */
function searchPlaces(requirement: Requirement): readonly ((word: string) => boolean)[] {
  const { id, title, texts, motive, proof, followUp, note, competitionNote } = requirement;
  const titles = fold(`${title.sv} ${title.en}`);
  const body = fold([texts.must, texts.should].map(({ sv, en }) => `${sv} ${en}`).join(" "));
  const rest = [motive, proof, followUp, note, competitionNote];
  const remaining = fold(rest.map((text) => (text === null ? "" : `${text.sv} ${text.en}`)).join(" "));
  return [
    (word) => fold(id) === word,
    (word) => fold(id).startsWith(word),
    (word) => ` ${titles}`.includes(` ${word}`),
    (word) => titles.includes(word),
    (word) => ` ${body}`.includes(` ${word}`),
    (word) => body.includes(word),
    (word) => remaining.includes(word),
  ];
}

/** Lower case without diacritics: å and ä become a, ö becomes o. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
