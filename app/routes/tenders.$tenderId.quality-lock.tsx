import { Form, redirect, useActionData, useLoaderData } from "react-router";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatDateTime } from "#app/components/format.ts";
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
  const { askedBy, askedByMe, sheets, agreed, maySeeConsensus, timezone } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults;
  const t = useTranslate();
  const ready = agreed !== null && agreed.done === agreed.total;
  return (
    <>
      <PageHeader
        title={t("evaluation.lock.title")}
        lead={t("evaluation.lock.lead")}
        action={
          maySeeConsensus && (
            <ButtonLink variant={ready ? "secondary" : "primary"} to="../consensus">
              {t("evaluation.scoring.toConsensus")}
            </ButtonLink>
          )
        }
      />
      <ErrorSummary faults={faults} />
      <div className="mb-8 max-w-measure">
        <DataTable
          caption={t("evaluation.lock.sheets")}
          rows={sheets}
          rowKey={({ name }) => name}
          columns={[
            { id: "name", head: t("account.role.evaluator"), cell: ({ name }) => name },
            {
              id: "locked",
              head: t("evaluation.lock.sheet"),
              cell: ({ lockedUs }) =>
                lockedUs === null
                  ? t("evaluation.lock.sheetOpen")
                  : t("evaluation.lock.sheetLocked", {
                      time: formatDateTime(lockedUs, t.language, timezone),
                    }),
            },
          ]}
        />
        <p className="mt-4">
          {agreed === null
            ? t("evaluation.lock.waitsForSheets")
            : `${t("evaluation.consensus.agreed")}: ${t("evaluation.scoring.of", agreed)}`}
        </p>
      </div>
      {askedBy.length > 0 && (
        <div className="mb-6">
          <Notice title={t("evaluation.lock.asked", { names: askedBy.join(", ") })}>
            {t("evaluation.lock.second")}
          </Notice>
        </div>
      )}
      {ready && !askedByMe && (
        <Form method="post">
          <Button variant="primary">{t("evaluation.lock.act")}</Button>
        </Form>
      )}
    </>
  );
}
