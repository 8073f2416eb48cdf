import { useTranslate } from "#app/components/translation.tsx";
import { guarded } from "#app/server/guard.ts";

export const loader = guarded("catalogue.read", async ({ app }) => ({
  requirements: app.catalogue.requirements.size,
}));

export default function Start() {
  const t = useTranslate();
  return (
    <>
      <title>{t("common.product")}</title>
      <h1>{t("common.product")}</h1>
    </>
  );
}
