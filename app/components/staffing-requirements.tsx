import { type Column, DataTable } from "#app/components/data-table.tsx";
import { comparatorSign, formatPercent } from "#app/components/format.ts";
import { LevelLabel } from "#app/components/level-label.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { VerdictMark } from "#app/components/verdict-mark.tsx";
import type { StaffingPage } from "#app/domain/staffing/staffing-page.ts";

type Held = StaffingPage["requirements"][number];

/** What of the tender's requirements the plan decides. */
export function StaffingRequirements({ page }: { page: StaffingPage }) {
  const t = useTranslate();
  const columns: Column<Held>[] = [
    {
      id: "requirement",
      head: t("availability.requirement"),
      cell: ({ requirement }) => (
        <span id={requirement.id} className="flex flex-wrap items-center gap-2">
          <LevelLabel level={requirement.level} /> {requirement.id} {requirement.title[t.language]}
        </span>
      ),
    },
    {
      id: "verdict",
      head: t("availability.verdict"),
      cell: ({ verdict, enough, counted }) => (
        <>
          <VerdictMark verdict={verdict === "no_data" ? "no-data" : verdict} />
          <span className="block text-ink-quiet text-sm">{t("staffing.enough", { enough, counted })}</span>
        </>
      ),
    },
    {
      id: "value",
      head: t("measurement.value"),
      numeric: true,
      cell: ({ value }) => (value === null ? "–" : formatPercent(value, t.language, { maxDecimals: 2 })),
    },
    {
      id: "limit",
      head: t("availability.limit"),
      numeric: true,
      cell: ({ comparator, threshold }) =>
        `${comparatorSign(comparator)} ${formatPercent(threshold, t.language)}`,
    },
  ];
  return (
    <section aria-labelledby="requirements">
      <h2 id="requirements" className="mb-3 text-xl">
        {t("staffing.requirements")}
      </h2>
      <DataTable
        caption={t("staffing.requirements")}
        captionHidden
        columns={columns}
        rows={page.requirements}
        rowKey={({ requirement }) => requirement.id}
      />
    </section>
  );
}
