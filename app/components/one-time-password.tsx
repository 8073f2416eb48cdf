import { Notice } from "#app/components/notice.tsx";
import { useTranslate } from "#app/components/translation.tsx";

/** Shown once, right after it was made: it is stored nowhere. */
export function OneTimePassword({ name, password }: { readonly name: string; readonly password: string }) {
  const t = useTranslate();
  return (
    <Notice tone="positive" title={t("account.users.oneTime", { name })} live>
      <p className="my-2 select-all font-mono text-lg">{password}</p>
      <p>{t("account.users.oneTimeHint")}</p>
    </Notice>
  );
}
