import { Link } from "react-router";
import { ButtonLink } from "#app/components/button.tsx";
import { DotPlot } from "#app/components/dot-plot.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { type TenderInList, TenderRow } from "#app/components/tender-row.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded } from "#app/server/guard.ts";
import { introduceCatalogue } from "#app/services/catalogue/introduce-catalogue.ts";
import { listTenders } from "#app/services/tender/list-tenders.ts";
import type { Route } from "./+types/_index";

export const loader = guarded("tender.list", async ({ app, actor, language }) => {
  const tenders = expectValue(await listTenders(app, actor));
  const introduction =
    actor.kind === "anonymous" ? expectValue(await introduceCatalogue(app, actor, language)) : null;
  return { tenders, introduction };
});

type Data = Route.ComponentProps["loaderData"];

export default function StartPage({ loaderData: { tenders, introduction } }: Route.ComponentProps) {
  if (introduction === null) return <Desk tenders={tenders} />;
  return <Introduction introduction={introduction} tenders={tenders} />;
}

/** For who is signed in: what waits for me, by date; then the rest. */
function Desk({ tenders: { waiting, others, nowUs, mayCreate } }: { tenders: Data["tenders"] }) {
  const t = useTranslate();
  const create = mayCreate && (
    <ButtonLink to="/tenders/new" variant="primary">
      {t("start.create")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("start.waiting")}
        lead={waiting.length > 1 && t("start.waitingLead")}
        action={create}
      />
      {waiting.length === 0 ? (
        <EmptyState
          title={t("start.nothingWaits")}
          example={<Link to="/tenders">{t("start.openTenders")}</Link>}
        >
          <p>{t("start.nothingWaitsHelp")}</p>
        </EmptyState>
      ) : (
        <Tenders rows={waiting} nowUs={nowUs} />
      )}
      {others.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-2 text-xl">{t("start.others")}</h2>
          <Tenders rows={others} nowUs={nowUs} />
        </section>
      )}
    </>
  );
}

function Tenders({ rows, nowUs }: { rows: readonly TenderInList[]; nowUs: number }) {
  return (
    <ul className="border-line border-t">
      {rows.map((row) => (
        <TenderRow key={row.tenderId} row={row} nowUs={nowUs} />
      ))}
    </ul>
  );
}

/** For whoever comes here first: one thought, one picture, where to go. */
function Introduction({
  introduction,
  tenders,
}: {
  introduction: NonNullable<Data["introduction"]>;
  tenders: Data["tenders"];
}) {
  const t = useTranslate();
  const open = [...tenders.waiting, ...tenders.others].filter(({ stage }) => stage === "published");
  return (
    <>
      <title>{`${t("common.product")} – ${t("common.tagline")}`}</title>
      <section className="grid items-center gap-x-16 gap-y-10 py-2 lg:grid-cols-[1fr_1.15fr] lg:py-8">
        <div>
          <h1 className="text-3xl">{t("start.title")}</h1>
          <p className="mt-4 max-w-measure text-lg">{t("start.lead")}</p>
          <p className="mt-4 max-w-measure text-ink-quiet">{t("start.idea")}</p>
          <p className="mt-8 flex flex-wrap gap-3">
            <ButtonLink to="/tenders" variant="primary">
              {t("start.openTenders")}
            </ButtonLink>
            <ButtonLink to="/catalogue">
              {t("start.toCatalogue", { count: introduction.requirements })}
            </ButtonLink>
          </p>
        </div>
        <FormulaPicture formulas={introduction.formulas} />
      </section>
      {open.length > 0 && (
        <section className="mt-6">
          <h2 className="mb-2 text-xl">{t("start.open")}</h2>
          <Tenders rows={open} nowUs={tenders.nowUs} />
        </section>
      )}
      <Areas areas={introduction.areas} />
    </>
  );
}

/** Why a requirement needs a measure: the same calls by every formula that is called service level. */
function FormulaPicture({ formulas }: { formulas: NonNullable<Data["introduction"]>["formulas"] }) {
  const t = useTranslate();
  return (
    <figure className="rounded-md border border-line bg-surface p-5 sm:p-6">
      <figcaption className="mb-4">
        <h2 className="text-xl">{t("start.picture.title")}</h2>
        <p className="mt-1 text-ink-quiet">{t("start.picture.lead")}</p>
      </figcaption>
      <DotPlot
        caption={t("start.picture.caption")}
        unit="%"
        target="90"
        rows={formulas.map(({ variant, percent }) => ({
          key: variant,
          label: t(`start.variants.${variant}`),
          value: percent,
          chosen: variant === "offered",
        }))}
      />
      <p className="mt-4 text-ink-quiet text-sm">{t("start.picture.note")}</p>
    </figure>
  );
}

function Areas({ areas }: { areas: NonNullable<Data["introduction"]>["areas"] }) {
  const t = useTranslate();
  return (
    <section className="mt-8 border-line border-t pt-6" aria-labelledby="areas">
      <h2 id="areas" className="mb-3 text-lg">
        {t("start.areas")}
      </h2>
      <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2 lg:grid-cols-4">
        {areas.map(({ id, name, count }) => (
          <li key={id} className="flex items-baseline justify-between gap-2 border-line border-b py-1">
            <Link to={`/catalogue?area=${id}`}>{name}</Link>
            <span className="text-ink-quiet text-sm tabular-nums">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
