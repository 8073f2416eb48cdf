import { AutosaveForm, ButtonFaults } from "#app/components/autosave-form.tsx";
import { CheckField } from "#app/components/choice-field.tsx";
import { FindingList } from "#app/components/finding-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useSaveFaults } from "#app/components/save-queue.tsx";
import { savingAction } from "#app/components/saving-action.ts";
import { NumberField, TextArea, TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { languages } from "#app/domain/language.ts";
import { cpvCodes } from "#app/domain/tender/cpv.ts";
import type { DraftEdit } from "#app/domain/tender/draft-edit.ts";
import { type DraftForm, readDraftForm } from "#app/server/draft-form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { editTenderDraft } from "#app/services/tender/edit-tender-draft.ts";
import { readDraftSettings } from "#app/services/tender/read-draft-settings.ts";
import type { Route } from "./+types/tenders.$tenderId.draft.settings";

export const loader = guarded("tender.draft.read", async ({ app, actor, params }) =>
  expectValue(await readDraftSettings(app, actor, param(params, "tenderId"))),
);

export const action = guarded("tender.draft.edit", async ({ app, actor, params, request }) => {
  const form = await readDraftForm(request);
  const edits = form.intent === "reason" ? form.reasons() : settingsOf(form);
  const edited = await editTenderDraft(app, actor, param(params, "tenderId"), form.version, edits);
  return edited.ok ? { faults: [] } : refused(edited.faults);
});

function settingsOf(form: DraftForm): readonly DraftEdit[] {
  return [
    {
      type: "set-facts",
      facts: {
        title: form.texts("title"),
        description: form.texts("description"),
        caseNumber: form.text("caseNumber"),
        buyer: {
          name: form.text("buyer.name"),
          organisationNumber: form.text("buyer.organisationNumber"),
          contactName: form.text("buyer.contactName"),
          contactEmail: form.text("buyer.contactEmail"),
        },
        contractMonths: Number(form.number("contractMonths") ?? 0),
        estimatedValueSek: form.number("estimatedValueSek"),
        ceilingPriceSek: form.number("ceilingPriceSek"),
        forbidNegativePrices: form.has("forbidNegativePrices"),
      },
    },
    { type: "set-deadline", local: form.text("deadline") || null, timezone: form.text("timezone") },
    {
      type: "set-provisions",
      provisions: {
        cpv: form.text("provisions.cpv"),
        contractStart: form.text("provisions.contractStart") || null,
        optionMonths: Number(form.number("provisions.optionMonths") ?? 0),
        questionDays: Number(form.number("provisions.questionDays") ?? 0),
        validityDays: Number(form.number("provisions.validityDays") ?? 0),
        responseLanguages: languages.filter((one) => form.has(`provisions.responseLanguages.${one}`)),
        remarks: form.texts("provisions.remarks"),
      },
    },
  ];
}

export const clientAction = savingAction;

export default function Settings({ loaderData }: Route.ComponentProps) {
  const t = useTranslate();
  const faults = useSaveFaults();
  const { facts, deadlineLocal, timezone, provisions, version, mayEdit, findings } = loaderData;
  const shown = (value: string | null) => (t.language === "sv" ? value?.replace(".", ",") : value) ?? "";
  const common = { faults };
  return (
    <>
      <PageHeader title={t("tender.draft.settings")} lead={t("tender.settings.lead")} />
      <ButtonFaults />
      <div
        className={findings.length === 0 ? "" : "grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_16rem]"}
      >
        <AutosaveForm version={version} disabled={!mayEdit} className="flex min-w-0 flex-col gap-8">
          <Group title={t("tender.settings.what")}>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                name="title.sv"
                label={t("tender.settings.titleSv")}
                defaultValue={facts.title.sv}
                {...common}
              />
              <TextField
                name="title.en"
                label={t("tender.settings.titleEn")}
                defaultValue={facts.title.en}
                {...common}
              />
              <TextArea
                name="description.sv"
                label={t("tender.settings.descriptionSv")}
                defaultValue={facts.description.sv}
                {...common}
              />
              <TextArea
                name="description.en"
                label={t("tender.settings.descriptionEn")}
                defaultValue={facts.description.en}
                {...common}
              />
              <TextField
                name="caseNumber"
                label={t("tender.settings.caseNumber")}
                hint={t("tender.settings.caseNumberHint")}
                defaultValue={facts.caseNumber}
                {...common}
              />
              <NumberField
                name="contractMonths"
                label={t("tender.settings.contractMonths")}
                hint={t("tender.settings.contractMonthsHint")}
                unit={t("tender.settings.months")}
                defaultValue={facts.contractMonths}
                {...common}
              />
            </div>
          </Group>
          <Group title={t("tender.settings.buyer")}>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                name="buyer.name"
                label={t("tender.settings.buyerName")}
                defaultValue={facts.buyer.name}
                {...common}
              />
              <TextField
                name="buyer.organisationNumber"
                label={t("tender.settings.organisationNumber")}
                defaultValue={facts.buyer.organisationNumber}
                {...common}
              />
              <TextField
                name="buyer.contactName"
                label={t("tender.settings.contactName")}
                defaultValue={facts.buyer.contactName}
                {...common}
              />
              <TextField
                name="buyer.contactEmail"
                label={t("tender.settings.contactEmail")}
                type="email"
                defaultValue={facts.buyer.contactEmail}
                {...common}
              />
            </div>
          </Group>
          <Group title={t("tender.settings.deadline")}>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                name="deadline"
                label={t("tender.settings.deadlineLocal")}
                hint={t("tender.settings.deadlineHint")}
                type="datetime-local"
                defaultValue={deadlineLocal ?? ""}
                {...common}
              />
              <TextField
                name="timezone"
                label={t("tender.settings.timezone")}
                hint={t("tender.settings.timezoneHint")}
                defaultValue={timezone}
                {...common}
              />
            </div>
          </Group>
          <Group title={t("tender.settings.provisions")}>
            <p className="mb-4 max-w-measure text-ink-quiet">{t("tender.settings.provisionsText")}</p>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                name="provisions.cpv"
                label={t("tender.settings.cpv")}
                hint={t("tender.settings.cpvHint")}
                list="cpv-codes"
                inputMode="numeric"
                defaultValue={provisions.cpv}
                {...common}
              />
              <datalist id="cpv-codes">
                {[...cpvCodes].map(([code, name]) => (
                  <option key={code} value={code} label={name[t.language]} />
                ))}
              </datalist>
              <TextField
                name="provisions.contractStart"
                label={t("tender.settings.contractStart")}
                type="date"
                defaultValue={provisions.contractStart ?? ""}
                {...common}
              />
              <NumberField
                name="provisions.optionMonths"
                label={t("tender.settings.optionMonths")}
                hint={t("tender.settings.optionMonthsHint")}
                unit={t("tender.settings.months")}
                defaultValue={provisions.optionMonths}
                {...common}
              />
              <NumberField
                name="provisions.questionDays"
                label={t("tender.settings.questionDays")}
                hint={t("tender.settings.questionDaysHint")}
                unit={t("tender.settings.days")}
                defaultValue={provisions.questionDays}
                {...common}
              />
              <NumberField
                name="provisions.validityDays"
                label={t("tender.settings.validityDays")}
                hint={t("tender.settings.validityDaysHint")}
                unit={t("tender.settings.days")}
                defaultValue={provisions.validityDays}
                {...common}
              />
              <fieldset id="provisions.responseLanguages" className="flex flex-col gap-2">
                <legend className="mb-1 font-medium">{t("tender.settings.responseLanguages")}</legend>
                {languages.map((language) => (
                  <CheckField
                    key={language}
                    name={`provisions.responseLanguages.${language}`}
                    label={t(`tender.documents.${language}`)}
                    defaultChecked={provisions.responseLanguages.includes(language)}
                  />
                ))}
              </fieldset>
              <TextArea
                name="provisions.remarks.sv"
                label={t("tender.settings.remarksSv")}
                optional
                defaultValue={provisions.remarks.sv}
                {...common}
              />
              <TextArea
                name="provisions.remarks.en"
                label={t("tender.settings.remarksEn")}
                optional
                defaultValue={provisions.remarks.en}
                {...common}
              />
            </div>
          </Group>
          <Group title={t("tender.settings.money")}>
            <div className="grid gap-4 sm:grid-cols-2">
              <NumberField
                name="estimatedValueSek"
                label={t("tender.settings.estimatedValue")}
                hint={t("tender.settings.estimatedValueHint")}
                unit="kr"
                optional
                defaultValue={shown(facts.estimatedValueSek)}
                {...common}
              />
              <NumberField
                name="ceilingPriceSek"
                label={t("tender.settings.ceiling")}
                hint={t("tender.settings.ceilingHint")}
                unit="kr"
                optional
                defaultValue={shown(facts.ceilingPriceSek)}
                {...common}
              />
            </div>
            <div className="mt-4">
              <CheckField
                name="forbidNegativePrices"
                label={t("tender.settings.forbidNegative")}
                hint={t("tender.settings.forbidNegativeHint")}
                defaultChecked={facts.forbidNegativePrices}
              />
            </div>
          </Group>
        </AutosaveForm>
        <FindingList
          findings={findings}
          version={mayEdit ? version : null}
          hrefOf={({ path }) => `#${path}`}
        />
      </div>
    </>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 border-line border-b pb-1 text-lg">{title}</h2>
      {children}
    </section>
  );
}
