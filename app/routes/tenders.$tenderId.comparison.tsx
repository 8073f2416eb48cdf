import { Link, useLoaderData, useSearchParams } from "react-router";
import { AnswerText } from "#app/components/answer-text.tsx";
import { ButtonLink } from "#app/components/button.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Explained } from "#app/components/explained.tsx";
import { formatMoney, formatNumber, formatPercent } from "#app/components/format.ts";
import { LevelLabel } from "#app/components/level-label.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { VendorPatterns, VendorSwatch } from "#app/components/vendor-mark.tsx";
import { VerdictMark } from "#app/components/verdict-mark.tsx";
import { guarded, param } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import {
  type ComparedVendor,
  type ComparisonPage,
  readComparison,
} from "#app/services/evaluation/read-comparison.ts";

export const loader = guarded("price.read", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const { searchParams } = new URL(request.url);
  const query = { onlyDifferences: searchParams.get("show") !== "all", open: searchParams.get("open") };
  return scored(await readComparison(app, actor, tenderId, query), tenderId, request);
});

type Row = ComparisonPage["rows"][number];

export default function Comparison() {
  const page = useLoaderData<typeof loader>();
  const t = useTranslate();
  const deduction = page.model === "added_value_deduction";
  if (page.vendors.length === 0) return <EmptyState title={t("evaluation.comparison.none")} />;
  return (
    <>
      <VendorPatterns />
      <PageHeader
        title={t("evaluation.comparison.title")}
        lead={t(deduction ? "evaluation.comparison.leadDeduction" : "evaluation.comparison.leadPoints")}
        action={
          <ButtonLink variant="primary" to="workbook" reloadDocument>
            {t("evaluation.comparison.workbook")}
          </ButtonLink>
        }
        more={
          <Link to="case" reloadDocument>
            {t("evaluation.comparison.caseFile")}
          </Link>
        }
      />
      <Ranking page={page} />
      <div
        className={`mt-10 items-start gap-8 ${page.opened ? "xl:grid xl:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]" : ""}`}
      >
        <Matrix page={page} />
        {page.opened && <OpenedNumber opened={page.opened} page={page} />}
      </div>
      <p className="mt-8 break-all text-ink-quiet text-sm">
        {t("evaluation.comparison.model")}: <code>{page.modelSha256}</code>
      </p>
    </>
  );
}

/** The same page with one number opened. */
function useOpenLink() {
  const [search] = useSearchParams();
  return (open: string) => {
    const next = new URLSearchParams(search);
    next.set("open", open);
    return `?${next}#explanation`;
  };
}

