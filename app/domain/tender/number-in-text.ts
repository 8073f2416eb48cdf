import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import type { Language } from "#app/domain/language.ts";

/**
 * Numbers as people write them. Digits that belong to a name (ISO 18295-1, SL20) are not numbers: a letter or another
 * digit must not touch them.
 */
const written: { readonly [L in Language]: RegExp } = {
  sv: /(?<![\p{L}\p{N}_-])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,\d+)?(?![\p{L}\p{N}_])/gu,
  en: /(?<![\p{L}\p{N}_-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\p{L}\p{N}_])/gu,
};

interface Written {
  /** Decimal string without trailing zeros. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function findNumbers(text: string, language: Language): readonly Written[] {
  return [...text.matchAll(written[language])].map((match) => ({
    value: plain(match[0], language),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const plain = (token: string, language: Language): string =>
  withoutZeros(
    language === "sv" ? token.replace(/[ \u00a0\u202f]/g, "").replace(",", ".") : token.replaceAll(",", ""),
  );

const withoutZeros = (decimal: string): string => {
  const whole = decimal.replace(/^0+(?=\d)/, "");
  return whole.includes(".") ? whole.replace(/\.?0+$/, "") : whole;
};

/** Whether the text says the number of a field, however it writes it. */
export const saysNumber = (text: string, decimal: string, language: Language): boolean =>
  findNumbers(text, language).some(({ value }) => value === withoutZeros(decimal));

/**
 * The text with the number `from` written as `to`. A number that stands in several places is only replaced where one
 * of `unitWords` follows it; where that does not settle it either, the text is returned as it was and the finding
 * REQ-22 tells the buyer.
 */
export function replaceNumber(
  text: string,
  from: string,
  to: string,
  language: Language,
  unitWords: readonly string[],
): string {
  const found = findNumbers(text, language).filter(({ value }) => value === withoutZeros(from));
  const withUnit = found.filter(({ end }) => {
    const rest = text.slice(end).trimStart().toLowerCase();
    return unitWords.some((word) => rest.startsWith(word.toLowerCase()));
  });
  const only = withUnit.length === 1 ? withUnit[0] : found.length === 1 ? found[0] : undefined;
  if (only === undefined) return text;
  return text.slice(0, only.start) + formatDecimal(to, language) + text.slice(only.end);
}
