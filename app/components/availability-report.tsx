import { Form } from "react-router";
import { AvailabilityMonths } from "#app/components/availability-months.tsx";
import { percent, systemWords, Verdict, windowWords } from "#app/components/availability-words.tsx";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import { comparatorSign, formatMonth, formatNumber, formatPercent } from "#app/components/format.ts";
import { IncidentTable } from "#app/components/incident-table.tsx";
import { IncidentTimeLine } from "#app/components/incident-time-line.tsx";
import { LevelLabel } from "#app/components/level-label.tsx";
import { RecordSource } from "#app/components/record-source.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { TrapCards } from "#app/components/trap-cards.tsx";
import type { AvailabilityPage } from "#app/domain/availability/availability-page.ts";

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
        <IncidentTable page={page} />
      </section>
      {page.requirements.map(({ requirement, scope, rule, rows }) => (
        <AvailabilityMonths
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
      {page.rows.length > 0 && <AvailabilityMonths title={t("availability.table")} rows={page.rows} />}
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
