import { FigureBreakdown } from "#app/components/figure-breakdown.tsx";
import {
  formatMonth,
  formatNumber,
  formatPercent,
  formatWeekday,
  shortMonths,
} from "#app/components/format.ts";
import { HeatMap } from "#app/components/heat-map.tsx";
import { KeyFigureTable } from "#app/components/key-figure-table.tsx";
import { MeasurementChoice, queueWords } from "#app/components/measurement-choice.tsx";
import { MeasurementVerdicts } from "#app/components/measurement-verdicts.tsx";
import { MonthBars } from "#app/components/month-bars.tsx";
import { ServiceLevelVariants } from "#app/components/service-level-variants.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { TrapCards } from "#app/components/trap-cards.tsx";
import { WaitDistribution } from "#app/components/wait-distribution.tsx";
import type { MeasurementPage } from "#app/domain/measurement/measurement-page.ts";

/** Everything that one response's call records show; the same to the vendor and to those who judge. */
export function MeasurementReport({ page }: { readonly page: MeasurementPage }) {
  const t = useTranslate();
  const { month, serviceLevel } = page;
  const of = month
    ? `${formatMonth(month.month, t.language)}, ${queueWords(page.queue, t("measurement.allQueues").toLowerCase())}`
    : "";
  return (
    <div className="flex flex-col gap-10">
      <Source page={page} />
      <MeasurementVerdicts verdicts={page.verdicts} traps={page.traps} />
      <TrapCards traps={page.traps} />
      {month && (
        <ServiceLevelVariants
          month={month}
          spread={page.spread}
          chosen={serviceLevel.variant}
          target={serviceLevel.target}
        />
      )}
      <LevelByMonth page={page} />
      {month && <WaitDistribution waits={page.waits} thresholdS={serviceLevel.thresholdS} />}
      <FigureBreakdown page={page} />
      <section aria-labelledby="heat">
        <h2 id="heat" className="mb-3 text-xl">
          {t("measurement.heatMap")}
          {month && `, ${of}`}
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
      {month && <KeyFigureTable month={month} surges={page.surges} of={of} />}
    </div>
  );
}

function Source({ page: { source, coverage, monthCoverage, month }, page }: { page: MeasurementPage }) {
  const t = useTranslate();
  const number = (value: number) => formatNumber(String(value), t.language);
  const words = ({ half_hours, half_hours_with_calls, percent }: NonNullable<typeof coverage>) => ({
    with: number(half_hours_with_calls),
    all: number(half_hours),
    percent: percent === null ? "–" : formatPercent(percent, t.language, { maxDecimals: 2 }),
  });
  return (
    <section aria-labelledby="source">
      <h2 id="source" className="text-lg">
        {t("measurement.source")}
      </h2>
      <p>
        {t("measurement.sourceText", {
          rows: number(source.rows),
          format: t.named(`measurement.format.${source.format}`),
          clock: t.named(`measurement.clock.${source.clock}`),
          zone: source.zone,
        })}
      </p>
      {coverage && <p className="text-ink-quiet">{t("measurement.coverageText", words(coverage))}</p>}
      {monthCoverage && month && page.months.length > 1 && (
        <p className="text-ink-quiet">
          {t("measurement.monthCoverageText", {
            month: formatMonth(month.month, t.language),
            ...words(monthCoverage),
          })}
        </p>
      )}
      <MeasurementChoice page={page} />
    </section>
  );
}

function LevelByMonth({ page: { months, serviceLevel } }: { page: MeasurementPage }) {
  const t = useTranslate();
  const short = shortMonths(
    months.map(({ month }) => month),
    t.language,
  );
  return (
    <section aria-labelledby="bars">
      <h2 id="bars" className="mb-3 text-xl">
        {t("measurement.bars")}
      </h2>
      <MonthBars
        caption={<span className="sr-only">{t("measurement.bars")}</span>}
        months={months.map(({ month, value }, index) => ({
          key: month,
          label: formatMonth(month, t.language),
          ...(short[index] && { short: short[index] }),
          value,
        }))}
        target={serviceLevel.target}
        max="100"
        unit="%"
        maxDecimals={2}
      />
    </section>
  );
}
