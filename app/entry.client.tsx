import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { TranslationProvider } from "#app/components/translation.tsx";
import { createTranslate } from "#app/i18n/translate.ts";

// Only the language of the page is fetched; a change of language is a new page.
const language = document.documentElement.lang === "en" ? "en" : "sv";
const { default: messages } =
  language === "en" ? await import("#app/i18n/en/messages.ts") : await import("#app/i18n/sv/messages.ts");
const t = createTranslate(language, messages);

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
