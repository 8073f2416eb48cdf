import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import { DotPlot } from "#app/components/dot-plot.tsx";
import {
  comparatorSign,
  formatMonth,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatWeekday,
} from "#app/components/format.ts";
import { HeatMap } from "#app/components/heat-map.tsx";
import { LevelLabel } from "#app/components/level-label.tsx";
import { MonthBars } from "#app/components/month-bars.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { VerdictMark } from "#app/components/verdict-mark.tsx";
import type { MonthFigures, PrintedFigure } from "#app/domain/measurement/measure.ts";
import type { MeasurementPage } from "#app/domain/measurement/measurement-page.ts";
import type { Verdict } from "#app/domain/measurement/verdict.ts";
import type { Translate } from "#app/i18n/translate.ts";

/** Everything that one response's call records show; the same to the vendor and to those who judge. */
export function MeasurementReport({ page }: { readonly page: MeasurementPage }) {
  const t = useTranslate();
  const { month, serviceLevel, source, coverage } = page;
  const rows = formatNumber(String(source.rows), t.language);
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="source">
        <h2 id="source" className="text-lg">
          {t("measurement.source")}
        </h2>
        <p>
          {t("measurement.sourceText", {
            rows,
            format: t.named(`measurement.format.${source.format}`),
            clock: t.named(`measurement.clock.${source.clock}`),
            zone: source.zone,
          })}
        </p>
        {coverage && (
          <p className="text-ink-quiet">
            {t("measurement.coverageText", {
              with: formatNumber(String(coverage.half_hours_with_calls), t.language),
              all: formatNumber(String(coverage.half_hours), t.language),
              percent: percent(t, coverage.percent),
            })}
          </p>
        )}
        {page.months.length > 1 && month && <MonthChoice page={page} current={month.month} />}
      </section>
      <Verdicts page={page} />
      <Traps page={page} />
      {month && <Variants month={month} chosen={serviceLevel.variant} target={serviceLevel.target} />}
      <section aria-labelledby="bars">
        <h2 id="bars" className="mb-3 text-xl">
          {t("measurement.bars")}
        </h2>
        <MonthBars
          caption={<span className="sr-only">{t("measurement.bars")}</span>}
          months={page.months.map((each) => ({
            key: each.month,
            label: formatMonth(each.month, t.language),
            value: each.value,
          }))}
          target={serviceLevel.target}
          max="100"
          unit="%"
          maxDecimals={2}
        />
      </section>
      <section aria-labelledby="heat">
        <h2 id="heat" className="mb-3 text-xl">
          {t("measurement.heatMap")}
          {month && `, ${formatMonth(month.month, t.language)}`}
        </h2>
        <HeatMap
          caption={<span className="sr-only">{t("measurement.heatMap")}</span>}
          days={page.heatMap.map(({ date, values }) => ({
            key: date,
            label: formatWeekday(date, t.language),
            values,
          }))}
          target={serviceLevel.target}
          unit="%"
        />
      </section>
      {month && <KeyFigures month={month} />}
    </div>
  );
}

const percent = (t: Translate, value: string | null): string =>
  value === null ? "–" : formatPercent(value, t.language, { maxDecimals: 2 });

const unitWords = (t: Translate, unit: PrintedFigure["unit"]): string => t(`measurement.unit.${unit}`);

function MonthChoice({ page, current }: { page: MeasurementPage; current: string }) {
  const t = useTranslate();
  return (
    <Form method="get" className="mt-3 flex items-end gap-3 print:hidden">
      <SelectField
        name="month"
        label={t("measurement.month")}
        defaultValue={current}
        className="w-40"
        choices={page.months.map(({ month }) => ({ value: month, label: formatMonth(month, t.language) }))}
      />
      <Button>{t("measurement.show")}</Button>
    </Form>
  );
}

interface VerdictRow {
  readonly requirement: MeasurementPage["verdicts"][number]["requirement"];
  readonly window: Verdict;
  readonly first: boolean;
}

