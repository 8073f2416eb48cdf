import { useLoaderData } from "react-router";
import { AvailabilityReport } from "#app/components/availability-report.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { MeasurementTabs } from "#app/components/measurement-tabs.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { guarded, param } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { readAvailability } from "#app/services/records/read-availability.ts";

export const loader = guarded("quality.read", async ({ app, actor, params, request, language }) => {
  const tenderId = param(params, "tenderId");
  const month = new URL(request.url).searchParams.get("month");
  const query = { month, language };
  return scored(
    await readAvailability(app, actor, tenderId, param(params, "responseId"), query),
    tenderId,
    request,
  );
});

export default function Availability() {
  const { vendor, page } = useLoaderData<typeof loader>();
  const t = useTranslate();
  return (
    <>
      <PageHeader title={`${t("availability.title")}: ${vendor}`} lead={t("availability.lead")} />
      <MeasurementTabs current="availability" />
      {page ? (
        <AvailabilityReport page={page} />
      ) : (
        <EmptyState title={t("availability.none")}>{t("availability.noneText")}</EmptyState>
      )}
    </>
  );
}
