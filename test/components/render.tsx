import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { TranslationProvider } from "#app/components/translation.tsx";
import type { Language } from "#app/domain/language.ts";
import { translations } from "#app/i18n/translate-on-server.ts";

/** The markup that the server sends, without the page around it. */
export const render = (node: ReactNode, language: Language = "sv"): string =>
  renderToStaticMarkup(
    <TranslationProvider t={translations[language]}>
      <MemoryRouter>{node}</MemoryRouter>
    </TranslationProvider>,
  );

/** How often something stands in a text. */
export const count = (text: string, part: string | RegExp): number => text.split(part).length - 1;
