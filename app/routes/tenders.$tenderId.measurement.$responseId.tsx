import { useLoaderData, useParams } from "react-router";
import { EmptyState } from "#app/components/empty-state.tsx";
import { MeasurementReport } from "#app/components/measurement-report.tsx";
import { MeasurementTabs } from "#app/components/measurement-tabs.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { guarded, param } from "#app/server/guard.ts";
import { measurementQuery } from "#app/server/measurement-query.ts";
import { scored } from "#app/server/scored.ts";
import { readMeasurement } from "#app/services/measurement/read-measurement.ts";

export const loader = guarded("quality.read", async ({ app, actor, params, request, language }) => {
  const tenderId = param(params, "tenderId");
  const query = measurementQuery(request, language);
  return scored(
    await readMeasurement(app, actor, tenderId, param(params, "responseId"), query),
    tenderId,
    request,
  );
});

export default function Measurement() {
  const { vendor, page } = useLoaderData<typeof loader>();
  const { tenderId, responseId } = useParams();
  const t = useTranslate();
  return (
    <>
      <PageHeader title={`${t("measurement.title")}: ${vendor}`} lead={t("measurement.lead")} />
      <MeasurementTabs current="calls" />
      {page ? (
        <>
          <p className="mb-6 print:hidden">
            <a href={`/tenders/${tenderId}/measurement/${responseId}/workbook`} download>
              {t("measurement.file.workbook")}
            </a>
          </p>
          <MeasurementReport page={page} />
        </>
      ) : (
        <EmptyState title={t("measurement.none")}>{t("measurement.noneText")}</EmptyState>
      )}
    </>
  );
}