function Verdicts({ page }: { page: MeasurementPage }) {
  const t = useTranslate();
  const rows = page.verdicts.flatMap(({ requirement, windows }): VerdictRow[] => {
    // The period says nothing more when it is a single month.
    const shown = windows.length === 2 ? windows.slice(0, 1) : windows;
    return shown.map((window, index) => ({ requirement, window, first: index === 0 }));
  });
  if (rows.length === 0) return null;
  const columns: Column<VerdictRow>[] = [
    {
      id: "requirement",
      head: t("measurement.requirement"),
      cell: ({ requirement, first }) =>
        first && (
          <span id={requirement.id} className="flex flex-wrap items-center gap-2">
            <LevelLabel level={requirement.level} /> {requirement.id} {requirement.title[t.language]}
          </span>
        ),
    },
    {
      id: "window",
      head: t("measurement.window"),
      cell: ({ window }) =>
        window.window === "period" ? t("measurement.wholePeriod") : formatMonth(window.window, t.language),
    },
    {
      id: "verdict",
      head: t("measurement.verdict"),
      cell: ({ window }) => (
        <>
          <VerdictMark verdict={window.verdict === "no_data" ? "no-data" : window.verdict} />
          <span className="block text-ink-quiet text-sm">{reasonWords(t, window)}</span>
        </>
      ),
    },
    {
      id: "value",
      head: t("measurement.value"),
      numeric: true,
      cell: ({ requirement, window }) =>
        window.value === null
          ? "–"
          : formatQuantity(window.value, unitWords(t, requirement.unit), t.language, { maxDecimals: 4 }),
    },
    {
      id: "threshold",
      head: t("measurement.threshold"),
      numeric: true,
      cell: ({ requirement, window }) =>
        `${comparatorSign(window.comparator)} ${formatQuantity(window.threshold, unitWords(t, requirement.unit), t.language)}`,
    },
    {
      id: "fraction",
      head: `${t("measurement.numerator")} / ${t("measurement.denominator")}`,
      numeric: true,
      cell: ({ window }) =>
        `${formatNumber(String(window.numerator), t.language)} / ${formatNumber(String(window.denominator), t.language)}`,
    },
    {
      id: "coverage",
      head: t("measurement.coverage"),
      numeric: true,
      cell: ({ window }) => percent(t, window.coverage),
    },
  ];
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts" className="mb-3 text-xl">
        {t("measurement.verdicts")}
      </h2>
      <DataTable
        caption={t("measurement.verdicts")}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ requirement, window }) => `${requirement.id} ${window.window}`}
      />
    </section>
  );
}

function reasonWords(t: Translate, { reason, numerator, denominator }: Verdict): string {
  return reason.endsWith("_windows")
    ? t("measurement.reason.windows", { verified: numerator, count: denominator })
    : t.named(`measurement.reason.${reason}`);
}

function Traps({ page }: { page: MeasurementPage }) {
  const t = useTranslate();
  return (
    <section aria-labelledby="traps">
      <h2 id="traps" className="mb-3 text-xl">
        {t("measurement.traps")}
      </h2>
      {page.traps.length === 0 && <p>{t("measurement.trapsNone")}</p>}
      <ul className="grid gap-4 md:grid-cols-2">
        {page.traps.map((trap) => (
          <li
            key={`${trap.id} ${trap.requirement} ${trap.month}`}
            className="rounded-md border border-line bg-surface p-4"
          >
            <p className="mb-1 flex flex-wrap items-center gap-2 text-sm">
              <Tag tone={trap.severity === "high" ? "danger" : "warning"}>
                {t(`measurement.severity.${trap.severity}`)}
              </Tag>
              <span className="text-ink-quiet">
                {trap.id} {trap.month && formatMonth(trap.month, t.language)}
              </span>
            </p>
            {trap.name && <h3 className="font-semibold">{trap.name[t.language]}</h3>}
            <p className="mt-1">{trap.message}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Variants({ month, chosen, target }: { month: MonthFigures; chosen: string; target: string }) {
  const t = useTranslate();
  return (
    <section aria-labelledby="variants">
      <h2 id="variants" className="text-xl">
        {t("measurement.variants")}
      </h2>
      <DotPlot
        caption={t("measurement.variantsLead")}
        rows={Object.entries(month.service_level.variants).map(([variant, { value }]) => ({
          key: variant,
          label: t.named(`measurement.variant.${variant}`),
          value,
          chosen: variant === chosen,
        }))}
        min="50"
        target={target}
        unit="%"
        maxDecimals={2}
      />
    </section>
  );
}

function KeyFigures({ month }: { month: MonthFigures }) {
  const t = useTranslate();
  const counts = ["offered", "answered", "abandoned", "blocked", "timeout", "overflow", "open"] as const;
  const columns: Column<[string, PrintedFigure]>[] = [
    { id: "figure", head: t("measurement.figure"), cell: ([id]) => t.named(`measurement.metric.${id}`) },
    {
      id: "value",
      head: t("measurement.value"),
      numeric: true,
      cell: ([, { value, unit }]) =>
        value === null ? "–" : formatQuantity(value, unitWords(t, unit), t.language, { maxDecimals: 2 }),
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
        {t("measurement.keyFigures")}, {formatMonth(month.month, t.language)}
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
    </section>
  );
}
