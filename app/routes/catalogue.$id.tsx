import type { ReactNode } from "react";
import { Link } from "react-router";
import { LevelLabel } from "#app/components/level-label.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { RequirementMeasure } from "#app/components/requirement-measure.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { ValueFunction } from "#app/components/value-function.tsx";
import { levels } from "#app/domain/catalogue/requirement.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { type RequirementView, readRequirement } from "#app/services/catalogue/read-requirement.ts";
import type { Route } from "./+types/catalogue.$id";

export const loader = guarded("catalogue.read", async ({ app, actor, params }) =>
  expectValue(await readRequirement(app, actor, param(params, "id"))),
);

export default function RequirementPage({ loaderData: view }: Route.ComponentProps) {
  const t = useTranslate();
  const { requirement } = view;
  const words = (text: { sv: string; en: string }) => text[t.language];
  return (
    <article>
      <PageHeader
        above={
          <>
            <Link to="/catalogue">{t("common.catalogue")}</Link> /{" "}
            <Link to={`/catalogue?area=${requirement.area}`}>{words(view.area)}</Link> /{" "}
            <span className="font-mono">{requirement.id}</span>
          </>
        }
        title={words(requirement.title)}
        lead={
          <>
            <span className="sr-only">{t("catalogue.motive")}: </span>
            {words(requirement.motive)}
          </>
        }
      />
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[1fr_15rem]">
        <div className="min-w-0">
          <RequirementTexts view={view} />
          {view.measured && <RequirementMeasure {...view.measured} />}
          <Part title={t("catalogue.proof")}>
            <p>{words(requirement.proof)}</p>
          </Part>
          <Part title={t("catalogue.scoring")} wide>
            <p className="mb-3 text-ink-quiet">
              {t("catalogue.scoringHelp", { weight: requirement.defaultWeight })}
            </p>
            <ValueFunction scoring={requirement.scoring} />
          </Part>
          <Part title={t("catalogue.followUp")}>
            <p>{words(requirement.followUp)}</p>
          </Part>
          {requirement.competitionNote && (
            <Part title={t("catalogue.competition")}>
              <Notice tone="warning">{words(requirement.competitionNote)}</Notice>
            </Part>
          )}
          {requirement.note && (
            <Part title={t("catalogue.note")}>
              <p>{words(requirement.note)}</p>
            </Part>
          )}
          <Sources view={view} />
        </div>
        <Facts view={view} />
      </div>
    </article>
  );
}

function Part({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <section className="kept-together mt-8">
      <h2 className="mb-2 border-line border-b pb-1 text-lg">{title}</h2>
      <div className={wide ? "" : "max-w-measure"}>{children}</div>
    </section>
  );
}

/** Both levels in both languages, the page's own first: what is decided is also what is printed. */
function RequirementTexts({ view: { requirement } }: { view: RequirementView }) {
  const t = useTranslate();
  const other = t.language === "sv" ? "en" : "sv";
  const shown = levels.filter((level) => requirement.levelSwitch === "free" || level === requirement.level);
  return (
    <div className="grid gap-px overflow-hidden rounded-md border border-line bg-line">
      {shown.map((level) => (
        <div
          key={level}
          className="grid gap-x-6 gap-y-2 bg-surface p-4 sm:grid-cols-[4.5rem_1fr] xl:grid-cols-[4.5rem_1fr_1fr]"
        >
          <span className="pt-1">
            <LevelLabel level={level} />
          </span>
          <p className={`text-lg ${level === requirement.level ? "font-medium" : ""}`}>
            {requirement.texts[level][t.language]}
          </p>
          <p lang={other} className="text-ink-quiet sm:col-start-2 xl:col-start-3">
            {requirement.texts[level][other]}
          </p>
        </div>
      ))}
    </div>
  );
}

function Facts({ view: { requirement, standard, related, previous, next } }: { view: RequirementView }) {
  const t = useTranslate();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t("catalogue.suggestedLevel"), <LevelLabel key="level" level={requirement.level} />],
    [
      t("catalogue.levelSwitch"),
      t(requirement.levelSwitch === "free" ? "catalogue.levelFree" : "catalogue.levelMustOnly"),
    ],
    [t("catalogue.use.label"), t(`catalogue.use.${requirement.useOfMeasurement}`)],
    [t("catalogue.proofKind.label"), t(`catalogue.proofKind.${requirement.proofKind}`)],
    [t("catalogue.answer.label"), t(`catalogue.answer.${requirement.answer.type}`)],
    [t("catalogue.weight"), t("catalogue.weightOfTen", { weight: requirement.defaultWeight })],
  ];
  return (
    <aside className="grid gap-6 text-sm lg:sticky lg:top-4">
      <dl className="grid gap-3 max-lg:grid-cols-2">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-ink-quiet">{label}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {standard && requirement.standard && (
        <section>
          <h2 className="mb-1 font-normal text-ink-quiet text-sm">{t("catalogue.standard")}</h2>
          <p className="font-medium">{standard.ref}</p>
          <p>{standard.title[t.language]}</p>
          <p className="mt-1 flex flex-wrap gap-1">
            <Tag>{t(`catalogue.standardRole.${requirement.standard.role}`)}</Tag>
            {standard.status === "superseded" && <Tag tone="warning">{t("catalogue.superseded")}</Tag>}
          </p>
        </section>
      )}
      {related.length > 0 && (
        <nav aria-labelledby="related">
          <h2 id="related" className="mb-1 font-normal text-ink-quiet text-sm">
            {t("catalogue.related")}
          </h2>
          <ul className="grid gap-1.5">
            {related.map(({ id, title }) => (
              <li key={id}>
                <Link to={`/catalogue/${id}`}>{title[t.language]}</Link>{" "}
                <span className="whitespace-nowrap font-mono text-ink-quiet">{id}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <nav
        aria-label={t("catalogue.neighbours")}
        className="flex justify-between gap-4 border-line border-t pt-3"
      >
        {previous === null ? <span /> : <Link to={`/catalogue/${previous}`}>← {previous}</Link>}
        {next !== null && <Link to={`/catalogue/${next}`}>{next} →</Link>}
      </nav>
    </aside>
  );
}

function Sources({ view: { sources } }: { view: RequirementView }) {
  const t = useTranslate();
  if (sources.length === 0) return null;
  const place = (locator: string) => {
    const [, line, sentence] = /^line (\d+), sentence (\d+)$/.exec(locator) ?? [];
    return line && sentence ? t("catalogue.place", { line, sentence }) : locator;
  };
  return (
    <Part title={t("catalogue.source")}>
      <ul className="grid gap-3">
        {sources.map(({ title, kind, language, places }) => (
          <li key={title.en}>
            <p>
              <cite>{title[t.language]}</cite> <span className="text-ink-quiet">({kind[t.language]})</span>
            </p>
            <ul className="text-ink-quiet text-sm">
              {places.map(({ locator, basis, modality }) => (
                <li key={locator}>
                  {place(locator)} · {t(`catalogue.basis.${basis}`)}
                  {modality !== null && (
                    <>
                      {" "}
                      · <q lang={language}>{modality}</q>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Part>
  );
}
