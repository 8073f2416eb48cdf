import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { CheckField } from "#app/components/choice-field.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { formatDay, formatMoney } from "#app/components/format.ts";
import { TextArea, TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { AwardPage } from "#app/services/award/read-award.ts";
import { Asked } from "./asked.tsx";
import type { Refused } from "./refused.ts";

interface Shown {
  readonly page: AwardPage;
  readonly refused: Refused;
}

/** That the contract is signed: stated by one person, confirmed by another. */
export function Conclude({
  page,
  decided,
  refused,
}: Shown & { readonly decided: NonNullable<AwardPage["decided"]> }) {
  const t = useTranslate();
  const { concluding } = page;
  return (
    <section aria-labelledby="contract" className="max-w-measure print:hidden">
      <h2 id="contract" className="mb-1 text-xl">
        {t("award.conclude.title")}
      </h2>
      <p className="mb-4 text-ink-quiet">{t("award.conclude.lead")}</p>
      {concluding === null ? (
        <Sign page={page} decided={decided} refused={refused} />
      ) : (
        <div className="flex flex-col gap-4">
          <Asked
            standing={concluding}
            words={t("award.proposal.proposed", {
              names: concluding.approvals.map(({ name }) => name).join(", "),
            })}
          />
          {!concluding.approvedByMe && (
            <Confirm key={refused === undefined ? "asked" : "refused"} concluding={concluding} />
          )}
          <details>
            <summary className="text-accent">{t("award.proposal.change")}</summary>
            <p className="my-2 text-ink-quiet text-sm">{t("award.proposal.changeText")}</p>
            <Sign page={page} decided={decided} refused={refused} />
          </details>
        </div>
      )}
    </section>
  );
}

function Confirm({ concluding }: { concluding: NonNullable<AwardPage["concluding"]> }) {
  const t = useTranslate();
  const { signed_on, starts_on, exception } = concluding.proposal;
  const facts = [
    { label: t("award.conclude.signedOn"), value: formatDay(signed_on, t.language) },
    { label: t("award.conclude.startsOn"), value: formatDay(starts_on, t.language) },
    ...(exception === "" ? [] : [{ label: t("award.conclude.exception"), value: exception }]),
  ];
  return (
    <div>
      <Dialog trigger={t("award.conclude.confirm")} title={t("award.conclude.confirmTitle")} facts={facts}>
        <Form method="post">
          <input type="hidden" name="intent" value="confirm-signing" />
          <input type="hidden" name="seen" value={concluding.sha256} />
          <Button variant="primary">{t("award.conclude.confirm")}</Button>
        </Form>
      </Dialog>
    </div>
  );
}

function Sign({
  page: { contractMonths, contractStart, concluding, nowUs },
  decided: { signFrom, signFromUs },
  refused,
}: Shown & { readonly decided: NonNullable<AwardPage["decided"]> }) {
  const t = useTranslate();
  const faults = refused?.faults ?? [];
  const sent = refused?.sent;
  const before = concluding?.proposal;
  const early = signFromUs !== null && nowUs < signFromUs;
  return (
    <Form method="post" className="flex flex-col items-start gap-5">
      <input type="hidden" name="intent" value="sign" />
      <TextField
        name="signedOn"
        type="date"
        className="w-44"
        label={t("award.conclude.signedOn")}
        hint={t("award.conclude.signedOnHint", { date: formatDay(signFrom ?? "", t.language) })}
        faults={faults}
        defaultValue={sent?.signedOn ?? before?.signed_on ?? ""}
      />
      <TextField
        name="startsOn"
        type="date"
        className="w-44"
        label={t("award.conclude.startsOn")}
        hint={t("award.conclude.startsOnHint", {
          months: t("tender.overview.months", { count: contractMonths }),
        })}
        faults={faults}
        defaultValue={sent?.startsOn ?? before?.starts_on ?? contractStart ?? ""}
      />
      {early ? (
        <div className="w-full">
          <TextArea
            name="exception"
            label={t("award.conclude.exception")}
            hint={t("award.conclude.exceptionHint")}
            optional
            rows={2}
            faults={faults}
            defaultValue={sent?.exception ?? before?.exception ?? ""}
          />
        </div>
      ) : (
        <input type="hidden" name="exception" value="" />
      )}
      <CheckField
        name="noReview"
        label={t("award.conclude.noReview")}
        hint={t("award.conclude.noReviewHint")}
        faults={faults}
        defaultChecked={sent?.noReview === "on"}
      />
      <Button variant={concluding === null ? "primary" : "secondary"}>{t("award.conclude.propose")}</Button>
    </Form>
  );
}

/** The contract as it was entered. */
export function Concluded({
  page,
  concluded: { record, sha256 },
}: {
  readonly page: AwardPage;
  readonly concluded: NonNullable<AwardPage["concluded"]>;
}) {
  const t = useTranslate();
  const day = (date: string) => formatDay(date, t.language);
  const facts = [
    [t("award.conclude.supplier"), `${record.supplier.name}, ${record.supplier.number}`],
    [t("award.conclude.signedOn"), day(record.signed_on)],
    [
      t("award.conclude.period"),
      `${t("award.conclude.periodValue", { from: day(record.starts_on), to: day(record.ends_on) })} (${t("tender.overview.months", { count: page.contractMonths })})`,
    ],
    ...(record.price === null
      ? []
      : [[t("award.conclude.price"), formatMoney(record.price.decimal, t.language)] as const]),
    ...(record.exception === null ? [] : [[t("award.conclude.early"), record.exception] as const]),
    [t("award.decision.by"), record.decided_by.map(({ name }) => name).join(", ")],
  ] as const;
  return (
    <section aria-labelledby="contract">
      <h2 id="contract" className="mb-3 text-xl">
        {t("award.conclude.title")}
      </h2>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-quiet max-sm:-mb-2">{label}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
        <dt className="text-ink-quiet max-sm:-mb-2">{t("award.conclude.hash")}</dt>
        <dd className="break-all font-mono text-sm">{sha256}</dd>
      </dl>
    </section>
  );
}
