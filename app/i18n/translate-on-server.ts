import type { Language } from "#app/domain/language.ts";
import english from "#app/i18n/en/messages.ts";
import swedish from "#app/i18n/sv/messages.ts";
import { createTranslate, type Translate } from "#app/i18n/translate.ts";

/** Both languages, made once: they hold no state of a request. For the server and the command line. */
export const translations: { readonly [L in Language]: Translate } = {
  sv: createTranslate("sv", swedish),
  en: createTranslate("en", english),
};
