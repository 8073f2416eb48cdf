import { Link } from "react-router";
import { ButtonLink } from "#app/components/button.tsx";
import { DotPlot } from "#app/components/dot-plot.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded } from "#app/server/guard.ts";
import { introduceCatalogue } from "#app/services/catalogue/introduce-catalogue.ts";
import type { Route } from "./+types/_index";

export const loader = guarded("catalogue.read", async ({ app, actor, language }) =>
  expectValue(await introduceCatalogue(app, actor, language)),
);

export default function StartPage({ loaderData }: Route.ComponentProps) {
  const t = useTranslate();
  return (
    <>
      <title>{t("common.product")}</title>
      <Introduction data={loaderData} />
    </>
  );
}

type Data = Route.ComponentProps["loaderData"];

/** For whoever comes here first: one thought, one picture, where to go. */
function Introduction({ data }: { data: Data }) {
  const t = useTranslate();
  return (
    <>
      <section className="grid items-start gap-x-16 gap-y-10 py-4 lg:grid-cols-[1fr_1.1fr] lg:py-10">
        <div>
          <h1 className="text-3xl">{t("start.title")}</h1>
          <p className="mt-4 max-w-measure text-lg">{t("start.lead")}</p>
          <p className="mt-4 max-w-measure text-ink-quiet">{t("start.idea")}</p>
          <p className="mt-8 flex flex-wrap gap-3">
            <ButtonLink to="/tenders" variant="primary">
              {t("start.openTenders")}
            </ButtonLink>
            <ButtonLink to="/catalogue">{t("start.toCatalogue", { count: data.requirements })}</ButtonLink>
          </p>
        </div>
        <figure className="rounded-md border border-line bg-surface p-5 sm:p-6">
          <figcaption className="mb-4">
            <h2 className="text-xl">{t("start.picture.title")}</h2>
            <p className="mt-1 text-ink-quiet">{t("start.picture.lead")}</p>
          </figcaption>
          <DotPlot
            caption={t("start.picture.caption")}
            unit="%"
            target="90"
            rows={data.formulas.map(({ variant, percent }) => ({
              key: variant,
              label: t(`start.variants.${variant}`),
              value: percent,
              chosen: variant === "offered",
            }))}
          />
          <p className="mt-4 text-ink-quiet text-sm">{t("start.picture.note")}</p>
        </figure>
      </section>
      <Areas areas={data.areas} />
    </>
  );
}

function Areas({ areas }: { areas: Data["areas"] }) {
  const t = useTranslate();
  return (
    <section className="mt-6 border-line border-t pt-6" aria-labelledby="areas">
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
