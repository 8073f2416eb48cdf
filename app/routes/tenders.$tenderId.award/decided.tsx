import { Countdown } from "#app/components/countdown.tsx";
import { formatDateTime, formatDay } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { AwardPage } from "#app/services/award/read-award.ts";
import { StandstillCalendar } from "./calendar.tsx";

/** The decision with its clock. */
export function Decided({ page, decided }: { page: AwardPage; decided: NonNullable<AwardPage["decided"]> }) {
  const t = useTranslate();
  const { record, sha256, decidedUs } = decided;
  const winner = page.bids.find(
    (bid) => page.outcome.type === "winner" && bid.response === page.outcome.response,
  );
  const facts = [
    [t("award.decision.winner"), winner?.bidder ?? ""],
    [t("award.decision.decided"), formatDateTime(decidedUs, t.language, page.timezone)],
    [t("award.decision.by"), record.decided_by.map(({ name }) => name).join(", ")],
    [t("award.proposal.sent"), t(`award.decision.way.${record.sent_by}`)],
  ] as const;
  return (
    <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <section aria-labelledby="decision">
        <h2 id="decision" className="mb-3 text-xl">
          {t("award.decision.title")}
        </h2>
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_1fr]">
          {facts.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-ink-quiet max-sm:-mb-2">{label}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
          {record.statement !== "" && (
            <>
              <dt className="text-ink-quiet max-sm:-mb-2">{t("award.proposal.statement")}</dt>
              <dd className="whitespace-pre-line">{record.statement}</dd>
            </>
          )}
          <dt className="text-ink-quiet max-sm:-mb-2">{t("award.decision.hash")}</dt>
          <dd className="break-all font-mono text-sm">{sha256}</dd>
        </dl>
      </section>
      <Clock page={page} decided={decided} />
    </div>
  );
}

function Clock({ page, decided }: { page: AwardPage; decided: NonNullable<AwardPage["decided"]> }) {
  const t = useTranslate();
  const { record, signFromUs } = decided;
  const { sentOn, days, lastDay, movedPast } = record.standstill;
  const signFrom = decided.signFrom ?? record.standstill.signFrom;
  const day = (date: string) => formatDay(date, t.language);
  return (
    <section aria-labelledby="standstill">
      <h2 id="standstill" className="mb-3 text-xl">
        {t("award.standstill.title")}
      </h2>
      {signFromUs === null ? (
        <Notice tone="warning" title={t("award.review.pending")}>
          {t("award.review.pendingText")}
        </Notice>
      ) : page.nowUs >= signFromUs ? (
        <Notice tone="positive" title={t("award.standstill.over")}>
          {t("award.standstill.overText", { date: day(signFrom) })}
        </Notice>
      ) : (
        <Notice title={t("award.standstill.runs", { date: day(signFrom) })}>
          <span className="font-medium text-xl">
            <Countdown deadlineUs={signFromUs} serverNowUs={page.nowUs} />
          </span>
        </Notice>
      )}
      <p className="mt-3">
        {t("award.standstill.lastDay")}: <strong>{day(lastDay)}</strong>.{" "}
        {t("award.standstill.lengthText", { days, date: day(sentOn) })}
      </p>
      {/* A review sets another day than the one that the calendar ends with. */}
      {signFrom === record.standstill.signFrom && signFromUs !== null && (
        <StandstillCalendar weeks={decided.weeks} />
      )}
      {movedPast.length > 0 && (
        <p className="mt-1 text-ink-quiet">
          {t("award.standstill.moved", {
            days: movedPast
              .map(({ date, because }) =>
                because === "weekend"
                  ? t("award.standstill.weekend", { date: day(date) })
                  : t("award.standstill.named", { date: day(date), name: because[t.language] }),
              )
              .join(", "),
          })}
        </p>
      )}
    </section>
  );
}
