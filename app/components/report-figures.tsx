import { type Column, DataTable } from "#app/components/data-table.tsx";
import {
  comparatorSign,
  formatDay,
  formatMonth,
  formatNumber,
  formatQuantity,
} from "#app/components/format.ts";
import { ReportIntervals } from "#app/components/report-intervals.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { TrapCards } from "#app/components/trap-cards.tsx";
import { VerdictMark } from "#app/components/verdict-mark.tsx";
import type {
  HeldRequirement,
  ReportPart,
  ReportsPage,
  ShownFigure,
} from "#app/domain/reports/reports-page.ts";
import type { Translate } from "#app/i18n/translate.ts";

/** Everything that one response's reports show, beside call records; the same to the vendor and to those who judge. */
export function ReportFigures({ page }: { readonly page: ReportsPage }) {
  return (
    <div className="flex flex-col gap-10">
      <Sources parts={page.parts} />
      {page.requirements.length > 0 && <Requirements requirements={page.requirements} />}
      <TrapCards traps={page.traps} />
      {page.interval && <ReportIntervals interval={page.interval} />}
      {page.parts.map((part) => part.figures.length > 0 && <Figures key={part.kind} part={part} />)}
    </div>
  );
}

function Sources({ parts }: { parts: readonly ReportPart[] }) {
  const t = useTranslate();
  return (
    <section aria-labelledby="source">
      <h2 id="source" className="text-lg">
        {t("reports.source")}
      </h2>
      <ul>
        {parts.map(({ kind, file, rows }) => (
          <li key={kind}>
            {t(`records.kind.${kind}`)}: {file},{" "}
            {t("records.rowCount", { count: rows, rows: formatNumber(String(rows), t.language) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Requirements({ requirements }: { requirements: readonly HeldRequirement[] }) {
  const t = useTranslate();
  const columns: Column<HeldRequirement>[] = [
    {
      id: "requirement",
      head: t("measurement.requirement"),
      cell: ({ requirement: { id, title } }) => (
        <>
          <span className="text-ink-quiet">{id}</span> {title[t.language]}
        </>
      ),
    },
    {
      id: "verdict",
      head: t("measurement.verdict"),
      cell: ({ verdict }) => <VerdictMark verdict={verdict === "no_data" ? "no-data" : verdict} />,
    },
    {
      id: "value",
      head: t("measurement.value"),
      numeric: true,
      cell: ({ value, unit }) => amount(t, value, unit),
    },
    { id: "threshold", head: t("measurement.threshold"), numeric: true, cell: (held) => limitOf(t, held) },
    { id: "windows", head: t("measurement.window"), cell: (held) => <Windows held={held} /> },
  ];
  return (
    <section aria-labelledby="requirements">
      <h2 id="requirements" className="mb-3 text-xl">
        {t("reports.requirements")}
      </h2>
      <DataTable
        caption={t("reports.requirements")}
        captionHidden
        columns={columns}
        rows={requirements}
        rowKey={({ requirement }) => requirement.id}
      />
    </section>
  );
}

/** More windows than these are counted, and only those named that are not kept. */
const mostWindows = 6;

function Windows({ held: { windows, unit } }: { held: HeldRequirement }) {
  const t = useTranslate();
  const verified = windows.filter(({ verdict }) => verdict === "verified").length;
  const many = windows.length > mostWindows;
  const shown = many
    ? windows.filter(({ verdict }) => verdict !== "verified").slice(0, mostWindows)
    : windows;
  return (
    <>
      {many && t("measurement.reason.windows", { verified, count: windows.length })}
      <ul>
        {shown.map(({ window, value, verdict }) => (
          <li key={window}>
            <span className="whitespace-nowrap">{windowWords(t, window)}</span>: {amount(t, value, unit)}{" "}
            <span className="whitespace-nowrap text-ink-quiet">
              ({t(`common.verdict.${verdict === "no_data" ? "no-data" : verdict}`).toLowerCase()})
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Figures({ part: { kind, file, figures } }: { part: ReportPart }) {
  const t = useTranslate();
  const number = (value: string): string => formatNumber(value, t.language, { maxDecimals: 2 });
  const columns: Column<ShownFigure>[] = [
    {
      id: "figure",
      head: t("measurement.figure"),
      cell: ({ metric, name, variant, group }) => (
        <>
          {name?.[t.language] ?? metric}
          <span className="block font-normal text-ink-quiet text-sm">
            {[variant, group].filter((part) => part !== null && part !== "").join(" · ")}
          </span>
        </>
      ),
    },
    { id: "window", head: t("measurement.window"), cell: ({ window }) => windowWords(t, window) },
    {
      id: "value",
      head: t("measurement.value"),
      numeric: true,
      cell: ({ value, unit }) => <span className="whitespace-nowrap">{amount(t, value, unit)}</span>,
    },
    {
      id: "numerator",
      head: t("measurement.numerator"),
      numeric: true,
      cell: (each) => number(each.numerator),
    },
    {
      id: "denominator",
      head: t("measurement.denominator"),
      numeric: true,
      cell: (each) => number(each.denominator),
    },
    ...(figures.some(({ beside }) => beside.length > 0)
      ? [
          {
            id: "beside",
            head: t("reports.besides"),
            cell: ({ beside }: ShownFigure) =>
              beside
                .map(({ name, value }) => `${t.named(`reports.beside.${name}`)} ${number(value)}`)
                .join(", "),
          },
        ]
      : []),
  ];
  const id = `figures-${kind}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-xl">
        {t(`records.kind.${kind}`)}
      </h2>
      <p className="mb-3 text-ink-quiet">{file}</p>
      <DataTable
        caption={t(`records.kind.${kind}`)}
        captionHidden
        columns={columns}
        rows={figures}
        rowKey={({ metric, variant, window, group, value }) =>
          [metric, variant, window, group, value].join(" ")
        }
      />
    </section>
  );
}

function amount(t: Translate, value: string | null, unit: string): string {
  if (value === null) return "–";
  const format = { maxDecimals: 2 };
  return unit === "%"
    ? formatQuantity(value, "%", t.language, format)
    : `${formatNumber(value, t.language, format)} ${t.named(`reports.unit.${unit}`)}`;
}

function limitOf(t: Translate, { comparator, threshold, thresholdUpper, unit }: HeldRequirement): string {
  return thresholdUpper === null
    ? `${comparatorSign(comparator)} ${amount(t, threshold, unit)}`
    : `${formatNumber(threshold, t.language)}–${amount(t, thresholdUpper, unit)}`;
}

/** A month, date or hour as people say it; years, quarters and weeks as they stand. */
function windowWords(t: Translate, window: string): string {
  const [from = "", to] = window.split("/");
  if (to !== undefined) return `${formatDay(from, t.language)} – ${formatDay(to, t.language)}`;
  const [, month, hour] = /^(\d{4}-\d\d)(?: (\d\d))?$/.exec(window) ?? [];
  if (month !== undefined)
    return [formatMonth(month, t.language), hour].filter((part) => part !== undefined).join(", ");
  return /^\d{4}-\d\d-\d\d$/.test(window)
    ? formatDay(window, t.language)
    : window.replace("T", " ").slice(0, 16);
}
