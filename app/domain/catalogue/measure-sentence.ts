import type { Catalogue, SentenceFrame } from "#app/domain/catalogue/catalogue.ts";
import { formatDecimal, formatTimeOfDay } from "#app/domain/catalogue/number-format.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { withUnit } from "#app/domain/catalogue/unit.ts";
import type { Language } from "#app/domain/language.ts";

/**
 * A measure as a readable clause without capital or full stop, for example "minst 90 % av erbjudna samtal besvaras
 * inom 20 sekunder, varje kalendermånad". All of the measure that changes its value is said: threshold, parameters,
 * window, aggregation and exclusions. The words come from the catalogue: the metric variant's pattern, or the
 * general frame where it has none.
 *
 * A code that the catalogue does not know stands as it is; `checkCatalogue` reports it.
 */
export function measureSentence(measure: Measure, catalogue: Catalogue, language: Language): string {
  const metric = catalogue.metrics.get(measure.metric);
  const { frames } = catalogue.sentences;
  const frame = (name: SentenceFrame, words: Words) => fill(frames[name][language], words);

  const name = metric?.name[language] ?? measure.metric;
  const numbers = parameterWords(measure, language);
  const limit = limitPhrase(measure, catalogue, language);
  const pattern = metric?.variants.find(({ id }) => id === measure.variant)?.sentence?.[language];
  const words: Words = { ...numbers, metric: name, limit: limit ?? "" };
  const clausePattern =
    pattern !== undefined && fillable(pattern, words) ? pattern : frames.general[language];
  const clause = fill(clausePattern, words);

  const parts: string[] = [];
  if (limit === null) parts.push(frame("report", { metric: name }));
  else parts.push(measure.role === "trigger" ? frame("trigger", { clause }) : clause);

  const said = limit === null ? [] : placeholders(clausePattern);
  parts.push(...parameterPhrases(measure, said, catalogue, language));
  parts.push(catalogue.windows.get(measure.window)?.phrase[language] ?? measure.window);
  if (measure.aggregation === "pooled") parts.push(frame("pooled", {}));
  if (measure.aggregation === "k_of_n") {
    parts.push(frame("k_of_n", { k: String(measure.aggregationK), n: String(measure.aggregationN) }));
  }
  if (measure.exclusions.length > 0) {
    const phrases = measure.exclusions.map(
      (code) => catalogue.exclusions.get(code)?.phrase[language] ?? code,
    );
    const exclusions = phrases.reduce((first, second) => frame("and", { first, second }));
    parts.push(frame("exclusions", { exclusions }));
  }
  return parts.join(", ");
}

type Words = Readonly<Record<string, string>>;

/** "minst 90 %"; null when the measure has no threshold. A trigger between two bounds starts outside of them. */
function limitPhrase(measure: Measure, catalogue: Catalogue, language: Language): string | null {
  const { comparator, threshold, thresholdUpper } = measure;
  if (comparator === null || threshold === null) return null;
  // "At least 100 per cent" is a roundabout way of saying all.
  if (comparator === ">=" && threshold === "100" && measure.unit === "%") {
    return withUnit(threshold, measure.unit, catalogue, language);
  }
  const phrase = comparator === "between" && measure.role === "trigger" ? "outside" : comparator;
  return fill(catalogue.sentences.comparators[phrase][language], {
    value: withUnit(threshold, measure.unit, catalogue, language),
    lower: formatDecimal(threshold, language),
    upper: withUnit(thresholdUpper ?? threshold, measure.unit, catalogue, language),
  });
}

/** A phrase for each parameter that neither the clause nor an earlier phrase has said. */
function parameterPhrases(
  measure: Measure,
  saidInClause: readonly string[],
  catalogue: Catalogue,
  language: Language,
): readonly string[] {
  const { parameters } = catalogue.sentences;
  const numbers = parameterWords(measure, language);
  const said = new Set(saidInClause);
  const phrases: string[] = [];
  for (const [key, value] of Object.entries(measure.parameters)) {
    if (said.has(key)) continue;
    const words: Words = { ...numbers, value: numbers[key] ?? "" };
    const pattern = (parameters.get(`${key}.${value}`) ?? parameters.get(key))?.[language];
    const sayable = pattern !== undefined && fillable(pattern, words);
    phrases.push(sayable ? fill(pattern, words) : `${key} ${value}`);
    for (const other of sayable ? placeholders(pattern) : []) said.add(other);
  }
  return phrases;
}

/** Parameters as they are written in a sentence; what is neither number nor time of day stays as it is. */
function parameterWords(measure: Measure, language: Language): Words {
  const entries = Object.entries(measure.parameters).map(([key, value]): [string, string] => {
    const text = String(value);
    if (/^-?\d+(\.\d+)?$/.test(text)) return [key, formatDecimal(text, language)];
    return [key, /^\d\d:\d\d$/.test(text) ? formatTimeOfDay(text, language) : text];
  });
  return Object.fromEntries(entries);
}

const placeholder = /\{(\w+)\}/g;

function placeholders(pattern: string): readonly string[] {
  return [...pattern.matchAll(placeholder)].map(([, key = ""]) => key);
}

function fillable(pattern: string, words: Words): boolean {
  return placeholders(pattern).every((key) => key in words);
}

function fill(pattern: string, words: Words): string {
  return pattern.replace(placeholder, (whole, key: string) => words[key] ?? whole);
}
