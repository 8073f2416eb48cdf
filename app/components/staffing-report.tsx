import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { formatNumber, formatPercent } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { RecordSource } from "#app/components/record-source.tsx";
import { StaffingRequirements } from "#app/components/staffing-requirements.tsx";
import { planTones, StaffingRows, timeOf } from "#app/components/staffing-rows.tsx";
import { StaffingWeek } from "#app/components/staffing-week.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { TrapCards } from "#app/components/trap-cards.tsx";
import type { StaffingPage } from "#app/domain/staffing/staffing-page.ts";

const verdicts = ["fail", "question", "plausible"] as const;

/** Everything that one response's staffing plan shows; the same to the vendor and to those who judge. */
export function StaffingReport({ page }: { readonly page: StaffingPage }) {
  const t = useTranslate();
  const { promise, patience } = page;
  const short = page.rows.filter(({ verdict }) => verdict !== "plausible");
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="source">
        <h2 id="source" className="text-lg">
          {t("staffing.source")}
        </h2>
        <p>
          {t("staffing.promise", {
            target: formatPercent(promise.target, t.language),
            seconds: promise.thresholdS,
            requirement: promise.requirement ? t("staffing.promiseOf", { id: promise.requirement }) : "",
          })}{" "}
          {page.sources.length > 0 &&
            t("staffing.forecast", {
              sources: page.sources.map((source) => t(`staffing.sources.${source}`)).join("; "),
            })}{" "}
          {patience &&
            t(patience.assumed ? "staffing.patienceAssumed" : "staffing.patience", {
              seconds: formatNumber(patience.seconds, t.language),
            })}
        </p>
        <p className="max-w-measure text-ink-quiet">{t("staffing.limits")}</p>
        <p>
          <RecordSource source={page.source} />
        </p>
        {page.queues.length > 1 && <QueueChoice page={page} />}
      </section>
      <Outcome page={page} />
      {page.requirements.length > 0 && <StaffingRequirements page={page} />}
      <TrapCards traps={page.traps} />
      {page.rows.length > 0 && (
        <section aria-labelledby="week">
          <h2 id="week" className="text-xl">
            {t("staffing.week")}
            {page.queue !== "" && `, ${page.queue}`}
          </h2>
          <StaffingWeek page={page} />
        </section>
      )}
      <section aria-labelledby="table">
        <h2 id="table" className="mb-3 text-xl">
          {t("staffing.table")}
        </h2>
        {short.length === 0 ? (
          <p>{t("staffing.noShort")}</p>
        ) : (
          <StaffingRows caption={t("staffing.short")} rows={short} />
        )}
        {page.rows.length > 0 && (
          <details className="mt-4" open={short.length === 0}>
            <summary className="text-accent">
              {t("common.asTable")} ({t("staffing.halfHours", { count: page.rows.length })})
            </summary>
            <div className="mt-2">
              <StaffingRows caption={t("staffing.table")} rows={page.rows} anchored />
            </div>
          </details>
        )}
      </section>
    </div>
  );
}

function QueueChoice({ page }: { page: StaffingPage }) {
  const t = useTranslate();
  return (
    <Form method="get" className="mt-3 flex items-end gap-3 print:hidden">
      <SelectField
        name="queue"
        label={t("staffing.queue")}
        defaultValue={page.queue}
        className="w-56"
        choices={page.queues.map((queue) => ({ value: queue, label: queue || t("staffing.allQueues") }))}
      />
      <Button>{t("staffing.show")}</Button>
    </Form>
  );
}

function Outcome({ page }: { page: StaffingPage }) {
  const t = useTranslate();
  const { counts, worst, trunks, smallCrews } = page;
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome" className="mb-3 text-xl">
        {t("staffing.outcome")}
      </h2>
      <dl className="mb-4 flex flex-wrap gap-x-10 gap-y-3">
        {verdicts.map((verdict) => (
          <div key={verdict}>
            <dt>
              <Tag tone={planTones[verdict]}>{t(`staffing.verdict.${verdict}`)}</Tag>
            </dt>
            <dd className="text-lg tabular-nums">{t("staffing.halfHours", { count: counts[verdict] })}</dd>
            <dd className="text-ink-quiet text-sm">{t(`staffing.about.${verdict}`)}</dd>
          </div>
        ))}
      </dl>
      <div className="flex max-w-measure flex-col gap-2">
        {worst && worst.verdict !== "plausible" && (
          <p>
            {t("staffing.worst", {
              time: timeOf(t, worst),
              agents: worst.agents,
              needed: Math.min(worst.neededA, worst.neededC),
              level: formatPercent(worst.levelA, t.language),
            })}
          </p>
        )}
        {smallCrews && (
          <p>{t("staffing.smallCrews", { count: smallCrews.count, short: smallCrews.short })}</p>
        )}
        {page.unforecast > 0 && <p>{t("staffing.unforecast", { count: page.unforecast })}</p>}
        {page.withoutCalls > 0 && (
          <p className="text-ink-quiet">{t("staffing.withoutCalls", { count: page.withoutCalls })}</p>
        )}
        <h3 className="mt-2 font-semibold">{t("staffing.trunks")}</h3>
        {trunks === null ? (
          <p>{t("staffing.trunksNone")}</p>
        ) : (
          <Notice tone={trunks.short > 0 ? "danger" : "positive"}>
            {t(trunks.short > 0 ? "staffing.trunksShort" : "staffing.trunksOk", {
              trunks: trunks.trunks,
              needed: trunks.needed,
              start: trunks.start,
              short: trunks.short,
              counted: trunks.counted,
              offered: formatNumber(trunks.offered, t.language),
              blocked: formatPercent(trunks.blocked, t.language),
            })}
          </Notice>
        )}
      </div>
    </section>
  );
}
