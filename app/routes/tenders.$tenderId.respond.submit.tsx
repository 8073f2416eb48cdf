import { Form, Link, redirect, useActionData, useLoaderData, useNavigation } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatDateTime, formatMoney } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { receivedContext } from "#app/server/context.ts";
import { ownForm } from "#app/server/form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { readSubmissionPage, type SubmissionPage } from "#app/services/response/read-submission-page.ts";
import { submitResponse } from "#app/services/response/submit-response.ts";
import { withdrawResponse } from "#app/services/response/withdraw-response.ts";

export const loader = guarded("response.read-own", async ({ app, actor, params }) =>
  expectValue(await readSubmissionPage(app, actor, param(params, "tenderId"))),
);

const form = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("submit"),
    expectedVersion: z.coerce.number().int().min(0),
    contentSha256: z.string().regex(/^[0-9a-f]{64}$/),
    idempotencyKey: z.string().regex(/^[0-9a-f]{32}$/),
  }),
  z.object({ intent: z.literal("withdraw"), expectedVersion: z.coerce.number().int().min(1) }),
]);

export const action = guarded("response.submit", async ({ app, actor, params, request, context }) => {
  const tenderId = param(params, "tenderId");
  const entered = ownForm(form, Object.fromEntries(await request.formData()));
  if (entered.intent === "withdraw") {
    const withdrawn = await withdrawResponse(app, actor, tenderId, entered.expectedVersion);
    if (!withdrawn.ok) return refused(withdrawn.faults);
    throw redirect(`/tenders/${tenderId}/respond`);
  }
  const receipt = await submitResponse(app, actor, tenderId, {
    expectedVersion: entered.expectedVersion,
    contentSha256: entered.contentSha256,
    idempotencyKey: entered.idempotencyKey,
    receivedUs: context.get(receivedContext)(),
  });
  if (!receipt.ok) return refused(receipt.faults);
  throw redirect(`/tenders/${tenderId}/respond/receipt/${receipt.value.version}`);
});

export default function Submit() {
  const page = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults;
  const t = useTranslate();
  const { submitted } = page;
  const current = submitted !== null && submitted.withdrawnUs === null && !submitted.changed;
  return (
    <>
      <PageHeader title={t("response.handIn.title")} lead={t("response.handIn.lead")} />
      <ErrorSummary faults={faults} />
      <div className="flex max-w-measure flex-col gap-6">
        <Consequences page={page} />
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 rounded-md bg-sunken p-4">
          <dt className="text-ink-quiet">{t("response.deadline")}</dt>
          <dd className="font-medium">{formatDateTime(page.deadlineUs, t.language, page.timezone)}</dd>
          <dt className="text-ink-quiet">{t("response.handIn.price")}</dt>
          <dd className="font-medium">{page.total === null ? "–" : formatMoney(page.total, t.language)}</dd>
          <dt className="text-ink-quiet">{t("response.handIn.files")}</dt>
          <dd className="font-medium tabular-nums">{page.files}</dd>
          <dt className="text-ink-quiet">{t("response.handIn.fingerprint")}</dt>
          <dd className="break-all font-mono text-sm">{page.contentSha256}</dd>
        </dl>
        <p>{t("response.rule")}</p>
        {current && (
          <Notice tone="positive">
            <p>{t("response.handIn.unchanged", { version: submitted.version })}</p>
            <Link to={`/tenders/${page.tenderId}/respond/receipt/${submitted.version}`}>
              {t("response.seeReceipt")}
            </Link>
          </Notice>
        )}
        {page.mayEdit && !page.maySubmit && <Notice>{t("response.handIn.notAllowed")}</Notice>}
        {page.maySubmit && !current && <SubmitForm page={page} />}
        {page.maySubmit && submitted !== null && submitted.withdrawnUs === null && (
          // A refusal closes the dialog: its reason stands on top of the page.
          <Withdraw key={faults === undefined ? "asked" : "refused"} version={submitted.version} />
        )}
      </div>
    </>
  );
}

function Consequences({ page }: { page: SubmissionPage }) {
  const t = useTranslate();
  const fatal = [
    page.rejections > 0 && t("response.handIn.rejections", { count: page.rejections }),
    page.pricesMissing > 0 && t("response.handIn.pricesMissing", { count: page.pricesMissing }),
    page.aboveCeiling === true && t("response.aboveCeiling"),
  ].filter((line) => line !== false);
  const lines = [
    ...fatal,
    ...(page.statementsMissing > 0
      ? [t("response.handIn.statementsMissing", { count: page.statementsMissing })]
      : []),
    ...(page.noValues > 0 ? [t("response.handIn.noValues", { count: page.noValues })] : []),
  ];
  if (lines.length === 0) return <Notice tone="positive">{t("response.handIn.complete")}</Notice>;
  return (
    <Notice tone={fatal.length > 0 ? "danger" : "warning"}>
      <ul className="list-disc ps-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-2">
        {t("response.handIn.withMissing")}{" "}
        <Link to={`/tenders/${page.tenderId}/respond`}>{t("response.missing")}</Link>
      </p>
    </Notice>
  );
}

function SubmitForm({ page }: { page: SubmissionPage }) {
  const t = useTranslate();
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="submit" />
      <input type="hidden" name="expectedVersion" value={page.expectedVersion} />
      <input type="hidden" name="contentSha256" value={page.contentSha256} />
      <input type="hidden" name="idempotencyKey" value={page.idempotencyKey} />
      <Button variant="primary" disabled={busy}>
        {t(page.submitted === null ? "response.handIn.act" : "response.handIn.again")}
      </Button>
    </Form>
  );
}

function Withdraw({ version }: { version: number }) {
  const t = useTranslate();
  return (
    <div>
      <Dialog
        trigger={t("response.handIn.withdraw")}
        variant="danger"
        title={t("response.handIn.withdrawTitle", { version })}
      >
        <p className="mb-4">{t("response.handIn.withdrawText")}</p>
        <Form method="post">
          <input type="hidden" name="intent" value="withdraw" />
          <input type="hidden" name="expectedVersion" value={version} />
          <Button variant="danger">{t("response.handIn.withdraw")}</Button>
        </Form>
      </Dialog>
    </div>
  );
}
