import { Form, redirect, useActionData, useLoaderData } from "react-router";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, param, personOf, refused } from "#app/server/guard.ts";
import { pageAddress } from "#app/server/page-address.ts";
import { lockQuality } from "#app/services/evaluation/lock-quality.ts";
import { readQualityLock } from "#app/services/evaluation/read-quality-lock.ts";

export const loader = guarded("quality.lock", async ({ app, actor, params }) =>
  expectValue(await readQualityLock(app, personOf(actor), param(params, "tenderId"))),
);

export const action = guarded("quality.lock", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const result = await lockQuality(app, personOf(actor), tenderId);
  if (!result.ok) return refused(result.faults);
  throw redirect(result.value.locked ? `/tenders/${tenderId}` : pageAddress(request).path);
});

export default function QualityLock() {
  const { askedBy, askedByMe } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults;
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("evaluation.lock.title")} lead={t("evaluation.lock.lead")} />
      <ErrorSummary faults={faults} />
      {askedBy.length > 0 && (
        <div className="mb-6">
          <Notice title={t("evaluation.lock.asked", { names: askedBy.join(", ") })}>
            {t("evaluation.lock.second")}
          </Notice>
        </div>
      )}
      {!askedByMe && (
        <Form method="post">
          <Button variant="primary">{t("evaluation.lock.act")}</Button>
        </Form>
      )}
    </>
  );
}
