import { useId } from "react";
import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import {
  formatMonth,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatWeekday,
} from "#app/components/format.ts";
import { decimalsOf } from "#app/components/key-figure-decimals.ts";
import { meetsTarget } from "#app/components/target.ts";
import { useTranslate } from "#app/components/translation.tsx";
import { hourWords } from "#app/components/window-words.ts";
import type { Breakdown, FigureOfPart } from "#app/domain/measurement/breakdown.ts";
import type { MeasurementPage } from "#app/domain/measurement/measurement-page.ts";
import type { Translate } from "#app/i18n/translate.ts";

const breakdowns: readonly Breakdown[] = ["hour", "half_hour", "weekday", "day", "month", "queue"];

/** One key figure by hour, weekday, day, month or queue: a table whose second column is the picture. */
export function FigureBreakdown({ page }: { readonly page: MeasurementPage }) {
  const t = useTranslate();
  const hatch = useId();
  const { figure, unit, by, parts } = page.breakdown;
  const target = figure === "service_level" ? page.serviceLevel.target : null;
  const most = unit === "%" ? 100 : Math.max(...parts.map(({ value }) => Number(value ?? 0)), 1);
  const number = (value: string | number) => formatNumber(String(value), t.language);
  const quantity = (value: string) =>
    formatQuantity(value, t(`measurement.unit.${unit}`), t.language, decimalsOf(unit));
  const columns: Column<FigureOfPart>[] = [
    { id: "part", head: t(`measurement.by.${by}`), cell: ({ key }) => partWords(t, by, key) },
    {
      id: "bar",
      head: <span className="sr-only">{t("measurement.picture")}</span>,
      cell: (part) => <Bar part={part} most={most} target={target} hatch={hatch} />,
    },
    {
      id: "value",
      head: t("measurement.value"),
      numeric: true,
      cell: ({ value, tooFew }) =>
        value === null ? (tooFew ? t("measurement.tooFew") : "–") : quantity(value),
    },
    {
      id: "numerator",
      head: t("measurement.numerator"),
      numeric: true,
      cell: ({ numerator }) => number(numerator),
    },
    {
      id: "denominator",
      head: t("measurement.denominator"),
      numeric: true,
      cell: ({ denominator }) => number(denominator),
    },
  ];
  if (unit === "%") {
    columns.push({
      id: "interval",
      head: t("measurement.interval"),
      numeric: true,
      cell: ({ interval }) =>
        interval === null
          ? "–"
          : `${formatNumber(interval.low, t.language)}–${formatNumber(interval.high, t.language)}`,
    });
  }
  const name = t(`measurement.metric.${figure}`);
  return (
    <section aria-labelledby="breakdown">
      <h2 id="breakdown" className="text-xl">
        {t("measurement.breakdown", { figure: name, by: t(`measurement.by.${by}`).toLowerCase() })}
      </h2>
      <p className="mb-3 text-ink-quiet text-sm">{t(`measurement.made.${figure}`)}</p>
      <Hatch id={hatch} />
      <Form
        method="get"
        action="#breakdown"
        preventScrollReset
        className="mb-4 flex flex-wrap items-end gap-3 print:hidden"
      >
        <input type="hidden" name="queue" value={page.queue} />
        {page.month && <input type="hidden" name="month" value={page.month.month} />}
        <SelectField
          name="figure"
          label={t("measurement.figure")}
          defaultValue={figure}
          className="w-60"
          choices={Object.keys(page.month?.kpis ?? {}).map((id) => ({
            value: id,
            label: t.named(`measurement.metric.${id}`),
          }))}
        />
        <SelectField
          name="by"
          label={t("measurement.brokenDownBy")}
          defaultValue={by}
          className="w-48"
          choices={breakdowns.map((each) => ({ value: each, label: t(`measurement.by.${each}`) }))}
        />
        <Button>{t("measurement.show")}</Button>
      </Form>
      <DataTable
        caption={`${name}, ${t(`measurement.by.${by}`)}`}
        captionHidden
        columns={columns}
        rows={parts}
        rowKey={({ key }) => key}
      />
      {target !== null && (
        <p className="mt-2 text-ink-quiet text-sm">
          {t("measurement.barsLegend", { target: formatPercent(target, t.language) })}
        </p>
      )}
      {unit === "%" && (
        <p className="mt-1 max-w-measure text-ink-quiet text-sm">{t("measurement.intervalText")}</p>
      )}
    </section>
  );
}

function partWords(t: Translate, by: Breakdown, key: string): string {
  switch (by) {
    case "hour":
      return hourWords(key);
    case "weekday":
      return t.named(`measurement.weekday.${key}`);
    case "day":
      return formatWeekday(key, t.language);
    case "month":
      return formatMonth(key, t.language);
    case "half_hour":
    case "queue":
      return key;
  }
}

/** Drawn once for all rows. It is not hidden, or its pattern would be too. */
const Hatch = ({ id }: { id: string }) => (
  <svg aria-hidden="true" className="chart absolute" width="0" height="0">
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className="bar-missed" />
      <path d="M0 0v6" className="hatch" strokeWidth="3" />
    </pattern>
  </svg>
);

/** The value as a bar, Wilson's interval as a line across its end, the target as a tick. The numbers stand beside it. */
function Bar({
  part: { value, interval },
  most,
  target,
  hatch,
}: {
  part: FigureOfPart;
  most: number;
  target: string | null;
  /** The pattern of a bar that misses the target. */
  hatch: string;
}) {
  const missed = value !== null && target !== null && !meetsTarget(value, target, "higher");
  const place = (at: string) => `${Math.min(100, (100 * Number(at)) / most).toFixed(2)}%`;
  return (
    <svg aria-hidden="true" className="chart min-w-24" width="100%" height="16">
      {value !== null && (
        <rect
          {...(missed ? { fill: `url(#${hatch})` } : { className: "bar-met" })}
          x="0"
          y="3"
          height="10"
          width={place(value)}
        />
      )}
      {interval !== null && (
        <line className="range" x1={place(interval.low)} x2={place(interval.high)} y1="8" y2="8" />
      )}
      {target !== null && <line className="target" x1={place(target)} x2={place(target)} y1="0" y2="16" />}
    </svg>
  );
}
