import { Form, redirect } from "react-router";
import { Button } from "#app/components/button.tsx";
import { Countdown } from "#app/components/countdown.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatDateTime } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextArea } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, param, personOf, refusedWith } from "#app/server/guard.ts";
import { answerAboutLowBid } from "#app/services/award/answer-about-low-bid.ts";
import { readOwnHearing } from "#app/services/award/read-own-hearing.ts";
import type { Route } from "./+types/tenders.$tenderId.explanation";

export const loader = guarded("low-bid.read-own", async ({ app, actor, params }) =>
  expectValue(await readOwnHearing(app, actor, param(params, "tenderId"))),
);

export const action = guarded("low-bid.answer", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const answer = String((await request.formData()).get("answer") ?? "");
  const result = await answerAboutLowBid(app, personOf(actor), tenderId, answer);
  if (!result.ok) return refusedWith({ faults: result.faults, answer });
  throw redirect(`/tenders/${tenderId}/explanation`);
});

/** The vendor explains its price: what was asked, until when, and what it has answered. */
export default function Explanation({ loaderData: hearing, actionData }: Route.ComponentProps) {
  const t = useTranslate();
  if (hearing === null) {
    return (
      <>
        <PageHeader title={t("award.low.ownTitle")} />
        <EmptyState title={t("award.low.ownNone")}>{t("award.low.ownNoneText")}</EmptyState>
      </>
    );
  }
  const { question, askedUs, dueUs, answer, timezone, nowUs, open } = hearing;
  const at = (us: number) => formatDateTime(us, t.language, timezone);
  return (
    <>
      <PageHeader title={t("award.low.ownTitle")} lead={t("award.low.ownLead")} />
      <ErrorSummary faults={actionData?.faults} />
      <div className="flex max-w-measure flex-col gap-6">
        <section>
          <p className="text-ink-quiet text-sm">
            {t("award.low.asked", { time: at(askedUs), due: at(dueUs) })}
          </p>
          <p className="whitespace-pre-line">{question}</p>
        </section>
        {open ? (
          <Notice>
            <Countdown deadlineUs={dueUs} serverNowUs={nowUs} />
          </Notice>
        ) : (
          <Notice tone="warning">{t("award.low.ownClosed")}</Notice>
        )}
        {answer && (
          <section>
            <p className="text-ink-quiet text-sm">{t("award.low.answered", { time: at(answer.atUs) })}</p>
            <p className="whitespace-pre-line">{answer.words}</p>
          </section>
        )}
        {open && (
          <Form method="post" className="flex flex-col items-start gap-4">
            <div className="w-full">
              <TextArea
                name="answer"
                rows={8}
                label={t("award.low.ownAnswer")}
                hint={t("award.low.ownHint")}
                faults={actionData?.faults ?? []}
                defaultValue={actionData?.answer ?? answer?.words ?? ""}
              />
            </div>
            <Button variant="primary">{t("award.low.ownSend")}</Button>
          </Form>
        )}
      </div>
    </>
  );
}
