import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatClockTime, formatDay, formatNumber, formatQuantity } from "#app/components/format.ts";
import { decimalsOf } from "#app/components/key-figure-decimals.ts";
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
  const count = (calls: number) => formatNumber(String(calls), t.language);
  const columns: Column<[string, PrintedFigure]>[] = [
    {
      id: "figure",
      head: t("measurement.figure"),
      cell: ([id]) => (
        <>
          <span className="block min-w-40">{t.named(`measurement.metric.${id}`)}</span>
          <span className="block font-normal text-ink-quiet text-sm">
            {t.named(`measurement.made.${id}`)}
          </span>
        </>
      ),
    },
    {
      id: "value",
      head: t("measurement.value"),
      numeric: true,
      cell: ([, { value, unit }]) =>
        value === null
          ? "–"
          : formatQuantity(value, t(`measurement.unit.${unit}`), t.language, decimalsOf(unit)),
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
        {counts.map((each) => (
          <div key={each}>
            <dt className="text-ink-quiet text-sm">{t(`measurement.counts.${each}`)}</dt>
            <dd className="text-lg tabular-nums">{count(month[each])}</dd>
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
              time: formatClockTime(highest.time, t.language),
              offered: count(highest.offered),
              usual: formatNumber(highest.usual, t.language),
              surges: count(surges),
              held: count(held),
            })}
      </p>
    </section>
  );
}
