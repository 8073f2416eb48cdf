import { Link, useSearchParams } from "react-router";
import { AnswerText } from "#app/components/answer-text.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import {
  comparatorSign,
  formatMoney,
  formatNumber,
  formatPercent,
  formatQuantity,
} from "#app/components/format.ts";
import { LevelLabel } from "#app/components/level-label.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { VendorSwatch } from "#app/components/vendor-mark.tsx";
import { VerdictMark } from "#app/components/verdict-mark.tsx";
import type { ComparedVendor, ComparisonPage } from "#app/services/evaluation/read-comparison.ts";
import { useOpenLink } from "./open-link.ts";

type Row = ComparisonPage["rows"][number];

export function Matrix({ page }: { page: ComparisonPage }) {
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
          {requirement.valueSek !== null && page.units.worth === "sek" && (
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
        scrolls
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
  const deduction = page.units.worth === "sek";
  const unit = row.limit === null ? "" : t(`measurement.unit.${row.limit.unit}`);
  return (
    <div className="flex min-w-36 flex-col items-start gap-1">
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
        <Link
          to={`../${row.measuredAt}/${vendor.response}#${cell.requirement}`}
          className="text-sm no-underline"
        >
          <VerdictMark verdict={cell.measured.verdict === "no_data" ? "no-data" : cell.measured.verdict} />
          {cell.measured.value !== null && row.limit && (
            <span className="block tabular-nums">
              {t("evaluation.comparison.measured", {
                value: formatQuantity(cell.measured.value, unit, t.language, { maxDecimals: 2 }),
                limit: `${comparatorSign(row.limit.comparator)}\u00a0${formatQuantity(row.limit.threshold, unit, t.language)}`,
              })}
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
