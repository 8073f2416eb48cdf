import { useId } from "react";
import { percent, systemWords, Verdict, windowWords } from "#app/components/availability-words.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatClock, formatNumber, formatPercent } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { SystemRow } from "#app/domain/availability/availability-page.ts";

/** Allowed and actual downtime, month by month and system by system. */
export function AvailabilityMonths({
  title,
  lead,
  rows,
}: {
  title: string;
  lead?: string;
  rows: readonly SystemRow[];
}) {
  const t = useTranslate();
  const id = useId();
  const clock = (seconds: string | null) => (seconds === null ? "–" : formatClock(seconds, t.language));
  const columns: Column<SystemRow>[] = [
    { id: "window", head: t("availability.window"), cell: ({ window }) => windowWords(t, window) },
    { id: "system", head: t("availability.system"), cell: ({ system }) => systemWords(t, system) },
    {
      id: "verdict",
      head: t("availability.verdict"),
      cell: ({ verdict }) => verdict && <Verdict verdict={verdict} />,
    },
    {
      id: "percent",
      head: t("availability.percent"),
      numeric: true,
      cell: (row) => (
        <>
          {percent(t, row)}
          {row.percent && (
            <span className="block whitespace-nowrap text-ink-quiet text-sm">
              {t("availability.exact", { fraction: row.percent.exact })}
            </span>
          )}
        </>
      ),
    },
    {
      id: "allowed",
      head: t("availability.allowed"),
      unit: t("availability.clock"),
      numeric: true,
      cell: ({ allowedS }) => clock(allowedS),
    },
    { id: "down", head: t("availability.down"), numeric: true, cell: ({ downS }) => clock(downS) },
    {
      id: "agreed",
      head: t("availability.agreed"),
      numeric: true,
      cell: ({ agreedS }) => clock(agreedS),
    },
    {
      id: "count",
      head: t("availability.count"),
      numeric: true,
      cell: ({ incidents }) => formatNumber(String(incidents), t.language),
    },
    {
      id: "coverage",
      head: t("availability.coverage"),
      numeric: true,
      cell: ({ coverage }) => formatPercent(coverage, t.language, { maxDecimals: 1 }),
    },
  ];
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {lead && <p className="mb-3 text-ink-quiet">{t("availability.counted", { rule: lead })}</p>}
      <DataTable
        caption={title}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ window, system }) => `${window} ${system}`}
      />
    </section>
  );
}
