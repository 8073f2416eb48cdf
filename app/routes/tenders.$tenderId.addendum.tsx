import { Form, redirect, useActionData, useLoaderData } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatDateTime } from "#app/components/format.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextArea, TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { readForm, refusedForm } from "#app/server/form.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { extendDeadline } from "#app/services/addendum/extend-deadline.ts";
import { readExtension } from "#app/services/addendum/read-extension.ts";

export const loader = guarded("addendum.publish", async ({ app, actor, params }) =>
  expectValue(await readExtension(app, actor, param(params, "tenderId"))),
);

const words = z.string({ error: "required" }).trim().max(4000, "too_long");
const form = z.object({ deadline: words, "reason.sv": words, "reason.en": words });

export const action = guarded("addendum.publish", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const { result, values } = await readForm(request, form);
  if (!result.ok) return refusedForm(result.faults, values);
  const extended = await extendDeadline(app, actor, tenderId, {
    local: result.value.deadline,
    reason: { sv: result.value["reason.sv"], en: result.value["reason.en"] },
  });
  if (!extended.ok) return refusedForm(extended.faults, values);
  throw redirect(`/tenders/${tenderId}/questions#addendum-${extended.value}`);
});

export default function Addendum() {
  const { deadlineUs, local, timezone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useTranslate();
  const faults = refused?.faults ?? [];
  return (
    <>
      <PageHeader title={t("questions.extend.title")} lead={t("questions.extend.lead")} />
      <ErrorSummary faults={refused?.faults} />
      <Form method="post" className="flex max-w-measure flex-col gap-4">
        <p>{t("questions.extend.now", { time: formatDateTime(deadlineUs, t.language, timezone) })}</p>
        <TextField
          name="deadline"
          type="datetime-local"
          label={t("questions.extend.deadline")}
          defaultValue={refused?.values.deadline ?? local}
          faults={faults}
        />
        <TextArea
          name="reason.sv"
          label={t("questions.extend.reasonSv")}
          defaultValue={refused?.values["reason.sv"] ?? ""}
          faults={faults}
        />
        <TextArea
          name="reason.en"
          label={t("questions.extend.reasonEn")}
          optional
          defaultValue={refused?.values["reason.en"] ?? ""}
          faults={faults}
        />
        <div>
          <Button variant="primary">{t("questions.extend.publish")}</Button>
        </div>
      </Form>
    </>
  );
}
