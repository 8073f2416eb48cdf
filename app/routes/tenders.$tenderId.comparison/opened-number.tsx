import { Link, useSearchParams } from "react-router";
import { Explained } from "#app/components/explained.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { ComparisonPage } from "#app/services/evaluation/read-comparison.ts";

export function OpenedNumber({
  opened,
  page,
}: {
  opened: NonNullable<ComparisonPage["opened"]>;
  page: ComparisonPage;
}) {
  const t = useTranslate();
  const [search] = useSearchParams();
  const closed = new URLSearchParams(search);
  closed.delete("open");
  const titles = new Map(page.rows.map(({ requirement }) => [requirement.id, requirement.title[t.language]]));
  return (
    <section
      id="explanation"
      aria-labelledby="explanation-title"
      className="top-4 mt-8 max-h-[calc(100vh-2rem)] overflow-y-auto rounded-md border border-line bg-surface p-4 xl:sticky xl:mt-0"
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <h2 id="explanation-title" className="text-lg">
          {t("evaluation.comparison.explanation")}
          <span className="block font-normal text-ink-quiet text-sm">
            {opened.vendor}
            {opened.requirement && ` · ${opened.requirement}`}
          </span>
        </h2>
        <Link to={`?${closed}`} preventScrollReset>
          {t("evaluation.comparison.closeExplanation")}
        </Link>
      </div>
      <Explained
        explanation={opened.explanation}
        name={(subject) => (titles.has(subject) ? `${subject} ${titles.get(subject)}` : subject)}
      />
    </section>
  );
}
