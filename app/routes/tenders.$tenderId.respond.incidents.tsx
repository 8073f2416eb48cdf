import { useLoaderData } from "react-router";
import { AvailabilityReport } from "#app/components/availability-report.tsx";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { MeasurementTabs } from "#app/components/measurement-tabs.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { readOwnAvailability } from "#app/services/records/read-availability.ts";

export const loader = guarded("response.read-own", async ({ app, actor, params, request, language }) => {
  const month = new URL(request.url).searchParams.get("month");
  return expectValue(await readOwnAvailability(app, actor, param(params, "tenderId"), { month, language }));
});

export default function OwnAvailability() {
  const { page } = useLoaderData<typeof loader>();
  const t = useTranslate();
  return (
    <>
      <PageHeader
        title={t("availability.title")}
        lead={t("availability.lead")}
        action={<ButtonLink to="../reports">{t("records.title")}</ButtonLink>}
      />
      <MeasurementTabs current="availability" />
      {page ? (
        <AvailabilityReport page={page} />
      ) : (
        <EmptyState title={t("availability.none")}>{t("records.about.incidents")}</EmptyState>
      )}
    </>
  );
}
