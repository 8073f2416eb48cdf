import { useState } from "react";
import { Form, Link, redirect } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/choice-field.tsx";
import { Icon } from "#app/components/icon.tsx";
import { LevelLabel } from "#app/components/level-label.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Tag } from "#app/components/tag.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { areas, levels, usesOfMeasurement } from "#app/domain/catalogue/requirement.ts";
import type { CatalogueQuery } from "#app/domain/catalogue/search-catalogue.ts";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";
import { type DraftForm, readDraftForm } from "#app/server/draft-form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { editTenderDraft } from "#app/services/tender/edit-tender-draft.ts";
import { readPickList } from "#app/services/tender/read-pick-list.ts";
import type { Route } from "./+types/tenders.$tenderId.draft.pick";

/** A filter in an old link that no longer exists restricts nothing. */
const filter = z.object({
  q: z.string().catch(""),
  area: z.enum(areas).optional().catch(undefined),
  level: z.enum(levels).optional().catch(undefined),
  use: z.enum(usesOfMeasurement).optional().catch(undefined),
  measured: z.enum(["yes", "no"]).optional().catch(undefined),
});

export const loader = guarded("tender.draft.read", async ({ app, actor, params, request }) => {
  const chosen = filter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { q, area, level, use, measured } = chosen;
  const query: CatalogueQuery = {
    text: q,
    ...(area && { area }),
    ...(level && { level }),
    ...(use && { use }),
    ...(measured && { measured: measured === "yes" }),
  };
  return { list: expectValue(await readPickList(app, actor, param(params, "tenderId"), query)), chosen };
});

export const action = guarded("tender.draft.edit", async ({ app, actor, params, request }) => {
  const form = await readDraftForm(request);
  const tenderId = param(params, "tenderId");
  const edited = await editTenderDraft(app, actor, tenderId, form.version, [editOf(form)]);
  if (!edited.ok) return refused(edited.faults);
  throw redirect(`/tenders/${tenderId}/draft/pick${new URL(request.url).search}`);
});

function editOf(form: DraftForm): DraftEdit {
  switch (form.intent) {
    case "own":
      return {
        type: "add-own",
        area: z.enum(areas).catch("quality").parse(form.text("area")),
        level: z.enum(levels).catch("should").parse(form.text("level")),
        title: form.texts("title"),
      };
    case "unpick":
      return { type: "unpick", ids: form.all("id") };
    default:
      return { type: "pick", ids: form.all("id") };
  }
}

export default function Pick({ loaderData: { list, chosen } }: Route.ComponentProps) {
  const t = useTranslate();
  const [ticked, setTicked] = useState(0);
  const any = { value: "", label: t("catalogue.all") };
  return (
    <>
      <PageHeader title={t("tender.draft.pick")} lead={t("tender.pick.lead", { picked: list.picked })} />
      <Form className="mb-6 grid items-end gap-3 sm:grid-cols-3 xl:grid-cols-6" role="search">
        <div className="sm:col-span-3 xl:col-span-2">
          <TextField name="q" label={t("catalogue.words")} defaultValue={chosen.q} type="search" />
        </div>
        <SelectField
          name="area"
          label={t("catalogue.area")}
          defaultValue={chosen.area ?? ""}
          choices={[any, ...list.areas.map(({ id, name }) => ({ value: id, label: name[t.language] }))]}
        />
        <SelectField
          name="level"
          label={t("catalogue.level")}
          defaultValue={chosen.level ?? ""}
          choices={[any, ...levels.map((level) => ({ value: level, label: t(`common.${level}`) }))]}
        />
        <SelectField
          name="measured"
          label={t("catalogue.measure")}
          defaultValue={chosen.measured ?? ""}
          choices={[
            any,
            { value: "yes", label: t("catalogue.measured") },
            { value: "no", label: t("catalogue.notMeasured") },
          ]}
        />
        <Button>{t("catalogue.show")}</Button>
      </Form>
      <Form
        method="post"
        onChange={(event) => setTicked(new FormData(event.currentTarget).getAll("id").length)}
        onSubmit={() => setTicked(0)}
      >
        <input type="hidden" name="version" value={list.version} />
        <div className="sticky top-0 z-10 mb-2 flex flex-wrap items-center gap-4 border-line border-b bg-paper py-2">
          <Button variant="primary" name="intent" value="pick" disabled={!list.mayEdit}>
            {ticked === 0 ? t("tender.pick.add") : t("tender.pick.addCount", { count: ticked })}
          </Button>
          <span className="text-ink-quiet text-sm">{t("tender.pick.hits", { count: list.rows.length })}</span>
        </div>
        <ul key={list.version}>
          {list.rows.map((row) => (
            <PickRow key={row.id} row={row} />
          ))}
        </ul>
      </Form>
      {list.mayEdit && <OwnRequirement list={list} />}
    </>
  );
}

type List = Route.ComponentProps["loaderData"]["list"];

function PickRow({ row: { id, level, title, text, measured, picked } }: { row: List["rows"][number] }) {
  const t = useTranslate();
  return (
    <li className="grid grid-cols-[1.5rem_5rem_1fr] items-start gap-x-3 border-line border-b py-3">
      {picked ? (
        <Icon name="check" className="mt-1 text-accent" />
      ) : (
        <input type="checkbox" id={id} name="id" value={id} className="mt-1 size-5 accent-accent" />
      )}
      <span>
        <LevelLabel level={level} />
      </span>
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium">
          {title[t.language]}
        </label>{" "}
        <Link to={`/catalogue/${id}`} className="font-mono text-ink-quiet text-sm">
          {id}
        </Link>{" "}
        {picked && <Tag tone="accent">{t("tender.pick.picked")}</Tag>}{" "}
        {measured && <Tag>{t("catalogue.measured")}</Tag>}
        <p className="max-w-measure text-ink-quiet text-sm">{text[t.language]}</p>
      </div>
    </li>
  );
}

function OwnRequirement({ list }: { list: List }) {
  const t = useTranslate();
  return (
    <details className="mt-10 rounded-md border border-line p-4">
      <summary className="font-medium">{t("tender.pick.own")}</summary>
      <Form method="post" className="mt-4 grid gap-4 sm:grid-cols-2">
        <input type="hidden" name="version" value={list.version} />
        <TextField name="title.sv" label={t("tender.edit.titleSv")} />
        <TextField name="title.en" label={t("tender.edit.titleEn")} />
        <SelectField
          name="area"
          label={t("catalogue.area")}
          choices={list.areas.map(({ id, name }) => ({ value: id, label: name[t.language] }))}
        />
        <SelectField
          name="level"
          label={t("catalogue.level")}
          choices={levels.map((level) => ({ value: level, label: t(`common.${level}`) }))}
        />
        <div>
          <Button name="intent" value="own">
            {t("tender.pick.addOwn")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
