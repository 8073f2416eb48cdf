import type { Language } from "#app/domain/language.ts";

/** Decimal sign and thousands separator; the Swedish separator is a no-break space. */
const signs: { readonly [L in Language]: { readonly decimal: string; readonly group: string } } = {
  sv: { decimal: ",", group: "\u00a0" },
  en: { decimal: ".", group: "," },
};

/** A decimal string as people write it, digit for digit: no rounding and no floating point. */
export function formatDecimal(value: string, language: Language): string {
  const { decimal, group } = signs[language];
  const negative = value.startsWith("-");
  const [whole = "", fraction] = (negative ? value.slice(1) : value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${negative ? "\u2212" : ""}${grouped}${fraction === undefined ? "" : decimal + fraction}`;
}

/** A number, written already, with the symbol of its unit if it has one: "90 %" in Swedish, "90%" in English. */
export function withSymbol(number: string, symbol: string, language: Language): string {
  if (symbol === "") return number;
  return symbol === "%" && language === "en" ? `${number}%` : `${number}\u00a0${symbol}`;
}

/** How a comparison is printed: ">=" as "≥". */
export const comparatorSign = (comparator: string): string =>
  comparator === ">=" ? "≥" : comparator === "<=" ? "≤" : comparator;

/** A time of day `HH:MM` as people write it: with a point in Swedish. */
export function formatTimeOfDay(time: string, language: Language): string {
  return language === "sv" ? time.replace(":", ".") : time;
}
