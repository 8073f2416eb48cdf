import { Form, Outlet, redirect, useActionData, useLoaderData, useLocation } from "react-router";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Icon } from "#app/components/icon.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { SaveQueue } from "#app/components/save-queue.tsx";
import { SideList } from "#app/components/side-list.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Progress } from "#app/domain/response/completeness.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { type RespondEntry, readRespondEntry } from "#app/services/response/read-respond-entry.ts";
import { startResponse } from "#app/services/response/start-response.ts";

export const loader = guarded("response.read-own", async ({ app, actor, params, language }) =>
  expectValue(await readRespondEntry(app, actor, param(params, "tenderId"), language)),
);

export const action = guarded("response.edit", async ({ app, actor, params }) => {
  const tenderId = param(params, "tenderId");
  const started = await startResponse(app, actor, tenderId);
  if (!started.ok) return refused(started.faults);
  throw redirect(`/tenders/${tenderId}/respond`);
});

/** The frame of every page of a response: its parts with how far they have come. */
export default function Respond() {
  const entry = useLoaderData<typeof loader>();
  if (!entry.started) return <Start entry={entry} />;
  return (
    <SaveQueue>
      <Started entry={entry} />
    </SaveQueue>
  );
}

function Started({ entry }: { entry: RespondEntry }) {
  const t = useTranslate();
  const { pathname } = useLocation();
  const base = `/tenders/${entry.tenderId}/respond`;
  const item = (to: string, label: string, progress?: Progress) => ({
    to,
    label,
    current: pathname === to,
    ...(progress && { mark: <Mark {...progress} /> }),
  });
  return (
    <div className="gap-10 lg:flex">
      <SideList
        label={t("response.sections")}
        sections={[
          { title: null, items: [item(base, t("response.overview"), entry.whole)] },
          {
            title: t("response.areas"),
            items: entry.areas.map((area) => item(`${base}/${area.area}`, area.title, area)),
          },
          {
            title: null,
            items: [
              item(`${base}/company`, t("response.company.title"), entry.statements),
              item(`${base}/prices`, t("response.prices"), entry.prices),
              item(`${base}/calls`, t("measurement.calls.title")),
              item(`${base}/reports`, t("records.title")),
              ...(entry.mayEdit
                ? [
                    item(`${base}/workbook`, t("response.workbook")),
                    item(`${base}/submit`, t("response.submit")),
                  ]
                : []),
            ],
          },
        ]}
      />
      <div className="min-w-0 grow">
        {entry.stage !== "published" ? (
          <div className="mb-6">
            <Notice>{t("response.closedNotice")}</Notice>
          </div>
        ) : (
          !entry.mayEdit && (
            <div className="mb-6">
              <Notice>{t("response.readOnly")}</Notice>
            </div>
          )
        )}
        <Outlet />
      </div>
    </div>
  );
}

function Mark({ answered, total }: Progress) {
  const t = useTranslate();
  return answered === total ? (
    <span className="text-positive">
      <Icon name="check" />
      <span className="sr-only">{t("response.states.answered")}</span>
    </span>
  ) : (
    <span className="whitespace-nowrap font-normal text-ink-quiet text-sm tabular-nums">
      {t("response.answeredOf", { answered, total })}
    </span>
  );
}

function Start({ entry }: { entry: RespondEntry }) {
  const t = useTranslate();
  const faults = useActionData<typeof action>()?.faults;
  const facts = [
    [t("response.start.musts"), entry.musts],
    [t("response.start.shoulds"), entry.shoulds],
    [t("response.start.priceRows"), entry.prices.total],
  ] as const;
  return (
    <>
      <PageHeader title={t("response.start.title")} lead={t("response.start.lead")} />
      <ErrorSummary faults={faults} />
      <EmptyState
        title={t("response.start.asked")}
        action={
          entry.mayEdit ? (
            <Form method="post">
              <Button variant="primary">{t("response.start.begin")}</Button>
            </Form>
          ) : (
            <p>{t(entry.stage === "published" ? "response.start.notAllowed" : "response.start.closed")}</p>
          )
        }
      >
        <dl className="my-2 grid w-fit grid-cols-[auto_auto] gap-x-6 gap-y-1">
          {facts.map(([label, value]) => (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd className="text-end font-medium text-ink tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
        <p>{t("response.rule")}</p>
        <p className="mt-2">{t("response.sealed")}</p>
      </EmptyState>
    </>
  );
}
