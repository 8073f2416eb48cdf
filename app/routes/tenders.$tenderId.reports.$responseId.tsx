import { useLoaderData } from "react-router";
import { EmptyState } from "#app/components/empty-state.tsx";
import { MeasurementTabs } from "#app/components/measurement-tabs.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { ReportFigures } from "#app/components/report-figures.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { guarded, param } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { readReports } from "#app/services/records/read-reports.ts";

export const loader = guarded("quality.read", async ({ app, actor, params, request, language }) => {
  const tenderId = param(params, "tenderId");
  const responseId = param(params, "responseId");
  return scored(await readReports(app, actor, tenderId, responseId, language), tenderId, request);
});

export default function Reports() {
  const { vendor, page } = useLoaderData<typeof loader>();
  const t = useTranslate();
  return (
    <>
      <PageHeader title={`${t("reports.title")}: ${vendor}`} lead={t("reports.lead")} />
      <MeasurementTabs current="reports" />
      {page ? (
        <ReportFigures page={page} />
      ) : (
        <EmptyState title={t("reports.none")}>{t("reports.noneText")}</EmptyState>
      )}
    </>
  );
}
