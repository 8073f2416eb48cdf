import { useId } from "react";
import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import {
  comparatorSign,
  formatClock,
  formatMoment,
  formatMonth,
  formatNumber,
  formatPercent,
} from "#app/components/format.ts";
import { IncidentTimeLine, incidentAnchor } from "#app/components/incident-time-line.tsx";
import { LevelLabel } from "#app/components/level-label.tsx";
import { RecordSource } from "#app/components/record-source.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { TrapCards } from "#app/components/trap-cards.tsx";
import { VerdictMark } from "#app/components/verdict-mark.tsx";
import type {
  AvailabilityPage,
  DrawnIncident,
  SystemRow,
} from "#app/domain/availability/availability-page.ts";
import type { Translate } from "#app/i18n/translate.ts";

/** Everything that one response's incident log shows; the same to the vendor and to those who judge. */
export function AvailabilityReport({ page }: { readonly page: AvailabilityPage }) {
  const t = useTranslate();
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="source">
        <h2 id="source" className="text-lg">
          {t("availability.source")}
        </h2>
        <p>
          {t("availability.sourceText", {
            rows: formatNumber(String(page.source.rows), t.language),
            count: page.systems.length,
            zone: page.source.zone,
          })}{" "}
          <RecordSource source={page.source} />
        </p>
      </section>
      {page.requirements.length > 0 && <Requirements page={page} />}
      <TrapCards traps={page.traps} />
      <section aria-labelledby="time-line">
        <h2 id="time-line" className="text-xl">
          {t("availability.timeLine")}, {formatMonth(page.month.month, t.language)}
        </h2>
        {page.months.length > 1 && <MonthChoice page={page} />}
        <IncidentTimeLine page={page} />
        <Incidents page={page} />
      </section>
      {page.requirements.map(({ requirement, scope, rule, rows }) => (
        <Months
          key={requirement.id}
          title={`${t("availability.table")}: ${requirement.id} ${requirement.title[t.language]}`}
          lead={[
            t(`availability.scope.${scope}`),
            t(`availability.rule.${rule.maintenance}`),
            t(`availability.rule.${rule.partial}`),
          ].join("; ")}
          rows={page.months.length > 1 ? rows : rows.filter(({ window }) => window !== "period")}
        />
      ))}
      {page.rows.length > 0 && <Months title={t("availability.table")} rows={page.rows} />}
    </div>
  );
}

function MonthChoice({ page }: { page: AvailabilityPage }) {
  const t = useTranslate();
  return (
    <Form method="get" className="my-3 flex items-end gap-3 print:hidden">
      <SelectField
        name="month"
        label={t("availability.month")}
        defaultValue={page.month.month}
        className="w-44"
        choices={page.months.map((month) => ({ value: month, label: formatMonth(month, t.language) }))}
      />
      <Button>{t("availability.show")}</Button>
    </Form>
  );
}

const windowWords = (t: Translate, window: string): string =>
  window === "period" ? t("availability.wholePeriod") : formatMonth(window, t.language);

const percent = (t: Translate, row: SystemRow | null): string =>
  row?.percent ? formatPercent(row.percent.decimal, t.language, { maxDecimals: 6 }) : "–";

const systemWords = (t: Translate, system: string | null): string => system ?? t("availability.chain");

interface HeldRow {
  readonly of: AvailabilityPage["requirements"][number];
  readonly window: AvailabilityPage["requirements"][number]["windows"][number];
  readonly first: boolean;
}

