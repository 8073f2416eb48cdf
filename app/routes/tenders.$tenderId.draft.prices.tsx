import { Form } from "react-router";
import { AutosaveForm, ButtonFaults } from "#app/components/autosave-form.tsx";
import { Button } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FindingList } from "#app/components/finding-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useSaveFaults } from "#app/components/save-queue.tsx";
import { savingAction } from "#app/components/saving-action.ts";
import { NumberField, TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";
import { type DraftForm, readDraftForm } from "#app/server/draft-form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { editTenderDraft } from "#app/services/tender/edit-tender-draft.ts";
import { readDraftPart } from "#app/services/tender/read-draft-part.ts";
import type { Route } from "./+types/tenders.$tenderId.draft.prices";

export const loader = guarded("tender.draft.read", async ({ app, actor, params }) => {
  const part = expectValue(await readDraftPart(app, actor, param(params, "tenderId"), "prices"));
  const { draft, version, mayEdit, findings } = part;
  return { version, mayEdit, findings, items: draft.priceItems, months: draft.contractMonths };
});

export const action = guarded("tender.draft.edit", async ({ app, actor, params, request }) => {
  const form = await readDraftForm(request);
  const tenderId = param(params, "tenderId");
  const edited = await editTenderDraft(app, actor, tenderId, form.version, editsOf(form));
  return edited.ok ? { faults: [] } : refused(edited.faults);
});

const nothing = { sv: "", en: "" };

function editsOf(form: DraftForm): readonly DraftEdit[] {
  if (form.intent === "add") {
    return [{ type: "add-price-item", item: { name: nothing, unit: nothing, volume: "" } }];
  }
  if (form.has("remove")) return [{ type: "remove-price-item", id: form.text("remove") }];
  return form.all("id").map((id) => ({
    type: "change-price-item",
    item: {
      id,
      name: form.texts(`priceItems.${id}.name`),
      unit: form.texts(`priceItems.${id}.unit`),
      volume: form.number(`priceItems.${id}.volume`) ?? "",
    },
  }));
}

export const clientAction = savingAction;

export default function Prices({ loaderData }: Route.ComponentProps) {
  const t = useTranslate();
  const { items, version, mayEdit, findings, months } = loaderData;
  const add = mayEdit && (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <Button name="intent" value="add">
        {t("tender.prices.add")}
      </Button>
    </Form>
  );
  return (
    <>
      <PageHeader title={t("tender.draft.prices")} lead={t("tender.prices.lead", { months })} action={add} />
      <ButtonFaults />
      <div
        className={findings.length === 0 ? "" : "grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_16rem]"}
      >
        {items.length === 0 ? (
          <EmptyState title={t("tender.prices.none")}>{t("tender.prices.noneText")}</EmptyState>
        ) : (
          <AutosaveForm version={version} disabled={!mayEdit} className="flex min-w-0 flex-col gap-4">
            {items.map((item, index) => (
              <PriceRow key={item.id} item={item} row={index + 1} />
            ))}
          </AutosaveForm>
        )}
        <FindingList findings={findings} version={null} hrefOf={({ path }) => `#${path}`} />
      </div>
      {mayEdit && items.length > 0 && <RemoveRows items={items} version={version} />}
    </>
  );
}

type Item = Route.ComponentProps["loaderData"]["items"][number];

function PriceRow({ item: { id, name, unit, volume }, row }: { item: Item; row: number }) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const field = (part: string) => `priceItems.${id}.${part}`;
  return (
    <fieldset
      id={`priceItems.${id}.name`}
      className="grid gap-x-4 gap-y-2 rounded-md border border-line bg-surface p-4 sm:grid-cols-2"
    >
      <legend className="px-1 font-medium">{t("tender.prices.row", { row })}</legend>
      <input type="hidden" name="id" value={id} />
      <TextField
        name={field("name.sv")}
        label={t("tender.prices.nameSv")}
        defaultValue={name.sv}
        faults={faults}
      />
      <TextField
        name={field("name.en")}
        label={t("tender.prices.nameEn")}
        defaultValue={name.en}
        faults={faults}
      />
      <TextField
        name={field("unit.sv")}
        label={t("tender.prices.unitSv")}
        defaultValue={unit.sv}
        faults={faults}
      />
      <TextField
        name={field("unit.en")}
        label={t("tender.prices.unitEn")}
        defaultValue={unit.en}
        faults={faults}
      />
      <NumberField
        name={field("volume")}
        label={t("tender.prices.volume")}
        defaultValue={t.language === "sv" ? volume.replace(".", ",") : volume}
        unit={unit[t.language]}
        faults={faults}
      />
    </fieldset>
  );
}

function RemoveRows({ items, version }: { items: readonly Item[]; version: number }) {
  const t = useTranslate();
  return (
    <details className="mt-6">
      <summary>{t("tender.prices.remove")}</summary>
      <Form method="post" className="mt-3 flex flex-wrap gap-2">
        <input type="hidden" name="version" value={version} />
        {items.map(({ id, name }, index) => (
          <Button key={id} variant="danger" name="remove" value={id}>
            {t("tender.prices.removeRow", { row: index + 1, name: name[t.language] })}
          </Button>
        ))}
      </Form>
    </details>
  );
}
