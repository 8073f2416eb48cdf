import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/choice-field.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { formatDay } from "#app/components/format.ts";
import { TextArea } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { AwardPage } from "#app/services/award/read-award.ts";
import { Asked } from "./asked.tsx";
import type { Refused } from "./refused.ts";

/** One person proposes, a second one decides; the second sees exactly what the first has written. */
export function Decide({ page, refused }: { page: AwardPage; refused: Refused }) {
  const t = useTranslate();
  const { outcome, may, proposal } = page;
  if (outcome.type !== "winner") return null;
  return (
    <section aria-labelledby="proposal" className="print:hidden">
      <h2 id="proposal" className="mb-3 text-xl">
        {t("award.proposal.title")}
      </h2>
      {!may.decide ? (
        <p className="text-ink-quiet">{t("award.proposal.noPart")}</p>
      ) : proposal === null ? (
        <Propose page={page} refused={refused} />
      ) : (
        <Standing page={page} proposal={proposal} refused={refused} />
      )}
    </section>
  );
}

function Standing({
  page,
  proposal: standing,
  refused,
}: {
  page: AwardPage;
  proposal: NonNullable<AwardPage["proposal"]>;
  refused: Refused;
}) {
  const t = useTranslate();
  const { outcome, bids, ifToday } = page;
  const { proposal } = standing;
  const winner = bids.find((bid) => outcome.type === "winner" && bid.response === outcome.response);
  const facts = [
    { label: t("award.proposal.winner"), value: winner?.bidder ?? "" },
    { label: t("award.proposal.sent"), value: t(`award.decision.way.${proposal.sent_by}`) },
    {
      label: t("award.proposal.lastDay"),
      value: ifToday === null ? "" : formatDay(ifToday[proposal.sent_by].lastDay, t.language),
    },
  ];
  return (
    <div className="flex max-w-measure flex-col gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 rounded-md bg-sunken p-4">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-quiet">{label}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
        {proposal.statement !== "" && (
          <>
            <dt className="text-ink-quiet">{t("award.proposal.statement")}</dt>
            <dd className="whitespace-pre-line">{proposal.statement}</dd>
          </>
        )}
      </dl>
      <Asked standing={standing} words={t("award.proposal.proposed", { names: namesOf(standing) })} />
      {!standing.approvedByMe && (
        <div>
          {/* A refusal closes the dialog: its reason stands on top of the page. */}
          <Dialog
            key={refused === undefined ? "asked" : "refused"}
            trigger={t("award.proposal.confirm")}
            title={t("award.proposal.confirmTitle")}
            facts={facts}
          >
            <p className="mb-4">{t("award.proposal.confirmText")}</p>
            <Form method="post">
              <input type="hidden" name="intent" value="confirm" />
              <input type="hidden" name="seen" value={standing.sha256} />
              <Button variant="primary">{t("award.proposal.confirm")}</Button>
            </Form>
          </Dialog>
        </div>
      )}
      <details>
        <summary className="text-accent">{t("award.proposal.change")}</summary>
        <p className="my-2 text-ink-quiet text-sm">{t("award.proposal.changeText")}</p>
        <Propose page={page} refused={refused} />
      </details>
    </div>
  );
}

const namesOf = ({ approvals }: NonNullable<AwardPage["proposal"]>) =>
  approvals.map(({ name }) => name).join(", ");

function Propose({ page: { ifToday, proposal }, refused }: { page: AwardPage; refused: Refused }) {
  const t = useTranslate();
  const sent = refused?.sent;
  const choice = (way: "electronic" | "other") => ({
    value: way,
    label: t(`award.proposal.${way}`),
    hint:
      ifToday &&
      t("award.proposal.electronicHint", {
        days: ifToday[way].days,
        date: formatDay(ifToday[way].lastDay, t.language),
      }),
  });
  return (
    <Form method="post" className="flex max-w-measure flex-col items-start gap-5">
      <input type="hidden" name="intent" value="propose" />
      <RadioGroup
        name="sentBy"
        label={t("award.proposal.sentBy")}
        defaultValue={sent?.sentBy ?? proposal?.proposal.sent_by ?? "electronic"}
        choices={[choice("electronic"), choice("other")]}
      />
      <div className="w-full">
        <TextArea
          name="statement"
          label={t("award.proposal.statement")}
          hint={t("award.proposal.statementHint")}
          optional
          defaultValue={sent?.statement ?? proposal?.proposal.statement ?? ""}
        />
      </div>
      <Button variant={proposal === null ? "primary" : "secondary"}>{t("award.proposal.propose")}</Button>
    </Form>
  );
}
