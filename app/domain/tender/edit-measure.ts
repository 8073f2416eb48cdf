import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { type Language, languages, type Text } from "#app/domain/language.ts";
import { parseDecimal } from "#app/domain/money/fraction.ts";
import { changeRequirement } from "#app/domain/tender/change-requirement.ts";
import type { EditOf, MeasureChange } from "#app/domain/tender/draft-edit.ts";
import { malformed } from "#app/domain/tender/number-field.ts";
import { replaceNumber } from "#app/domain/tender/number-in-text.ts";
import type { DraftTender, TenderRequirement } from "#app/domain/tender/tender.ts";

/**
 * Changes parts of a requirement's measure; numbers, variant and window in the title and text of both languages follow
 * where they stand unmistakably. Faults: `measure_missing`, `number_malformed`, `variant_unknown`,
 * `window_unknown`, `k_of_n_malformed`.
 */
export function setMeasure(
  draft: DraftTender,
  { id, change }: EditOf<"set-measure">,
  catalogue: Catalogue,
): Result<DraftTender> {
  return changeRequirement(draft, id, (requirement): Result<TenderRequirement> => {
    const { measure } = requirement;
    if (measure === null) return failure({ code: "measure_missing", params: { id } });
    const changed = changedMeasure(measure, change);
    const faults = faultsOf(requirement.id, measure, changed, change, catalogue);
    if (faults.length > 0) return failure(...faults);
    const follow = (text: Text) => textAfter(text, measure, changed, catalogue);
    return success({
      ...requirement,
      measure: changed,
      title: follow(requirement.title),
      text: follow(requirement.text),
    });
  });
}

function changedMeasure(measure: Measure, { parameters, ...parts }: MeasureChange): Measure {
  const numbers = Object.entries(parameters ?? {}).map(([name, value]) => [
    name,
    // A whole number stays a number, as the catalogue has it.
    typeof measure.parameters[name] === "number" && /^\d{1,9}$/.test(value) ? Number(value) : value,
  ]);
  const merged = {
    ...measure,
    ...parts,
    parameters: { ...measure.parameters, ...Object.fromEntries(numbers) },
  };
  return merged.aggregation === "k_of_n" ? merged : { ...merged, aggregationK: null, aggregationN: null };
}

function faultsOf(
  id: string,
  before: Measure,
  changed: Measure,
  change: MeasureChange,
  catalogue: Catalogue,
): Fault[] {
  const field = (name: string) => `requirements.${id}.measure.${name}`;
  const faults = [
    ...malformed(field("threshold"), change.threshold ?? null),
    ...malformed(field("thresholdUpper"), change.thresholdUpper ?? null),
  ];
  for (const [name, value] of Object.entries(change.parameters ?? {})) {
    // A number stays a number; a code or a time of day is free.
    if (isNumber(before.parameters[name])) faults.push(...malformed(field(`parameters.${name}`), value));
  }
  const metric = catalogue.metrics.get(changed.metric);
  if (
    change.variant !== undefined &&
    !metric?.variants.some(({ id: variant }) => variant === change.variant)
  ) {
    faults.push({ code: "variant_unknown", place: { field: field("variant") } });
  }
  if (change.window !== undefined && !catalogue.windows.has(change.window)) {
    faults.push({ code: "window_unknown", place: { field: field("window") } });
  }
  const { aggregation, aggregationK: k, aggregationN: n } = changed;
  if (aggregation === "k_of_n" && !(k !== null && n !== null && k >= 1 && k <= n && n <= 120)) {
    faults.push({ code: "k_of_n_malformed", place: { field: field("aggregationK") } });
  }
  return faults;
}

const isNumber = (value: string | number | undefined): boolean =>
  value !== undefined && parseDecimal(String(value)) !== null;

/** The text with each changed part of the measure written anew. */
function textAfter(text: Text, before: Measure, after: Measure, catalogue: Catalogue): Text {
  const inLanguage = (language: Language): string => {
    const unit = catalogue.units.get(before.unit);
    const unitWords = [unit?.symbol, unit?.singular[language], unit?.plural[language]].filter(
      (word): word is string => typeof word === "string" && word !== "",
    );
    let written = text[language];
    for (const [from, to, words] of changedNumbers(before, after, unitWords)) {
      written = replaceNumber(written, from, to, language, words);
    }
    written = written.replaceAll(before.variant, after.variant);
    const phrase = (window: string) => catalogue.windows.get(window)?.phrase[language];
    const [old, fresh] = [phrase(before.window), phrase(after.window)];
    return old === undefined || fresh === undefined ? written : written.replace(old, fresh);
  };
  const [sv, en] = languages.map(inLanguage);
  return { sv: sv ?? "", en: en ?? "" };
}

function* changedNumbers(
  before: Measure,
  after: Measure,
  unitWords: readonly string[],
): Generator<[from: string, to: string, unitWords: readonly string[]]> {
  for (const bound of ["threshold", "thresholdUpper"] as const) {
    const [from, to] = [before[bound], after[bound]];
    if (from !== null && to !== null && from !== to) yield [from, to, unitWords];
  }
  for (const [name, value] of Object.entries(before.parameters)) {
    const to = after.parameters[name];
    if (to !== undefined && to !== value && isNumber(value) && isNumber(to))
      yield [String(value), String(to), []];
  }
}
