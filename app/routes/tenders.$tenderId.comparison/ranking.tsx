import { Link } from "react-router";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatMoney } from "#app/components/format.ts";
import { formatFigure, qualityHead, scoreHead } from "#app/components/model-figures.ts";
import { reasonWords } from "#app/components/reason-words.ts";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { VendorSwatch } from "#app/components/vendor-mark.tsx";
import type { ComparedVendor, ComparisonPage } from "#app/services/evaluation/read-comparison.ts";
import { useOpenLink } from "./open-link.ts";

export function Ranking({ page }: { page: ComparisonPage }) {
  const t = useTranslate();
  const open = useOpenLink();
  const { worth, score: unit } = page.units;
  const amount = (value: string, counted: typeof worth | typeof unit) =>
    formatFigure(value, counted, t.language);
  const columns: Column<ComparedVendor>[] = [
    {
      id: "vendor",
      head: t("evaluation.comparison.vendor"),
      cell: (vendor) => (
        <span className="flex flex-wrap items-center gap-2">
          <VendorSwatch index={vendor.index} /> {vendor.name} <Standing vendor={vendor} />
        </span>
      ),
    },
    { id: "rank", head: t("evaluation.comparison.rank"), numeric: true, cell: ({ rank }) => rank ?? "–" },
    {
      id: "price",
      head: t("evaluation.comparison.price"),
      numeric: true,
      cell: ({ price }) => (price ? formatMoney(price.decimal, t.language) : "–"),
    },
    {
      id: "quality",
      head: t(qualityHead(page.units)),
      numeric: true,
      cell: ({ quality }) => amount(quality.decimal, worth),
    },
    {
      id: "score",
      head: t(scoreHead(page.units)),
      numeric: true,
      cell: ({ response, score }) =>
        score ? (
          <Link to={open(response)} preventScrollReset className="font-semibold">
            {amount(score.decimal, unit)}
          </Link>
        ) : (
          "–"
        ),
    },
    {
      id: "distance",
      head: t("evaluation.comparison.distance"),
      numeric: true,
      cell: ({ distance }) => (distance ? amount(distance.decimal, unit) : "–"),
    },
  ];
  const name = (response: string) =>
    page.vendors.find((vendor) => vendor.response === response)?.name ?? response;
  return (
    <section aria-labelledby="ranking">
      <h2 id="ranking" className="mb-3 text-xl">
        {t("evaluation.comparison.ranking")}
      </h2>
      <DataTable
        caption={t("evaluation.comparison.ranking")}
        captionHidden
        columns={columns}
        rows={page.vendors}
        rowKey={({ response }) => response}
      />
      <ul className="mt-3 flex flex-col gap-1 text-ink-quiet text-sm">
        {page.decidedBy.map(({ better, worse, rule }) => (
          <li key={`${better} ${worse}`}>
            {t("evaluation.comparison.decidedBy", {
              better: name(better),
              worst: name(worse),
              rule: t(`evaluation.comparison.rule.${rule ?? "none"}`),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ vendor }: { vendor: ComparedVendor }) {
  const t = useTranslate();
  if (vendor.winner) return <Tag tone="positive">{t("evaluation.comparison.winner")}</Tag>;
  if (vendor.admission === "admitted") return null;
  const [tone, word] =
    vendor.admission === "excluded"
      ? (["danger", "evaluation.comparison.excluded"] as const)
      : (["warning", "evaluation.comparison.clarification"] as const);
  return (
    <>
      <Tag tone={tone}>{t(word)}</Tag>
      <ul className="w-full font-normal text-sm">
        {vendor.reasons.map((reason) => (
          <li key={reason}>{reasonWords(t, reason)}</li>
        ))}
      </ul>
    </>
  );
}
