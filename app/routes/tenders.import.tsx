import { Form, redirect, useNavigation } from "react-router";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, refused } from "#app/server/guard.ts";
import { receiveFile } from "#app/server/uploads.ts";
import { authorise } from "#app/services/authorise.ts";
import { importTender } from "#app/services/tender/import-tender.ts";
import type { Route } from "./+types/tenders.import";

export const loader = guarded(
  "tender.create",
  async ({ actor }) => expectValue(authorise(actor, "tender.create")) ?? null,
);

export const action = guarded("tender.create", async ({ app, actor, request }) => {
  const imported = await importTender(app, actor, () => receiveFile(request));
  if (!imported.ok) return refused(imported.faults);
  throw redirect(`/tenders/${imported.value.tenderId}/draft`);
});

export default function ImportTender({ actionData }: Route.ComponentProps) {
  const t = useTranslate();
  const busy = useNavigation().formEncType === "multipart/form-data";
  const faults = actionData?.faults ?? [];
  return (
    <>
      <PageHeader title={t("tenderFile.title")} lead={t("tenderFile.lead")} />
      <ErrorSummary
        faults={faults.map((fault) => ({ ...fault, place: { ...fault.place, field: "file" } }))}
      />
      {faults.some(({ place }) => place?.field) && (
        <ul className="mb-6 max-w-measure list-disc ps-5 text-sm">
          {faults.map((fault) => (
            <li key={`${fault.code} ${fault.place?.field}`}>
              <code>{fault.place?.field}</code>: {t.fault(fault)}
            </li>
          ))}
        </ul>
      )}
      <Form method="post" encType="multipart/form-data" className="max-w-measure">
        <label htmlFor="file" className="mb-1 block font-medium">
          {t("tenderFile.file")}
        </label>
        <input
          type="file"
          id="file"
          name="file"
          accept=".json,application/json"
          className="mb-4 block w-full file:me-3 file:min-h-10 file:cursor-pointer file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:text-ink"
        />
        <Button variant="primary" disabled={busy}>
          {t(busy ? "tenderFile.reading" : "tenderFile.read")}
        </Button>
      </Form>
    </>
  );
}
