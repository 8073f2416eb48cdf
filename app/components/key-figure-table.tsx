import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatDay, formatNumber, formatQuantity } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { MonthFigures, PrintedFigure } from "#app/domain/measurement/measure.ts";
import type { Surges } from "#app/domain/measurement/surge.ts";

const counts = [
  "offered",
  "answered",
  "abandoned",
  "short_abandoned",
  "blocked",
  "timeout",
  "overflow",
  "closed",
  "open",
  "open_missed",
] as const;

/** All key figures of a month as fractions, below the counts that they are made of. */
export function KeyFigureTable({
  month,
  surges: { held, surges, highest },
  of,
}: {
  readonly month: MonthFigures;
  readonly surges: Surges;
  /** The month and queue in words. */
  readonly of: string;
}) {
  const t = useTranslate();
  const columns: Column<[string, PrintedFigure]>[] = [
    { id: "figure", head: t("measurement.figure"), cell: ([id]) => t.named(`measurement.metric.${id}`) },
    {
      id: "value",
      head: t("measurement.value"),
      numeric: true,
      cell: ([, { value, unit }]) =>
        value === null
          ? "–"
          : formatQuantity(value, t(`measurement.unit.${unit}`), t.language, { maxDecimals: 2 }),
    },
    {
      id: "numerator",
      head: t("measurement.numerator"),
      numeric: true,
      cell: ([, { numerator }]) => formatNumber(String(numerator), t.language),
    },
    {
      id: "denominator",
      head: t("measurement.denominator"),
      numeric: true,
      cell: ([, { denominator }]) => formatNumber(String(denominator), t.language),
    },
  ];
  return (
    <section aria-labelledby="figures">
      <h2 id="figures" className="mb-3 text-xl">
        {t("measurement.keyFigures")}, {of}
      </h2>
      <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-2">
        {counts.map((count) => (
          <div key={count}>
            <dt className="text-ink-quiet text-sm">{t(`measurement.counts.${count}`)}</dt>
            <dd className="text-lg tabular-nums">{formatNumber(String(month[count]), t.language)}</dd>
          </div>
        ))}
      </dl>
      <DataTable
        caption={t("measurement.keyFigures")}
        captionHidden
        columns={columns}
        rows={Object.entries(month.kpis)}
        rowKey={([id]) => id}
      />
      <p className="mt-3 max-w-measure text-sm">
        {highest === null
          ? t("measurement.surge.none")
          : t("measurement.surge.highest", {
              factor: formatNumber(highest.factor, t.language, { maxDecimals: 2 }),
              day: formatDay(highest.date, t.language),
              time: highest.time,
              offered: highest.offered,
              usual: formatNumber(highest.usual, t.language),
              surges,
              held,
            })}
      </p>
    </section>
  );
}
