import { Link, redirect } from "react-router";
import { ButtonLink } from "#app/components/button.tsx";
import { Countdown } from "#app/components/countdown.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { DependenceNotice } from "#app/components/dependence-notice.tsx";
import { EvaluationModelText, WorkedExample } from "#app/components/evaluation-model.tsx";
import { formatDateTime, formatMoney, formatNumber } from "#app/components/format.ts";
import { LevelLabel } from "#app/components/level-label.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TenderDocuments } from "#app/components/tender-documents.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { type WorthUnit, worthUnit } from "#app/domain/tender/model-units.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import type { OverviewRequirement, TenderOverview } from "#app/services/tender/read-tender-overview.ts";
import { readTenderOverview } from "#app/services/tender/read-tender-overview.ts";
import type { Route } from "./+types/tenders.$tenderId._index";

export const loader = guarded("tender.read", async ({ app, actor, params, language }) => {
  const tenderId = param(params, "tenderId");
  const overview = await readTenderOverview(app, actor, tenderId, language);
  // Only somebody who has a part in a draft is told that it is one.
  if (!overview.ok && overview.faults[0]?.code === "wrong_stage") {
    throw redirect(`/tenders/${tenderId}/draft/settings`);
  }
  return expectValue(overview);
});

export default function Overview({ loaderData: overview, params }: Route.ComponentProps) {
  const t = useTranslate();
  const { title, description, stage, next, areas, example, evaluation } = overview;
  return (
    <>
      <PageHeader
        title={title[t.language]}
        lead={description[t.language]}
        action={next && <NextStep tenderId={params.tenderId} next={next} />}
      />
      {overview.cancelled && <Cancelled cancelled={overview.cancelled} timezone={overview.timezone} />}
      {overview.toExplain && (
        <div className="mb-8 max-w-measure">
          <Notice tone="warning" title={t("award.low.ownNotice")}>
            <Link to="explanation">{t("award.low.ownNoticeLink")}</Link>
          </Notice>
        </div>
      )}
      {overview.mayRegister && <HowToRespond tenderId={params.tenderId} />}
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-10">
          <Facts overview={overview} />
          {stage === "published" && (
            <Notice title={t("tender.overview.countsTitle")}>
              <p>{t("tender.overview.rule")}</p>
              <p className="mt-1">{t("tender.overview.seal")}</p>
            </Notice>
          )}
          <section>
            <h2 id="requirements" className="mb-3 text-xl">
              {t("tender.overview.requirements", { musts: overview.musts, shoulds: overview.shoulds })}
            </h2>
            {areas.map(({ name, requirements }) => (
              <section key={name.en} className="mb-6">
                <h3 className="mb-1 border-line border-b pb-1 font-medium">{name[t.language]}</h3>
                <ul>
                  {requirements.map((requirement) => (
                    <Requirement
                      key={requirement.id}
                      requirement={requirement}
                      unit={worthUnit(evaluation)}
                    />
                  ))}
                </ul>
              </section>
            ))}
          </section>
          <PriceSheet overview={overview} />
          <div id="evaluation" className="flex flex-col gap-10">
            <EvaluationModelText evaluation={evaluation} />
            <DependenceNotice dependence={overview.dependence} />
            {example && <WorkedExample example={example} evaluation={evaluation} />}
          </div>
          <Hashes overview={overview} />
        </div>
        <aside className="flex flex-col gap-8 max-lg:order-first">
          <Contents />
          <TenderDocuments tenderId={params.tenderId} reports={overview.reports} />
          {overview.mayCancel && (
            <p className="print:hidden">
              <Link to="cancel">{t("award.cancel.link")}</Link>
            </p>
          )}
        </aside>
      </div>
    </>
  );
}

interface Shown {
  readonly overview: TenderOverview;
}

/** Where the next act of the reader is done. */
const pageOfStep = {
  edit: "draft",
  approve: "draft/publish",
  respond: "respond",
  open: "opening",
  score: "scoring",
  // Sheets may still be open: that page says so, and leads on.
  agree: "quality-lock",
  lock: "quality-lock",
  "open-price": "opening",
  award: "award",
  conclude: "award",
  "follow-up": "contract",
} as const;

function NextStep({ tenderId, next }: { tenderId: string; next: keyof typeof pageOfStep }) {
  const t = useTranslate();
  return (
    <ButtonLink variant="primary" to={`/tenders/${tenderId}/${pageOfStep[next]}`}>
      {t(`tender.next.${next}`)}
    </ButtonLink>
  );
}

/** That there will be no contract, told to everyone who reads the tender. */
function Cancelled({
  cancelled: { atUs, ground, reason },
  timezone,
}: {
  cancelled: NonNullable<TenderOverview["cancelled"]>;
  timezone: string;
}) {
  const t = useTranslate();
  return (
    <div className="mb-8 max-w-measure">
      <Notice tone="warning" title={t("award.cancel.cancelled")}>
        <p>{t(`award.cancel.grounds.${ground}`)}</p>
        <p className="mt-1 whitespace-pre-line">{reason}</p>
        <p className="mt-1 text-ink-quiet">
          {t("award.cancel.cancelledAt", { time: formatDateTime(atUs, t.language, timezone) })}
        </p>
      </Notice>
    </div>
  );
}

