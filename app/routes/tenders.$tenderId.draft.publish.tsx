import { Form, Link, redirect } from "react-router";
import { Button } from "#app/components/button.tsx";
import { DependenceNotice } from "#app/components/dependence-notice.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FindingList, type ShownFinding } from "#app/components/finding-list.tsx";
import { formatDateTime, formatMoney } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TenderDocuments } from "#app/components/tender-documents.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { readDraftForm } from "#app/server/draft-form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { approvePublication } from "#app/services/tender/approve-publication.ts";
import { previewPublication } from "#app/services/tender/preview-publication.ts";
import type { Route } from "./+types/tenders.$tenderId.draft.publish";

export const loader = guarded("tender.draft.read", async ({ app, actor, params }) =>
  expectValue(await previewPublication(app, actor, param(params, "tenderId"))),
);

export const action = guarded("tender.publish", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const form = await readDraftForm(request);
  const approved = await approvePublication(app, actor, tenderId, form.text("sha256"));
  if (!approved.ok) return refused(approved.faults);
  if (approved.value.published) throw redirect(`/tenders/${tenderId}`);
  return { faults: [] };
});

export default function Publish({ loaderData: preview, actionData, params }: Route.ComponentProps) {
  const t = useTranslate();
  const { findings, facts, mayApprove, contentSha256 } = preview;
  const base = `/tenders/${params.tenderId}`;
  const shownFacts = [
    {
      label: t("tender.publish.requirements"),
      value: t("tender.publish.count", { musts: facts.musts, shoulds: facts.shoulds }),
    },
    { label: t("tender.publish.priceRows"), value: String(facts.priceItems) },
    { label: t("tender.publish.model"), value: t(`tender.model.${facts.model}`) },
    {
      label: t("tender.publish.ceiling"),
      value:
        facts.ceilingPriceSek === null
          ? t("tender.publish.none")
          : formatMoney(facts.ceilingPriceSek, t.language),
    },
    {
      label: t("tender.publish.deadline"),
      value:
        facts.deadlineUs === null
          ? t("tender.list.noDeadline")
          : formatDateTime(facts.deadlineUs, t.language, facts.timezone),
    },
  ];
  const approve = mayApprove && contentSha256 !== null && !preview.approvedByMe && (
    <Dialog
      trigger={preview.approvals.length > 0 ? t("tender.publish.publish") : t("tender.publish.approve")}
      title={t("tender.publish.sure")}
      facts={shownFacts}
    >
      <p className="mb-4">{t("tender.publish.irrevocable")}</p>
      <ApproveForm
        sha256={contentSha256}
        words={preview.approvals.length > 0 ? t("tender.publish.publish") : t("tender.publish.approve")}
      />
    </Dialog>
  );
  return (
    <>
      <PageHeader title={t("tender.draft.publish")} lead={t("tender.publish.lead")} action={approve} />
      <ErrorSummary faults={actionData?.faults} />
      <div className="flex max-w-measure flex-col gap-8">
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
          {shownFacts.map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="text-ink-quiet">{label}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
        </dl>
        <DependenceNotice dependence={facts.dependence} />
        <Approvals preview={preview} />
        <section>
          <h2 className="mb-3 text-lg">
            {findings.length === 0
              ? t("tender.edit.findings")
              : t("tender.publish.findings", { count: findings.length })}
          </h2>
          {findings.length === 0 ? (
            <Notice tone="positive">{t("tender.publish.noFindings")}</Notice>
          ) : (
            <FindingList
              named
              findings={findings}
              version={null}
              hrefOf={(finding) => pageOf(base, finding)}
            />
          )}
        </section>
        <TenderDocuments tenderId={params.tenderId} preview />
        {approve && (
          <noscript>
            <p>{t("tender.publish.irrevocable")}</p>
            <ApproveForm sha256={contentSha256 ?? ""} words={t("tender.publish.approve")} />
          </noscript>
        )}
      </div>
    </>
  );
}

function ApproveForm({ sha256, words }: { sha256: string; words: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="sha256" value={sha256} />
      <Button variant="primary">{words}</Button>
    </Form>
  );
}

type Preview = Route.ComponentProps["loaderData"];

function Approvals({ preview: { approvals, missing, contentSha256, approvedByMe } }: { preview: Preview }) {
  const t = useTranslate();
  return (
    <section>
      <h2 className="mb-3 text-lg">{t("tender.publish.approvals")}</h2>
      <p className="mb-3">{t("tender.publish.twoPeople")}</p>
      {approvals.length > 0 && (
        <ul className="mb-3">
          {approvals.map(({ name, atUs }) => (
            <li key={name}>
              {t("tender.publish.approvedBy", {
                name,
                time: formatDateTime(atUs, t.language, "Europe/Stockholm"),
              })}
            </li>
          ))}
        </ul>
      )}
      {contentSha256 === null ? (
        <Notice tone="warning">{t("tender.publish.blocked")}</Notice>
      ) : (
        <>
          {missing && (
            <Notice>
              {approvedByMe ? `${t("tender.publish.approvedByMe")} ` : ""}
              {t(`tender.publish.missing.${missing}`)}{" "}
              <Link to="../people" relative="path">
                {t("tender.draft.people")}
              </Link>
            </Notice>
          )}
          <p className="mt-3 text-ink-quiet text-sm">
            {t("tender.publish.hash")} <span className="break-all font-mono">{contentSha256}</span>
          </p>
        </>
      )}
    </section>
  );
}

/** Where the field of a finding is changed. */
function pageOf(base: string, { path, page }: ShownFinding & { page?: string | null }): string {
  const [, id] = path.split(".");
  return page ? `${base}/draft/${page}#${path}` : `${base}/draft/requirements/${id}#${path}`;
}
