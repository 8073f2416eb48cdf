import type { numberSentences } from "#app/documents/number-sentences.ts";
import type { Vocabulary } from "#app/documents/printed-tender.ts";
import { fill } from "#app/documents/templates.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import type { AnswerDefinition } from "#app/domain/catalogue/requirement.ts";
import { unitName } from "#app/domain/catalogue/unit.ts";
import type { Language } from "#app/domain/language.ts";

type NumberAnswer = Extract<AnswerDefinition, { type: "number" }>;

type NumberWords = { readonly [K in keyof typeof numberSentences]: string };

/** What number is asked for: decimals, unit and bounds, as a sentence. */
export function numberForm(
  answer: NumberAnswer,
  words: NumberWords,
  vocabulary: Vocabulary,
  language: Language,
): string {
  const precision =
    answer.decimals === 0
      ? words.number_whole
      : answer.decimals === 1
        ? words.number_one_decimal
        : fill(words.number_decimals, { decimals: String(answer.decimals) });
  const values = {
    number: precision,
    unit: answer.unit === null ? words.number_no_unit : unitName(answer.unit, vocabulary, language),
    min: answer.min === null ? "" : formatDecimal(answer.min, language),
    max: answer.max === null ? "" : formatDecimal(answer.max, language),
  };
  if (answer.min !== null && answer.max !== null) return fill(words.number_between, values);
  if (answer.min !== null) return fill(words.number_from, values);
  if (answer.max !== null) return fill(words.number_to, values);
  return fill(words.number_any, values);
}
