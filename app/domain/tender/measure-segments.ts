import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { measureSentence } from "#app/domain/catalogue/measure-sentence.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type { Language } from "#app/domain/language.ts";
import { parseDecimal } from "#app/domain/money/fraction.ts";

/** A piece of a measure's sentence: words, or a number that may be changed in its place. */
export type MeasureSegment =
  | { readonly words: string }
  /** `threshold`, `thresholdUpper` or `parameters.<name>`. */
  | { readonly field: string; readonly value: string };

/** Far from any number of a measure, so that its place in the sentence can be found again. */
const marker = (index: number): string => `88007700${10 + index}`;

/**
 * The readable sentence of a measure cut at its numbers. The sentence is made with a marker for each number and cut
 * at the markers, so its words are those of an ordinary number; numbers that it does not say are not among the pieces.
 */
export function measureSegments(
  measure: Measure,
  catalogue: Catalogue,
  language: Language,
): readonly MeasureSegment[] {
  const numbers = numbersOf(measure);
  const marked = numbers.reduce(
    (changed, { field }, index) => withNumber(changed, field, marker(index)),
    measure,
  );
  const places = new Map(numbers.map((number, index) => [formatDecimal(marker(index), language), number]));
  const cut = new RegExp(`(${[...places.keys()].join("|") || "$^"})`);
  return measureSentence(marked, catalogue, language)
    .split(cut)
    .filter((piece) => piece !== "")
    .map((piece) => places.get(piece) ?? { words: piece });
}

function numbersOf(measure: Measure): { field: string; value: string }[] {
  const bounds = (["threshold", "thresholdUpper"] as const).flatMap((field) => {
    const value = measure[field];
    return value === null ? [] : [{ field, value }];
  });
  const parameters = Object.entries(measure.parameters)
    .filter(([, value]) => parseDecimal(String(value)) !== null)
    .map(([name, value]) => ({ field: `parameters.${name}`, value: String(value) }));
  return [...bounds, ...parameters];
}

function withNumber(measure: Measure, field: string, value: string): Measure {
  const name = field.replace(/^parameters\./, "");
  return name === field
    ? { ...measure, [field]: value }
    : { ...measure, parameters: { ...measure.parameters, [name]: value } };
}
