import { Form, Link, useSubmit } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { RequirementRow } from "#app/components/requirement-row.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { areas, levels, usesOfMeasurement } from "#app/domain/catalogue/requirement.ts";
import { expectValue, guarded } from "#app/server/guard.ts";
import { browseCatalogue } from "#app/services/catalogue/browse-catalogue.ts";
import type { Route } from "./+types/catalogue._index";

/** An address somebody shortened or misspelt still shows a list: a filter that means nothing does not restrict. */
const addressSchema = z.object({
  q: z.string().max(200).trim().catch(""),
  area: z.enum(areas).optional().catch(undefined),
  level: z.enum(levels).optional().catch(undefined),
  measured: z.enum(["yes", "no"]).optional().catch(undefined),
  use: z.enum(usesOfMeasurement).optional().catch(undefined),
});

export const loader = guarded("catalogue.read", async ({ app, actor, request, language }) => {
  const chosen = addressSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { q, area, level, measured, use } = chosen;
  const list = await browseCatalogue(
    app,
    actor,
    {
      ...(q !== "" && { text: q }),
      ...(area && { area }),
      ...(level && { level }),
      ...(measured && { measured: measured === "yes" }),
      ...(use && { use }),
    },
    language,
  );
  return { list: expectValue(list), chosen };
});

export default function CataloguePage({ loaderData: { list, chosen } }: Route.ComponentProps) {
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("common.catalogue")} lead={t("catalogue.lead", { total: list.total })} />
      <div className="grid items-start gap-8 lg:grid-cols-[15rem_1fr]">
        <Filters areas={list.areas} chosen={chosen} />
        <div className="min-w-0">
          <p role="status" className="mb-4 font-medium">
            {t("catalogue.hits", { count: list.hits, total: list.total })}
          </p>
          {list.hits === 0 && (
            <EmptyState
              title={t("catalogue.noHits")}
              action={<Link to="/catalogue">{t("catalogue.showAll")}</Link>}
            >
              <p>{t("catalogue.noHitsHelp")}</p>
            </EmptyState>
          )}
          {list.groups.map(({ area, name, rows }) => (
            <section key={area} aria-labelledby={`area-${area}`} className="mb-8">
              <h2
                id={`area-${area}`}
                className="sticky top-0 z-1 flex items-baseline gap-3 border-ink border-b-2 bg-paper pt-2 pb-1 text-xl"
              >
                {name}
                <span className="font-normal text-ink-quiet text-sm">{rows.length}</span>
              </h2>
              <ul>
                {rows.map((row) => (
                  <RequirementRow key={row.id} row={row} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

type Data = Route.ComponentProps["loaderData"];

/** Works without script by its button; with script each choice shows at once. */
function Filters({ areas: choices, chosen }: { areas: Data["list"]["areas"]; chosen: Data["chosen"] }) {
  const t = useTranslate();
  const submit = useSubmit();
  const all = { value: "", label: t("catalogue.all") };
  return (
    <Form
      key={JSON.stringify(chosen)}
      role="search"
      aria-label={t("catalogue.filter")}
      className="grid gap-4 max-lg:grid-cols-2 lg:sticky lg:top-4"
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement) void submit(event.currentTarget);
      }}
    >
      <div className="max-lg:col-span-2">
        <TextField name="q" label={t("catalogue.words")} type="search" defaultValue={chosen.q} />
      </div>
      <SelectField
        name="area"
        label={t("catalogue.area")}
        defaultValue={chosen.area ?? ""}
        choices={[all, ...choices.map(({ id, name, count }) => ({ value: id, label: `${name} (${count})` }))]}
      />
      <SelectField
        name="level"
        label={t("catalogue.level")}
        defaultValue={chosen.level ?? ""}
        choices={[all, ...levels.map((level) => ({ value: level, label: t(`common.${level}`) }))]}
      />
      <SelectField
        name="measured"
        label={t("catalogue.measure")}
        defaultValue={chosen.measured ?? ""}
        choices={[
          all,
          { value: "yes", label: t("catalogue.measured") },
          { value: "no", label: t("catalogue.notMeasured") },
        ]}
      />
      <SelectField
        name="use"
        label={t("catalogue.use.label")}
        defaultValue={chosen.use ?? ""}
        choices={[all, ...usesOfMeasurement.map((use) => ({ value: use, label: t(`catalogue.use.${use}`) }))]}
      />
      <p className="flex items-center gap-4 max-lg:col-span-2">
        <Button>{t("catalogue.show")}</Button>
        <Link to="/catalogue">{t("catalogue.clear")}</Link>
      </p>
    </Form>
  );
}
