import { Form, redirect } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatDateTime } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextArea } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { cancellationGrounds } from "#app/domain/award/cancellation-ground.ts";
import { languages } from "#app/domain/language.ts";
import { ownForm } from "#app/server/form.ts";
import { expectValue, guarded, param, personOf, refusedWith } from "#app/server/guard.ts";
import { confirmCancellation } from "#app/services/award/confirm-cancellation.ts";
import { proposeCancellation } from "#app/services/award/propose-cancellation.ts";
import { readCancellation } from "#app/services/award/read-cancellation.ts";
import type { Route } from "./+types/tenders.$tenderId.cancel";

export const loader = guarded("cancellation.read", async ({ app, actor, params }) =>
  expectValue(await readCancellation(app, actor, param(params, "tenderId"))),
);

const form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("propose"), ground: z.enum(cancellationGrounds), reason: z.string() }),
  z.object({ intent: z.literal("confirm"), seen: z.string() }),
]);

export const action = guarded("tender.cancel", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const person = personOf(actor);
  const sent = ownForm(form, Object.fromEntries(await request.formData()));
  const result =
    sent.intent === "propose"
      ? await proposeCancellation(app, person, tenderId, sent)
      : await confirmCancellation(app, person, tenderId, sent.seen);
  if (!result.ok) {
    const values: Readonly<Record<string, string>> = { ...sent };
    return refusedWith({ faults: result.faults, values });
  }
  throw redirect(`/tenders/${tenderId}/cancel`);
});

export default function Cancel({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTranslate();
  const { cancelled, proposal, mayCancel, timezone } = page;
  if (cancelled !== null) {
    const { ground, reason, decided_by } = cancelled.record;
    const facts = [
      [t("award.cancel.ground"), t(`award.cancel.grounds.${ground}`)],
      [t("award.cancel.reason"), reason],
      [t("award.decision.decided"), formatDateTime(cancelled.decidedUs, t.language, timezone)],
      [t("award.decision.by"), decided_by.map(({ name }) => name).join(", ")],
    ] as const;
    return (
      <>
        <PageHeader title={t("award.cancel.cancelled")} />
        <dl className="grid max-w-measure gap-x-6 gap-y-2 sm:grid-cols-[9rem_1fr]">
          {facts.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-ink-quiet max-sm:-mb-2">{label}</dt>
              <dd className="whitespace-pre-line font-medium">{value}</dd>
            </div>
          ))}
          <dt className="text-ink-quiet max-sm:-mb-2">{t("award.decision.hash")}</dt>
          <dd className="break-all font-mono text-sm">{cancelled.sha256}</dd>
        </dl>
        <Letters tenderId={page.tenderId} bids={cancelled.record.bids} />
      </>
    );
  }
  const facts = proposal
    ? [
        { label: t("award.cancel.ground"), value: t(`award.cancel.grounds.${proposal.proposal.ground}`) },
        { label: t("award.cancel.reason"), value: proposal.proposal.reason },
      ]
    : [];
  return (
    <>
      <PageHeader title={t("award.cancel.title")} lead={t("award.cancel.lead")} />
      <ErrorSummary faults={actionData?.faults} />
      <div className="flex max-w-measure flex-col gap-6">
        {proposal && (
          <>
            <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 rounded-md bg-sunken p-4">
              {facts.map(({ label, value }) => (
                <div key={label} className="contents">
                  <dt className="text-ink-quiet">{label}</dt>
                  <dd className="whitespace-pre-line font-medium">{value}</dd>
                </div>
              ))}
            </dl>
            <Notice
              title={t("award.cancel.proposed", {
                names: proposal.approvals.map(({ name }) => name).join(", "),
              })}
            >
              {proposal.approvedByMe && `${t("award.proposal.mine")} `}
              {proposal.missing && t(`award.proposal.missing.${proposal.missing}`)}
            </Notice>
            {mayCancel && !proposal.approvedByMe && (
              <div>
                <Dialog
                  key={actionData === undefined ? "asked" : "refused"}
                  variant="danger"
                  trigger={t("award.cancel.confirm")}
                  title={t("award.cancel.confirmTitle")}
                  facts={facts}
                >
                  <p className="mb-4">{t("award.cancel.confirmText")}</p>
                  <Form method="post">
                    <input type="hidden" name="intent" value="confirm" />
                    <input type="hidden" name="seen" value={proposal.sha256} />
                    <Button variant="danger">{t("award.cancel.confirm")}</Button>
                  </Form>
                </Dialog>
              </div>
            )}
          </>
        )}
        {mayCancel &&
          (proposal === null ? (
            <Propose page={page} refused={actionData} />
          ) : (
            <details>
              <summary className="text-accent">{t("award.proposal.change")}</summary>
              <p className="my-2 text-ink-quiet text-sm">{t("award.proposal.changeText")}</p>
              <Propose page={page} refused={actionData} />
            </details>
          ))}
      </div>
    </>
  );
}

function Propose({
  page: { proposal },
  refused,
}: {
  page: Route.ComponentProps["loaderData"];
  refused: Route.ComponentProps["actionData"];
}) {
  const t = useTranslate();
  const before = proposal?.proposal;
  return (
    <Form method="post" className="flex flex-col items-start gap-5">
      <input type="hidden" name="intent" value="propose" />
      <SelectField
        name="ground"
        label={t("award.cancel.ground")}
        choices={cancellationGrounds.map((ground) => ({
          value: ground,
          label: t(`award.cancel.grounds.${ground}`),
        }))}
        defaultValue={refused?.values.ground ?? before?.ground ?? "need_changed"}
      />
      <div className="w-full">
        <TextArea
          name="reason"
          label={t("award.cancel.reason")}
          hint={t("award.cancel.reasonHint")}
          faults={refused?.faults ?? []}
          defaultValue={refused?.values.reason ?? before?.reason ?? ""}
        />
      </div>
      <Button>{t("award.cancel.propose")}</Button>
    </Form>
  );
}

/** One letter for each bidder whose bid was opened; otherwise one to all, whose names are not known. */
function Letters({
  tenderId,
  bids,
}: {
  tenderId: string;
  bids: readonly { readonly response: string; readonly bidder: string }[] | null;
}) {
  const t = useTranslate();
  const letters = [
    { to: null, name: t("award.cancel.toAll") },
    ...(bids ?? []).map(({ response, bidder }) => ({ to: response, name: bidder })),
  ];
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-xl">{t("award.cancel.letter")}</h2>
      <ul className="flex flex-col gap-1">
        {letters.map(({ to, name }) => (
          <li key={name} className="flex flex-wrap gap-x-4">
            <span>{name}</span>
            {languages.map((language) => (
              <a
                key={language}
                href={`/tenders/${tenderId}/cancel/letter?lang=${language}${to === null ? "" : `&to=${to}`}`}
                download
              >
                {t(`tender.documents.${language}`)}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
