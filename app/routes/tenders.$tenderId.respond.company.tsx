import { AutosaveForm, SaveStatus } from "#app/components/autosave-form.tsx";
import { RadioGroup } from "#app/components/choice-field.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useSaveFaults } from "#app/components/save-queue.tsx";
import { savingAction } from "#app/components/saving-action.ts";
import { TextArea } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { readStatements } from "#app/services/response/read-statements.ts";
import { saveStatements } from "#app/services/response/save-statements.ts";
import type { Route } from "./+types/tenders.$tenderId.respond.company";

export const loader = guarded("response.read-own", async ({ app, actor, params, language }) =>
  expectValue(await readStatements(app, actor, param(params, "tenderId"), language)),
);

const prefix = "statements.";

export const action = guarded("response.edit", async ({ app, actor, params, request }) => {
  const entered = [...(await request.formData())].flatMap(([name, value]) =>
    name.startsWith(prefix) && typeof value === "string" ? [[name.slice(prefix.length), value]] : [],
  );
  const saved = await saveStatements(app, actor, param(params, "tenderId"), Object.fromEntries(entered));
  if (!saved.ok) return refused(saved.faults);
  return saved.value.faults.length > 0 ? refused(saved.value.faults) : { faults: [] };
});

export const clientAction = savingAction;

/** Who the vendor is and what it declares. Each statement saves by itself, so that nobody sends a colleague's along. */
export default function Company({ loaderData: { sections, mayEdit } }: Route.ComponentProps) {
  const t = useTranslate();
  const faults = useSaveFaults();
  return (
    <>
      <PageHeader title={t("response.company.title")} lead={t("response.company.lead")} />
      <ErrorSummary faults={faults} unasked />
      {mayEdit && (
        <p className="mb-4">
          <SaveStatus />
        </p>
      )}
      <div className="flex flex-col gap-10">
        {sections.map(({ title, rows }) => (
          <section key={title} className="flex max-w-measure flex-col gap-5">
            <h2 className="text-xl">{title}</h2>
            {rows.map(({ id, type, sentence, value }) => (
              <AutosaveForm key={id} version={0} disabled={!mayEdit}>
                {type === "text" ? (
                  <TextArea
                    name={prefix + id}
                    label={sentence}
                    rows={1}
                    defaultValue={value ?? ""}
                    faults={faults}
                  />
                ) : (
                  <RadioGroup
                    name={prefix + id}
                    label={sentence}
                    choices={[
                      { value: "yes", label: t("response.company.yes") },
                      { value: "no", label: t("response.company.no") },
                    ]}
                    defaultValue={value ?? ""}
                    faults={faults}
                  />
                )}
              </AutosaveForm>
            ))}
          </section>
        ))}
      </div>
    </>
  );
}
