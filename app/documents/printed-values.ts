import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import type { Language } from "#app/domain/language.ts";

export const localeOf: Readonly<Record<Language, string>> = { sv: "sv-SE", en: "en-GB" };

const noBreakSpace = "\u00a0";

/** Swedish kronor, digit for digit as the decimal string says. */
export const printedSek = (value: string, language: Language): string =>
  language === "sv"
    ? `${formatDecimal(value, language)}${noBreakSpace}kr`
    : `SEK${noBreakSpace}${formatDecimal(value, language)}`;

/** An instant as local date and time of the tender: `12 mars 2027 kl. 12.00`, `12 March 2027, 12:00`. */
export function printedInstant(instant: string, timezone: string, language: Language): string {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(localeOf[language], { timeZone: timezone, ...options }).format(new Date(instant));
  const day = part({ day: "numeric", month: "long", year: "numeric" });
  const time = part({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return language === "sv" ? `${day} kl. ${time.replace(":", ".")}` : `${day}, ${time}`;
}

/** A day `2027-07-01` in words: `1 juli 2027`, `1 July 2027`. */
export const printedDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf[language], {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(new Date(`${day}T00:00:00Z`));

/** A month `2027-07` in words: `juli 2027`, `July 2027`. */
export const printedMonth = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf[language], { timeZone: "UTC", month: "long", year: "numeric" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/**
 * Text that an XML part of an office file can hold: line ends as `\n`; control characters, half surrogate pairs and
 * non-characters, which no XML may contain, left out.
 */
export function printableText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
  );
}

/** A clause as a sentence of its own: a capital first, a full stop last. */
export function asSentence(clause: string, language: Language): string {
  const text = clause.trim();
  if (text === "") return "";
  const [first = ""] = text;
  return `${first.toLocaleUpperCase(localeOf[language])}${text.slice(first.length)}${/[.!?]$/.test(text) ? "" : "."}`;
}