/** For a reader without an account: reading needs none, responding does. */
function HowToRespond({ tenderId }: { tenderId: string }) {
  const t = useTranslate();
  const to = `?to=${encodeURIComponent(`/tenders/${tenderId}/respond`)}`;
  return (
    <div className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-md border border-line bg-surface p-4 print:hidden">
      <p className="max-w-measure grow">{t("tender.overview.howToRespond")}</p>
      <ButtonLink variant="primary" to={`/sign-in${to}`}>
        {t("tender.overview.signIn")}
      </ButtonLink>
      <ButtonLink to={`/register${to}`}>{t("tender.overview.register")}</ButtonLink>
    </div>
  );
}

/** The page is long: where its parts begin. */
function Contents() {
  const t = useTranslate();
  const parts = [
    ["#requirements", t("tender.publish.requirements")],
    ["#prices", t("tender.overview.prices")],
    ["#evaluation", t("tender.draft.evaluation")],
  ] as const;
  return (
    <nav aria-label={t("tender.overview.contents")} className="print:hidden">
      <ul className="flex flex-col gap-1">
        {parts.map(([to, words]) => (
          <li key={to}>
            <a href={to}>{words}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Facts({ overview }: Shown) {
  const t = useTranslate();
  const { buyer, deadlineUs, serverNowUs, timezone, stage, contractMonths } = overview;
  const { estimatedValueSek, ceilingPriceSek } = overview;
  return (
    <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-[10rem_1fr]">
      {deadlineUs !== null && (
        <Fact label={t("tender.overview.deadline")}>
          <strong>{formatDateTime(deadlineUs, t.language, timezone)}</strong> ({timezone})
          {stage === "published" && (
            <span className="block">
              <Countdown deadlineUs={deadlineUs} serverNowUs={serverNowUs} />
            </span>
          )}
        </Fact>
      )}
      <Fact label={t("tender.overview.buyer")}>
        {buyer.name}, {buyer.organisationNumber}
      </Fact>
      <Fact label={t("tender.overview.contact")}>
        {buyer.contactName}, <a href={`mailto:${buyer.contactEmail}`}>{buyer.contactEmail}</a>
      </Fact>
      <Fact label={t("tender.overview.contract")}>
        {t("tender.overview.months", { count: contractMonths })}
      </Fact>
      {estimatedValueSek !== null && (
        <Fact label={t("tender.overview.estimated")}>{formatMoney(estimatedValueSek, t.language)}</Fact>
      )}
      {ceilingPriceSek !== null && (
        <Fact label={t("tender.overview.ceiling")}>
          {formatMoney(ceilingPriceSek, t.language)}. {t("tender.overview.ceilingText")}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-quiet max-sm:-mb-3">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Requirement({
  requirement: { id, level, title, text, proof, motive, measure, worth },
  unit,
}: {
  requirement: OverviewRequirement;
  unit: WorthUnit;
}) {
  const t = useTranslate();
  const parts = [
    [t("tender.overview.motive"), motive[t.language]],
    [t("catalogue.proof"), proof[t.language]],
    ...(measure === null ? [] : [[t("catalogue.measure"), measure]]),
  ] as const;
  return (
    <li
      id={id}
      className="grid gap-x-4 gap-y-1 border-line border-b py-3 items-start sm:grid-cols-[5rem_1fr_auto]"
    >
      <span>
        <LevelLabel level={level} />
      </span>
      <div className="min-w-0">
        <p className="max-w-measure">{text[t.language]}</p>
        <details className="mt-1 text-sm">
          <summary className="text-ink-quiet">
            {title[t.language]} <span className="font-mono">{id}</span>
          </summary>
          <dl className="mt-2 grid max-w-measure gap-x-4 gap-y-1 sm:grid-cols-[6rem_1fr]">
            {parts.map(([label, words]) => (
              <div key={label} className="contents">
                <dt className="text-ink-quiet">{label}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
      <span className="text-end text-sm tabular-nums sm:min-w-24">
        {worth !== null &&
          (unit === "points"
            ? t("tender.overview.worthPoints", { points: formatNumber(worth, t.language) })
            : formatMoney(worth, t.language))}
      </span>
    </li>
  );
}

function PriceSheet({ overview: { priceItems, forbidNegativePrices } }: Shown) {
  const t = useTranslate();
  return (
    <section>
      <h2 id="prices" className="mb-2 text-xl">
        {t("tender.overview.prices")}
      </h2>
      <p className="mb-3 max-w-measure">
        {t("tender.overview.pricesText")} {forbidNegativePrices && t("tender.overview.noNegative")}
      </p>
      <DataTable
        caption={t("tender.overview.prices")}
        captionHidden
        rows={priceItems}
        rowKey={({ id }) => id}
        columns={[
          { id: "name", head: t("tender.prices.name"), cell: ({ name }) => name[t.language] },
          { id: "unit", head: t("tender.prices.unit"), cell: ({ unit }) => unit[t.language] },
          {
            id: "volume",
            head: t("tender.prices.volume"),
            numeric: true,
            cell: ({ volume }) => formatNumber(volume, t.language),
          },
        ]}
      />
    </section>
  );
}

function Hashes({ overview: { contentSha256, modelSha256, publishedUs, timezone } }: Shown) {
  const t = useTranslate();
  return (
    <section className="text-sm">
      <h2 className="mb-2 text-lg">{t("tender.overview.frozen")}</h2>
      <p className="mb-2 text-ink-quiet">
        {t("tender.overview.frozenText", { time: formatDateTime(publishedUs, t.language, timezone) })}
      </p>
      <p>{t("tender.overview.contentHash")}</p>
      <p className="mb-2 break-all font-mono text-ink-quiet">{contentSha256}</p>
      <p>{t("tender.overview.modelHash")}</p>
      <p className="break-all font-mono text-ink-quiet">{modelSha256}</p>
    </section>
  );
}
