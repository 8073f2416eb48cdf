import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { TranslationProvider } from "#app/components/translation.tsx";
import type { Messages } from "#app/i18n/messages.ts";
import { createTranslate } from "#app/i18n/translate.ts";

// Texts are data, not script: fetched once as JSON and kept by the browser. A change of language is a new page. The
// page of a fault so early that not even its language is known names no texts and stays as the server wrote it.
const { lang, dataset } = document.documentElement;
if (dataset.texts !== undefined) {
  const texts = await fetch(dataset.texts);
  const t = createTranslate(lang === "en" ? "en" : "sv", (await texts.json()) as Messages);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <TranslationProvider t={t}>
          <HydratedRouter />
        </TranslationProvider>
      </StrictMode>,
    );
  });
}
