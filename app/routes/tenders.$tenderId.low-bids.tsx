import { Form, redirect } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/choice-field.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatDateTime, formatMoney, formatPercent } from "#app/components/format.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { Tag } from "#app/components/tag.tsx";
import { TextArea, TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { ownForm } from "#app/server/form.ts";
import { guarded, param, personOf, refusedWith } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { askAboutLowBid } from "#app/services/award/ask-about-low-bid.ts";
import { decideLowBid } from "#app/services/award/decide-low-bid.ts";
import { type LowBidsPage, readLowBids } from "#app/services/award/read-low-bids.ts";
import type { Route } from "./+types/tenders.$tenderId.low-bids";

export const loader = guarded("award.read", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  return scored(await readLowBids(app, actor, tenderId), tenderId, request);
});

const form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("ask"), response: z.string(), question: z.string(), due: z.string() }),
  z.object({
    intent: z.literal("decide"),
    response: z.string(),
    decision: z.enum(["accept", "reject"]),
    reason: z.string(),
  }),
]);

export const action = guarded("low-bid.hear", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const person = personOf(actor);
  const fields = Object.fromEntries(await request.formData());
  // Fields of several bids stand on one page, each with the id of its bid: here they are by their plain names.
  const plain = Object.entries(fields).map(([name, value]) => [name.split("-")[0] ?? name, value] as const);
  const sent = ownForm(form, Object.fromEntries(plain));
  const result =
    sent.intent === "ask"
      ? await askAboutLowBid(app, person, tenderId, sent)
      : await decideLowBid(app, person, tenderId, { ...sent, rejected: sent.decision === "reject" });
  if (!result.ok) {
    const values: Readonly<Record<string, string>> = { ...sent };
    return refusedWith({ faults: result.faults, values });
  }
  throw redirect(`/tenders/${tenderId}/low-bids`);
});

type Bid = LowBidsPage["bids"][number];
type Refused = Route.ComponentProps["actionData"];

export default function LowBids({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTranslate();
  const nameOf = (response: string) => page.bids.find((bid) => bid.response === response)?.bidder ?? response;
  return (
    <>
      <PageHeader title={t("award.low.title")} lead={t("award.low.lead")} />
      <ErrorSummary faults={actionData?.faults} />
      <div className="flex flex-col gap-10">
        <DataTable
          caption={t("award.low.indicators")}
          rows={page.indicators}
          rowKey={({ rule }) => rule}
          columns={[
            {
              id: "rule",
              head: t("award.low.indicator"),
              cell: ({ rule, percent }) =>
                t(`award.low.rule.${rule}`, { percent: formatPercent(String(percent), t.language) }),
            },
            {
              id: "limit",
              head: t("award.low.limit"),
              numeric: true,
              cell: ({ limit }) => (limit === null ? "–" : formatMoney(limit.decimal, t.language)),
            },
            {
              id: "flagged",
              head: t("award.low.below"),
              cell: ({ flagged }) => (flagged.length === 0 ? "–" : flagged.map(nameOf).join(", ")),
            },
          ]}
        />
        {page.bids.map((bid) => (
          <BidSection key={bid.response} bid={bid} page={page} refused={actionData} />
        ))}
      </div>
    </>
  );
}

function BidSection({ bid, page, refused }: { bid: Bid; page: LowBidsPage; refused: Refused }) {
  const t = useTranslate();
  const { hearing, heard, admitted, price, response, bidder } = bid;
  const own = refused?.values.response === response ? refused : undefined;
  const decided = hearing?.decision ?? null;
  return (
    <section aria-labelledby={response} className="max-w-measure">
      <h2 id={response} className="mb-2 flex flex-wrap items-baseline gap-3 text-xl">
        {bidder}
        <span className="font-normal text-base text-ink-quiet">
          {price === null ? "–" : formatMoney(price, t.language)}
        </span>
        {!admitted && <Tag tone="danger">{t("award.excluded")}</Tag>}
      </h2>
      {hearing === null && <p className="text-ink-quiet">{t("award.low.notAsked")}</p>}
      {hearing && <Hearing hearing={hearing} timezone={page.timezone} />}
      {hearing && decided === null && !heard && <p>{t("award.low.waiting")}</p>}
      {page.mayHear && hearing && decided === null && heard && <Decide response={response} refused={own} />}
      {page.mayHear && admitted && (hearing === null || decided !== null) && (
        <details open={own !== undefined}>
          <summary className="text-accent">{t("award.low.ask")}</summary>
          <Ask response={response} refused={own} />
        </details>
      )}
    </section>
  );
}

function Hearing({ hearing, timezone }: { hearing: NonNullable<Bid["hearing"]>; timezone: string }) {
  const t = useTranslate();
  const at = (us: number) => formatDateTime(us, t.language, timezone);
  const { question, askedUs, dueUs, answer, decision } = hearing;
  const steps = [
    { label: t("award.low.asked", { time: at(askedUs), due: at(dueUs) }), words: question },
    ...(answer ? [{ label: t("award.low.answered", { time: at(answer.atUs) }), words: answer.words }] : []),
    ...(decision
      ? [
          {
            label: t(decision.rejected ? "award.low.rejected" : "award.low.accepted", {
              time: at(decision.atUs),
            }),
            words: decision.reason,
          },
        ]
      : []),
  ];
  return (
    <ol className="mb-4 flex flex-col gap-3 border-line border-l-2 pl-4">
      {steps.map(({ label, words }) => (
        <li key={label}>
          <p className="text-ink-quiet text-sm">{label}</p>
          <p className="whitespace-pre-line">{words}</p>
        </li>
      ))}
    </ol>
  );
}

function Ask({ response, refused }: { response: string; refused: Refused }) {
  const t = useTranslate();
  return (
    <Form method="post" className="mt-3 flex flex-col items-start gap-5">
      <input type="hidden" name="intent" value="ask" />
      <input type="hidden" name="response" value={response} />
      <div className="w-full">
        <TextArea
          name={`question-${response}`}
          label={t("award.low.question")}
          hint={t("award.low.questionHint")}
          faults={refused?.faults ?? []}
          defaultValue={refused?.values.question ?? ""}
        />
      </div>
      <TextField
        name={`due-${response}`}
        type="datetime-local"
        className="w-60"
        label={t("award.low.due")}
        faults={refused?.faults ?? []}
        defaultValue={refused?.values.due ?? ""}
      />
      <Button>{t("award.low.send")}</Button>
    </Form>
  );
}

function Decide({ response, refused }: { response: string; refused: Refused }) {
  const t = useTranslate();
  return (
    <Form method="post" className="flex flex-col items-start gap-5">
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="response" value={response} />
      <RadioGroup
        name={`decision-${response}`}
        label={t("award.low.decision")}
        defaultValue={refused?.values.decision ?? "accept"}
        choices={[
          { value: "accept", label: t("award.low.accept") },
          { value: "reject", label: t("award.low.reject"), hint: t("award.low.rejectHint") },
        ]}
      />
      <div className="w-full">
        <TextArea
          name={`reason-${response}`}
          label={t("award.cancel.reason")}
          hint={t("award.low.reasonHint")}
          faults={refused?.faults ?? []}
          defaultValue={refused?.values.reason ?? ""}
        />
      </div>
      <Button variant="primary">{t("award.low.decide")}</Button>
    </Form>
  );
}
