import { createContext, type ReactNode, useContext } from "react";
import type { Translate } from "#app/i18n/translate.ts";

const TranslationContext = createContext<Translate | null>(null);

export function TranslationProvider({ t, children }: { t: Translate; children: ReactNode }) {
  return <TranslationContext value={t}>{children}</TranslationContext>;
}

/** The texts of the page's language: `t("common.save")`, `t.fault(fault)`, `t.language`. */
export function useTranslate(): Translate {
  const t = useContext(TranslationContext);
  if (t === null) throw new Error("no translation above this component");
  return t;
}
