import { createHash } from "node:crypto";
import { type Language, languages } from "#app/domain/language.ts";
import english from "#app/i18n/en/messages.ts";
import type { Messages } from "#app/i18n/messages.ts";
import swedish from "#app/i18n/sv/messages.ts";

const messages: { readonly [L in Language]: Messages } = { sv: swedish, en: english };

const texts = languages.map((language) => {
  const json = JSON.stringify(messages[language]);
  const version = createHash("sha256").update(json).digest("hex").slice(0, 12);
  return { language, json, path: `/texts/${language}-${version}.json` };
});

/** Where a browser fetches the texts of a language; a new text makes a new address, so it may keep them for a year. */
export const textsPath = (language: Language): string =>
  texts.find((each) => each.language === language)?.path ?? "";

/** The texts at an address as JSON; null for an old or unknown one. */
export const textsAt = (path: string): string | null =>
  texts.find((each) => each.path === path)?.json ?? null;
