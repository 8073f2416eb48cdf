import { useLoaderData } from "react-router";
import { EmptyState } from "#app/components/empty-state.tsx";
import { MeasurementTabs } from "#app/components/measurement-tabs.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { StaffingReport } from "#app/components/staffing-report.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { guarded, param } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { readStaffing } from "#app/services/records/read-staffing.ts";

export const loader = guarded("quality.read", async ({ app, actor, params, request, language }) => {
  const tenderId = param(params, "tenderId");
  const queue = new URL(request.url).searchParams.get("queue");
  const query = { queue, language };
  return scored(
    await readStaffing(app, actor, tenderId, param(params, "responseId"), query),
    tenderId,
    request,
  );
});

export default function Staffing() {
  const { vendor, page } = useLoaderData<typeof loader>();
  const t = useTranslate();
  return (
    <>
      <PageHeader title={`${t("staffing.title")}: ${vendor}`} lead={t("staffing.lead")} />
      <MeasurementTabs current="staffing" />
      {page ? (
        <StaffingReport page={page} />
      ) : (
        <EmptyState title={t("staffing.none")}>{t("staffing.noneText")}</EmptyState>
      )}
    </>
  );
}
