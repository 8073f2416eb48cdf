import { useLoaderData } from "react-router";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { MeasurementReport } from "#app/components/measurement-report.tsx";
import { MeasurementTabs } from "#app/components/measurement-tabs.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { measurementQuery } from "#app/server/measurement-query.ts";
import { readOwnMeasurement } from "#app/services/measurement/read-measurement.ts";

export const loader = guarded("response.read-own", async ({ app, actor, params, request, language }) => {
  const query = measurementQuery(request, language);
  return expectValue(await readOwnMeasurement(app, actor, param(params, "tenderId"), query));
});

export default function OwnMeasurement() {
  const { page } = useLoaderData<typeof loader>();
  const t = useTranslate();
  return (
    <>
      <PageHeader
        title={t("measurement.title")}
        lead={t("measurement.lead")}
        action={<ButtonLink to="../calls">{t("measurement.calls.toCalls")}</ButtonLink>}
      />
      <MeasurementTabs current="calls" />
      {page ? (
        <>
          <p className="mb-6 print:hidden">
            <a href="measurement/workbook" download>
              {t("measurement.file.workbook")}
            </a>
          </p>
          <MeasurementReport page={page} />
        </>
      ) : (
        <EmptyState title={t("measurement.none")}>{t("measurement.noneOwn")}</EmptyState>
      )}
    </>
  );
}
