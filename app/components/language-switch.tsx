import { useLocation } from "react-router";
import { useTranslate } from "#app/components/translation.tsx";

/** To the same page in the other language. A plain form: the page's texts are chosen when it is loaded. */
export function LanguageSwitch() {
  const t = useTranslate();
  const { pathname, search } = useLocation();
  const other = t.language === "sv" ? "en" : "sv";
  return (
    <form method="post" action="/language">
      <input type="hidden" name="to" value={pathname + search} />
      <button
        type="submit"
        name="language"
        value={other}
        lang={other}
        className="cursor-pointer text-accent underline underline-offset-[0.18em] hover:text-accent-strong"
      >
        {t("common.otherLanguage")}
      </button>
    </form>
  );
}