function Requirements({ page }: { page: AvailabilityPage }) {
  const t = useTranslate();
  const rows = page.requirements.flatMap((of): HeldRow[] => {
    // The period says nothing more when it is a single month.
    const shown = of.windows.length === 2 ? of.windows.slice(0, 1) : of.windows;
    return shown.map((window, index) => ({ of, window, first: index === 0 }));
  });
  const columns: Column<HeldRow>[] = [
    {
      id: "requirement",
      head: t("availability.requirement"),
      cell: ({ of: { requirement }, first }) =>
        first && (
          <span id={requirement.id} className="flex flex-wrap items-center gap-2">
            <LevelLabel level={requirement.level} /> {requirement.id} {requirement.title[t.language]}
          </span>
        ),
    },
    { id: "window", head: t("availability.window"), cell: ({ window }) => windowWords(t, window.window) },
    {
      id: "verdict",
      head: t("availability.verdict"),
      cell: ({ window: { verdict, reason, verified, windows } }) => (
        <>
          <Verdict verdict={verdict} />
          <span className="block text-ink-quiet text-sm">
            {t(`availability.reason.${reason}`, { verified, count: windows })}
          </span>
        </>
      ),
    },
    {
      id: "lowest",
      head: t("availability.lowest"),
      numeric: true,
      cell: ({ window: { worst } }) => (
        <>
          {percent(t, worst)}
          {worst && <span className="block text-ink-quiet text-sm">{systemWords(t, worst.system)}</span>}
        </>
      ),
    },
    {
      id: "limit",
      head: t("availability.limit"),
      numeric: true,
      cell: ({ of: { comparator, threshold } }) =>
        `${comparatorSign(comparator)} ${formatPercent(threshold, t.language)}`,
    },
  ];
  return (
    <section aria-labelledby="requirements">
      <h2 id="requirements" className="mb-3 text-xl">
        {t("availability.requirements")}
      </h2>
      <DataTable
        caption={t("availability.requirements")}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ of, window }) => `${of.requirement.id} ${window.window}`}
      />
    </section>
  );
}

const Verdict = ({ verdict }: { verdict: NonNullable<SystemRow["verdict"]> }) => (
  <VerdictMark verdict={verdict === "no_data" ? "no-data" : verdict} />
);

function Incidents({ page }: { page: AvailabilityPage }) {
  const t = useTranslate();
  const at = (us: number | null) => (us === null ? "–" : formatMoment(us, t.language, page.source.zone));
  const columns: Column<DrawnIncident>[] = [
    {
      id: "id",
      head: t("availability.incident"),
      cell: ({ key, id, class: name }) => (
        <span id={incidentAnchor(key)} className="scroll-mt-16 whitespace-nowrap">
          {id ?? name ?? "–"}
        </span>
      ),
    },
    { id: "system", head: t("availability.system"), cell: ({ system }) => system },
    { id: "kind", head: t("availability.kind"), cell: ({ kind }) => t(`availability.kinds.${kind}`) },
    { id: "from", head: t("availability.from"), numeric: true, cell: ({ fromUs }) => at(fromUs) },
    {
      id: "to",
      head: t("availability.to"),
      numeric: true,
      cell: ({ toUs }) => (toUs === null ? t("availability.open") : at(toUs)),
    },
    {
      id: "announced",
      head: t("availability.announced"),
      numeric: true,
      cell: ({ announcedUs }) => at(announcedUs),
    },
    {
      id: "share",
      head: t("availability.share"),
      numeric: true,
      cell: ({ affectedShare }) => (affectedShare === null ? "–" : formatNumber(affectedShare, t.language)),
    },
  ];
  if (page.incidents.length === 0) return <p className="mt-4">{t("availability.noIncidents")}</p>;
  return (
    <div className="mt-4">
      <DataTable
        caption={t("availability.incidents")}
        columns={columns}
        rows={page.incidents}
        rowKey={({ key }) => String(key)}
        scrolls={page.incidents.length > 30}
      />
      {page.incidentCount > page.incidents.length && (
        <p className="mt-2 text-ink-quiet text-sm">
          {t("availability.longest", { shown: page.incidents.length, count: page.incidentCount })}
        </p>
      )}
    </div>
  );
}

function Months({ title, lead, rows }: { title: string; lead?: string; rows: readonly SystemRow[] }) {
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