function Ranking({ page }: { page: ComparisonPage }) {
  const t = useTranslate();
  const open = useOpenLink();
  const deduction = page.model === "added_value_deduction";
  const amount = (value: string) =>
    deduction ? formatMoney(value, t.language) : formatNumber(value, t.language);
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
      head: t(deduction ? "evaluation.comparison.added" : "evaluation.comparison.quality"),
      numeric: true,
      cell: ({ quality }) => amount(quality.decimal),
    },
    {
      id: "score",
      head: t(deduction ? "evaluation.comparison.comparisonPrice" : "evaluation.comparison.points"),
      numeric: true,
      cell: ({ response, score }) =>
        score ? (
          <Link to={open(response)} preventScrollReset className="font-semibold">
            {amount(score.decimal)}
          </Link>
        ) : (
          "–"
        ),
    },
    {
      id: "distance",
      head: t("evaluation.comparison.distance"),
      numeric: true,
      cell: ({ distance }) => (distance ? amount(distance.decimal) : "–"),
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

/** `must:<requirement>:missing` and its kin in words. */
function reasonWords(t: ReturnType<typeof useTranslate>, reason: string): string {
  const [, subject = "", item = "", state = ""] = reason.split(":");
  if (!reason.startsWith("must:")) return t.named(`evaluation.reason.${reason}`);
  if (subject === "unit_price") return t.named(`evaluation.reason.unit_price_${state}`, { item });
  if (subject === "tender_price") return t("evaluation.reason.tender_price_failed");
  return t.named(`evaluation.reason.${item}`, { requirement: subject });
}

function Matrix({ page }: { page: ComparisonPage }) {
  const t = useTranslate();
  const [search] = useSearchParams();
  const all = search.get("show") === "all";
  const toggle = new URLSearchParams(search);
  if (all) toggle.delete("show");
  else toggle.set("show", "all");
  const columns: Column<Row>[] = [
    {
      id: "requirement",
      head: t("evaluation.comparison.requirement"),
      cell: ({ requirement }) => (
        <span className="flex flex-col gap-0.5">
          <span className="flex items-center gap-2 text-sm">
            <LevelLabel level={requirement.level} /> {requirement.id}
          </span>
          {requirement.title[t.language]}
          {requirement.valueSek !== null && page.model === "added_value_deduction" && (
            <span className="font-normal text-ink-quiet text-sm">
              {formatMoney(requirement.valueSek, t.language)}
            </span>
          )}
        </span>
      ),
    },
    ...page.vendors.map(
      (vendor, index): Column<Row> => ({
        id: vendor.response,
        head: (
          <span className="flex items-center gap-2">
            <VendorSwatch index={vendor.index} /> {vendor.name}
          </span>
        ),
        cell: (row) => <MatrixCell row={row} index={index} vendor={vendor} page={page} />,
      }),
    ),
  ];
  return (
    <section aria-labelledby="matrix" className="min-w-0">
      <h2 id="matrix" className="mb-3 text-xl">
        {t("evaluation.comparison.matrix")}
      </h2>
      <DataTable
        caption={`${page.rows.length} ${t("common.of")} ${page.requirementCount}`}
        columns={columns}
        rows={page.rows}
        rowKey={({ requirement }) => requirement.id}
        tools={
          <Link to={`?${toggle}`} preventScrollReset>
            {t(all ? "evaluation.comparison.onlyDifferences" : "evaluation.comparison.showAll")}
          </Link>
        }
      />
    </section>
  );
}

function MatrixCell({
  row,
  index,
  vendor,
  page,
}: {
  row: Row;
  index: number;
  vendor: ComparedVendor;
  page: ComparisonPage;
}) {
  const t = useTranslate();
  const open = useOpenLink();
  const cell = row.cells[index];
  if (cell === undefined) return null;
  const deduction = page.model === "added_value_deduction";
  return (
    <div className="flex min-w-40 flex-col gap-1">
      {cell.value && (
        <Link to={open(`${vendor.response}.${cell.requirement}`)} preventScrollReset className="tabular-nums">
          {deduction
            ? formatMoney(cell.value.decimal, t.language)
            : formatNumber(cell.value.decimal, t.language)}
        </Link>
      )}
      {cell.met !== null && (
        <Tag tone={cell.met ? "positive" : "danger"}>
          {t(cell.met ? "evaluation.comparison.met" : "evaluation.comparison.notMet")}
        </Tag>
      )}
      {cell.state !== "answered" && (
        <Tag tone="warning">{t(`evaluation.comparison.state.${cell.state}`)}</Tag>
      )}
      {cell.answer && (
        <span className="line-clamp-2 text-ink-quiet text-sm">
          <AnswerText answer={cell.answer} requirement={row.requirement} />
        </span>
      )}
      {cell.measured && (
        <Link to={`../measurement/${vendor.response}#${cell.requirement}`} className="text-sm no-underline">
          <VerdictMark verdict={cell.measured.verdict === "no_data" ? "no-data" : cell.measured.verdict} />
          {cell.measured.value !== null && (
            <span className="ml-2 tabular-nums">
              {formatNumber(cell.measured.value, t.language, { maxDecimals: 2 })}
            </span>
          )}
          {cell.measured.coverage !== null && (
            <span className="block text-ink-quiet">
              {t("evaluation.comparison.coverage", {
                coverage: formatPercent(cell.measured.coverage, t.language, { maxDecimals: 1 }),
              })}
            </span>
          )}
        </Link>
      )}
    </div>
  );
}

function OpenedNumber({
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
