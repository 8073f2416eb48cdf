import { Link, useLoaderData } from "react-router";
import { ButtonLink } from "#app/components/button.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { formatDateTime } from "#app/components/format.ts";
import { LevelLabel } from "#app/components/level-label.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Progress } from "#app/components/progress.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { guarded, param } from "#app/server/guard.ts";
import { readResponseOverview } from "#app/services/response/read-response-overview.ts";

/** Null before the response has been started: the frame then shows how to begin. */
export const loader = guarded("response.read-own", async ({ app, actor, params, language }) => {
  const overview = await readResponseOverview(app, actor, param(params, "tenderId"), language);
  return overview.ok ? overview.value : null;
});

export default function Overview() {
  const overview = useLoaderData<typeof loader>();
  const t = useTranslate();
  if (overview === null) return null;
  const { whole, left, nextArea, submitted, maySubmit, mayEdit, tenderId, deadlineUs, timezone } = overview;
  const base = `/tenders/${tenderId}/respond`;
  return (
    <>
      <PageHeader
        title={t("response.title")}
        lead={mayEdit && t("response.lead")}
        action={
          mayEdit &&
          (nextArea === null && maySubmit ? (
            <ButtonLink to={`${base}/submit`} variant="primary">
              {t("response.toSubmit")}
            </ButtonLink>
          ) : (
            <ButtonLink to={`${base}/${nextArea ?? "prices"}`} variant="primary">
              {t("response.continue")}
            </ButtonLink>
          ))
        }
      />
      <div className="flex flex-col gap-6">
        <Progress label={t("response.progress")} done={whole.answered} total={whole.total} />
        <SubmittedNotice submitted={submitted} base={base} />
        <section>
          <h2 className="mb-2 text-xl">{t(mayEdit ? "response.missing" : "response.toNote")}</h2>
          {left.length === 0 ? (
            <p>{t(whole.answered === whole.total ? "response.nothingMissing" : "response.restMissing")}</p>
          ) : (
            <DataTable
              caption={t(mayEdit ? "response.missing" : "response.toNote")}
              captionHidden
              rows={left}
              rowKey={(row) => row.requirement}
              columns={[
                {
                  id: "requirement",
                  head: t("response.requirement"),
                  cell: (row) => <Link to={`${base}/${row.area}#${row.requirement}`}>{row.title}</Link>,
                },
                { id: "level", head: t("response.level"), cell: (row) => <LevelLabel level={row.level} /> },
                { id: "state", head: t("response.state"), cell: (row) => t(`response.states.${row.state}`) },
                {
                  id: "leads",
                  head: t("response.leadsTo"),
                  cell: (row) => (
                    <Tag tone={row.consequence === "rejection" ? "danger" : "neutral"}>
                      {t(`response.consequence.${row.consequence}`)}
                    </Tag>
                  ),
                },
              ]}
            />
          )}
        </section>
        <section className="max-w-measure">
          <h2 className="mb-2 text-xl">
            {t("response.deadline")}: {formatDateTime(deadlineUs, t.language, timezone)}
          </h2>
          {mayEdit && <p>{t("response.rule")}</p>}
          {mayEdit && <p className="mt-2 text-ink-quiet">{t("response.sealed")}</p>}
        </section>
      </div>
    </>
  );
}

type Submitted = NonNullable<Awaited<ReturnType<typeof loader>>>["submitted"];

function SubmittedNotice({ submitted, base }: { submitted: Submitted; base: string }) {
  const t = useTranslate();
  if (submitted === null) return <Notice>{t("response.status.draft")}</Notice>;
  const { version, withdrawnUs, changed } = submitted;
  const state = withdrawnUs !== null ? "withdrawn" : changed ? "changed" : "submitted";
  return (
    <Notice tone={state === "submitted" ? "positive" : "warning"}>
      <p>{t(`response.status.${state}`, { version })}</p>
      <Link to={`${base}/receipt/${version}`}>{t("response.seeReceipt")}</Link>
    </Notice>
  );
}
