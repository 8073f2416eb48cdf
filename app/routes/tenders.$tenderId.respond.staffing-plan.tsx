import { useLoaderData } from "react-router";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { MeasurementTabs } from "#app/components/measurement-tabs.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { StaffingReport } from "#app/components/staffing-report.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { readOwnStaffing } from "#app/services/records/read-staffing.ts";

export const loader = guarded("response.read-own", async ({ app, actor, params, request, language }) => {
  const queue = new URL(request.url).searchParams.get("queue");
  return expectValue(await readOwnStaffing(app, actor, param(params, "tenderId"), { queue, language }));
});

export default function OwnStaffing() {
  const { page } = useLoaderData<typeof loader>();
  const t = useTranslate();
  return (
    <>
      <PageHeader
        title={t("staffing.title")}
        lead={t("staffing.lead")}
        action={<ButtonLink to="../reports">{t("records.title")}</ButtonLink>}
      />
      <MeasurementTabs current="staffing" />
      {page ? (
        <StaffingReport page={page} />
      ) : (
        <EmptyState title={t("staffing.none")}>{t("records.about.staffing_plan")}</EmptyState>
      )}
    </>
  );
}
