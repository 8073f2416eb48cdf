import { Link } from "react-router";
import { Icon } from "#app/components/icon.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { languages } from "#app/domain/language.ts";
import type { AwardPage } from "#app/services/award/read-award.ts";

/** What has to be in order before anybody decides. */
export function Checks({ page }: { page: AwardPage }) {
  const t = useTranslate();
  const { outcome, conflicts, may, tenderId, low, bids } = page;
  const named = (responses: readonly string[]) =>
    bids.flatMap(({ response, bidder }) => (responses.includes(response) ? [bidder] : [])).join(", ");
  const alone = outcome.type === "winner";
  const clear = conflicts !== null && conflicts.length === 0;
  return (
    <section aria-labelledby="checks">
      <h2 id="checks" className="mb-3 text-xl">
        {t("award.checks.title")}
      </h2>
      <ul className="flex max-w-measure flex-col gap-3">
        <Check done={alone} title={t("award.checks.ranking")}>
          {t(alone ? "award.checks.rankingDone" : "award.checks.rankingOpen")}
          {may.compare && (
            <>
              {" "}
              <Link to="../comparison" relative="path">
                {t("evaluation.comparison.title")}
              </Link>
            </>
          )}
        </Check>
        <Check done={outcome.type !== "undecided"} title={t("award.checks.reasons")}>
          {t(outcome.type === "undecided" ? "award.outcome.undecided" : "award.checks.reasonsText")}
        </Check>
        <Check done={clear} title={t("award.checks.conflicts")}>
          {clear
            ? t("award.checks.conflictsNone")
            : t("award.checks.conflictsSome", { names: conflicts?.join(", ") ?? "" })}
        </Check>
        <Check done={(low?.open.length ?? 0) === 0} title={t("award.low.title")}>
          {low && low.open.length > 0
            ? t("award.low.open", { names: named(low.open) })
            : low && low.flagged.length > 0
              ? t("award.low.flagged", { names: named(low.flagged) })
              : t("award.low.none")}{" "}
          <Link to="../low-bids" relative="path">
            {t("award.low.see")}
          </Link>
        </Check>
        <Check done={null} title={t("award.checks.report")}>
          {t("award.checks.reportText")}{" "}
          {may.readReport &&
            languages.map((language) => (
              <a
                key={language}
                className="mr-3"
                href={`/tenders/${tenderId}/documents/evaluation-report.docx?lang=${language}`}
                download
              >
                {t(`tender.documents.${language}`)}
              </a>
            ))}
        </Check>
      </ul>
    </section>
  );
}

/** `done` null: only people can tell. */
function Check({
  done,
  title,
  children,
}: {
  done: boolean | null;
  title: string;
  children: React.ReactNode;
}) {
  const t = useTranslate();
  return (
    <li className="grid grid-cols-[1.5rem_1fr] gap-x-2">
      <span className={done === true ? "text-positive" : done === false ? "text-warning" : "text-ink-quiet"}>
        <Icon name={done === true ? "check" : done === false ? "warning" : "info"} />
      </span>
      <div>
        <p className="font-medium">
          {title}
          {done !== null && (
            <span className="sr-only"> ({t(done ? "award.checks.done" : "award.checks.open")})</span>
          )}
        </p>
        <p className="text-ink-quiet">{children}</p>
      </div>
    </li>
  );
}
