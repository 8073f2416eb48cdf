import { useTranslate } from "#app/components/translation.tsx";

/** A decimal string as one types it in the page's language. */
export function useEntered() {
  const t = useTranslate();
  return (value: string | null) => (t.language === "sv" ? value?.replace(".", ",") : value) ?? "";
}
