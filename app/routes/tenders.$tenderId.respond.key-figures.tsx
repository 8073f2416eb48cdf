import { useLoaderData } from "react-router";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { MeasurementTabs } from "#app/components/measurement-tabs.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { ReportFigures } from "#app/components/report-figures.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { readOwnReports } from "#app/services/records/read-reports.ts";

export const loader = guarded("response.read-own", async ({ app, actor, params, language }) =>
  expectValue(await readOwnReports(app, actor, param(params, "tenderId"), language)),
);

export default function OwnReports() {
  const { page } = useLoaderData<typeof loader>();
  const t = useTranslate();
  return (
    <>
      <PageHeader
        title={t("reports.title")}
        lead={t("reports.lead")}
        action={<ButtonLink to="../reports">{t("records.title")}</ButtonLink>}
      />
      <MeasurementTabs current="reports" />
      {page ? (
        <ReportFigures page={page} />
      ) : (
        <EmptyState title={t("reports.none")}>{t("reports.noneOwn")}</EmptyState>
      )}
    </>
  );
}
