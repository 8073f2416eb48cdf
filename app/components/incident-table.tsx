import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatMoment, formatPercent } from "#app/components/format.ts";
import { incidentAnchor } from "#app/components/incident-time-line.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { hundredfold } from "#app/components/value-function.tsx";
import type { AvailabilityPage, DrawnIncident } from "#app/domain/availability/availability-page.ts";

/** The incidents of the time line in words; each is reached from its place in the picture. */
export function IncidentTable({ page }: { page: AvailabilityPage }) {
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
      cell: ({ affectedShare }) =>
        affectedShare === null ? "–" : formatPercent(hundredfold(affectedShare), t.language),
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
