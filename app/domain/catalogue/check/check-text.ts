import type { Report } from "#app/domain/catalogue/check/fault-in-file.ts";
import { type Level, levels, type Requirement } from "#app/domain/catalogue/requirement.ts";
import { type Language, languages, type Text } from "#app/domain/language.ts";
import { equal, parseDecimal } from "#app/domain/money/fraction.ts";

const opening: { readonly [L in Language]: { readonly [V in Level]: string } } = {
  sv: { must: "Leverantören ska ", should: "Leverantören bör " },
  en: { must: "The supplier shall ", should: "The supplier should " },
};

const modalVerbs: { readonly [L in Language]: RegExp } = {
  sv: /(?<!\p{L})(ska|skall|bör|måste)(?!\p{L})/giu,
  en: /(?<!\p{L})(shall|should|must)(?!\p{L})/giu,
};

/** The form of the requirement's texts: one sentence, one modal verb, the same in both languages and levels. */
export function checkText(requirement: Requirement, report: Report): void {
  const { texts } = requirement;
  for (const level of levels) {
    for (const language of languages) checkForm(texts[level][language], level, language, report);
    checkNumbers(texts[level], `texts.${level}`, report);
  }
  for (const language of languages) {
    const asShould = texts.must[language].replace(opening[language].must, opening[language].should);
    if (asShould !== texts.should[language]) report("text_levels_differ", `texts.should.${language}`);
  }
  checkNumbers(requirement.title, "title", report);
  checkNumbers(requirement.motive, "motive", report);
  checkNumbers(requirement.proof, "proof", report);
  checkNumbers(requirement.followUp, "follow_up", report);
  checkNumbers(requirement.competitionNote, "competition_note", report);
  checkNumbers(requirement.note, "note", report);
  checkThresholds(requirement, report);
}

function checkForm(text: string, level: Level, language: Language, report: Report): void {
  const field = `texts.${level}.${language}`;
  const expected = opening[language][level];
  if (!text.startsWith(expected)) report("text_opening", field, { expected: expected.trim() });
  if ([...text.matchAll(modalVerbs[language])].length !== 1) report("text_modal_verb", field);
  if (!text.endsWith(".") || /[.!?]\s+\p{Lu}/u.test(text)) report("text_not_one_sentence", field);
}

/** What a bidder is held to stands in the text, not only in the measure. */
function checkThresholds({ measure, texts }: Requirement, report: Report): void {
  if (measure === null) return;
  for (const [field, threshold] of [
    ["threshold", measure.threshold],
    ["threshold_upper", measure.thresholdUpper],
  ] as const) {
    if (threshold !== null && !isPlain(threshold, measure.unit) && !stands(threshold, texts.must.sv)) {
      report("threshold_not_in_text", `measure.${field}`, { threshold });
    }
  }
}

function checkNumbers(text: Text | null, field: string, report: Report): void {
  if (text === null) return;
  const sv = numbersIn(text.sv, "sv").toSorted().join(" ");
  const en = numbersIn(text.en, "en").toSorted().join(" ");
  if (sv !== en) report("text_numbers_differ", `${field}.en`, { sv, en });
}

/** "All" and "once" are said in words. */
const isPlain = (threshold: string, unit: string): boolean =>
  threshold === "1" || (threshold === "100" && unit === "%");

function stands(threshold: string, text: string): boolean {
  const sought = parseDecimal(threshold);
  return numbersIn(text, "sv").some((number) => {
    const found = parseDecimal(number);
    return found !== null && sought !== null && equal(found, sought);
  });
}

/** The numbers of a text with a decimal point and without thousands separators; times as `22.00`. */
function numbersIn(text: string, language: Language): readonly string[] {
  const thousands = language === "sv" ? /(?<=\d)[ \u00a0](?=\d{3}(?!\d))/g : /(?<=\d),(?=\d{3}(?!\d))/g;
  const numbers = text.replace(thousands, "").match(/\d+(?:[.,:]\d+)*/g) ?? [];
  return numbers.map((number) => number.replace(/[,:]/g, "."));
}
