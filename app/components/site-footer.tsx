import { useTranslate } from "#app/components/translation.tsx";

export function SiteFooter() {
  const t = useTranslate();
  return (
    <footer className="mt-8 border-line border-t">
      <p className="mx-auto max-w-page px-4 py-4 text-ink-quiet text-sm sm:px-6">
        <span className="font-medium text-ink">{t("common.product")}</span> · {t("common.tagline")}
      </p>
    </footer>
  );
}
