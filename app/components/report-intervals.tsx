import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatMonth, formatNumber, formatQuantity } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { ReportsPage } from "#app/domain/reports/reports-page.ts";

type IntervalPart = NonNullable<ReportsPage["interval"]>;
type Month = IntervalPart["months"][number];

const counts = ["offered", "answered", "abandoned", "blocked"] as const;
const figures = ["blocked_rate", "asa", "max_wait"] as const;

/** The months of an interval report. What the report does not tell is a dash, never a zero. */
export function ReportIntervals({ interval }: { readonly interval: IntervalPart }) {
  const t = useTranslate();
  const { preset, minutes, limits, rounded, months } = interval;
  const longest = limits.at(-1);
  const columns: Column<Month>[] = [
    {
      id: "month",
      head: t("measurement.month"),
      cell: ({ month }) => <span className="whitespace-nowrap">{formatMonth(month, t.language)}</span>,
    },
    ...counts.map((count) => ({
      id: count,
      head: t(`measurement.counts.${count}`),
      numeric: true,
      cell: ({ [count]: value }: Month) => (value === null ? "–" : formatNumber(String(value), t.language)),
    })),
    {
      id: "service_level",
      head: t("measurement.metric.service_level"),
      unit: longest === undefined ? "" : `≤ ${longest} s`,
      numeric: true,
      cell: ({ kpis: { service_level: level } }) =>
        level.value === null ? "–" : formatQuantity(level.value, "%", t.language, { maxDecimals: 2 }),
    },
    ...figures.map((figure) => ({
      id: figure,
      head: t(`measurement.metric.${figure}`),
      numeric: true,
      cell: ({ kpis: { [figure]: kpi } }: Month) =>
        kpi.value === null
          ? "–"
          : formatQuantity(kpi.value, kpi.unit, t.language, { maxDecimals: kpi.unit === "%" ? 2 : 1 }),
    })),
  ];
  return (
    <section aria-labelledby="intervals">
      <h2 id="intervals" className="text-xl">
        {t("reports.intervals")}
      </h2>
      <p className="mb-3 text-ink-quiet">
        {t("reports.intervalsText", {
          system: t.named(`reports.preset.${preset}`),
          minutes,
          limits: limits.length === 0 ? "–" : limits.join(", "),
        })}
        {rounded && ` ${t("reports.rounded")}`}
      </p>
      <DataTable
        caption={t("reports.intervals")}
        captionHidden
        columns={columns}
        rows={months}
        rowKey={({ month }) => month}
      />
    </section>
  );
}
