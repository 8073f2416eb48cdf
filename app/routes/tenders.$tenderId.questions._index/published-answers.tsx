import { Link } from "react-router";
import { formatDate, formatDateTime } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import { type Language, languages, type Text } from "#app/domain/language.ts";
import type { Questions } from "#app/services/questions/read-questions.ts";

/** Published questions with their answers, and what an answer said before it was corrected. */
export function PublishedAnswers({ view: { answers, answered, timezone } }: { readonly view: Questions }) {
  const t = useTranslate();
  const at = (us: number) => formatDateTime(us, t.language, timezone);
  return (
    <ol className="flex flex-col gap-8">
      {answers.map(
        ({ number, version, requirement, askedUs, publishedUs, question, answer, earlier, ...more }) => (
          <li key={number} id={`question-${number}`} className="border-line border-t pt-4">
            <h2 className="text-lg">{t("questions.number", { number })}</h2>
            <p className="mb-2 text-ink-quiet text-sm">
              {t("questions.received", { day: formatDate(askedUs, t.language, timezone) })}
              {requirement !== null && (
                <>
                  {" · "}
                  <Link to={`..#${requirement}`} relative="path">
                    {t("questions.about", { requirement })}
                  </Link>
                </>
              )}
            </p>
            <Words text={question} />
            <h3 className="mt-4 font-medium">{t("questions.answer")}</h3>
            <p className="mb-2 text-ink-quiet text-sm">
              {t(version > 1 ? "questions.corrected" : "questions.published", { time: at(publishedUs) })}
              {answered[number] !== undefined && (
                <>
                  {" · "}
                  <Link to={answered[number]}>{t("questions.correct")}</Link>
                </>
              )}
            </p>
            <Words text={answer} />
            {more.addendum !== null && (
              <p className="mt-2">{t("questions.addendum", { number: more.addendum })}</p>
            )}
            {more.lateReason !== "" && (
              <p className="mt-2 text-sm">{t("questions.late", { reason: more.lateReason })}</p>
            )}
            {earlier.map((before) => (
              <details key={before.version} className="mt-3 text-sm">
                <summary className="text-ink-quiet">
                  {t("questions.earlier", { time: at(before.publishedUs) })}
                </summary>
                <Words text={before.answer} />
              </details>
            ))}
          </li>
        ),
      )}
    </ol>
  );
}

/** The text in the reader's language, or in the other where it was written in that alone. */
export function Words({ text }: { text: Text }) {
  const t = useTranslate();
  const other = languages.find((language) => language !== t.language) ?? t.language;
  const shown: Language = text[t.language] === "" ? other : t.language;
  return (
    <p lang={shown} className="whitespace-pre-line">
      {text[shown]}
    </p>
  );
}
