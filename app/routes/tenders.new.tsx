import { Form, Link, redirect } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { RadioGroup } from "#app/components/choice-field.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatMoney } from "#app/components/format.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { ownForm } from "#app/server/form.ts";
import { expectValue, guarded, refused } from "#app/server/guard.ts";
import { createTender, type DraftStart } from "#app/services/tender/create-tender.ts";
import { readStarts } from "#app/services/tender/read-starts.ts";
import type { Route } from "./+types/tenders.new";

export const loader = guarded("tender.create", async ({ app, actor }) =>
  expectValue(await readStarts(app, actor)),
);

const form = z.object({ start: z.string().default("") });

export const action = guarded("tender.create", async ({ app, actor, request }) => {
  const { start } = ownForm(form, Object.fromEntries(await request.formData()));
  const created = await createTender(app, actor, startOf(start));
  if (!created.ok) return refused(created.faults);
  throw redirect(`/tenders/${created.value.tenderId}/draft/settings`);
});

function startOf(entered: string): DraftStart {
  const [from, id = ""] = entered.split(":");
  if (from === "empty") return { from };
  return from === "tender" ? { from, tender: id } : { from: "profile", profile: id };
}

export default function NewTender({ loaderData: { profiles, tenders }, actionData }: Route.ComponentProps) {
  const t = useTranslate();
  const choices = [
    ...profiles.map(({ id, title, description, musts, shoulds, contractMonths, estimatedPriceSek }) => ({
      value: `profile:${id}`,
      label: title[t.language],
      hint: (
        <>
          {description[t.language]}{" "}
          {t("tender.new.profileFacts", {
            musts,
            shoulds,
            months: contractMonths,
            price: formatMoney(estimatedPriceSek, t.language),
          })}
        </>
      ),
    })),
    ...tenders.map(({ id, title, caseNumber }) => ({
      value: `tender:${id}`,
      label: t("tender.new.earlier", { title: title[t.language], caseNumber }),
    })),
    { value: "empty", label: t("tender.new.empty"), hint: t("tender.new.emptyHint") },
  ];
  return (
    <>
      <PageHeader title={t("tender.new.title")} lead={t("tender.new.lead")} />
      <ErrorSummary faults={actionData?.faults} />
      <Form method="post" className="flex max-w-measure flex-col gap-6">
        <RadioGroup
          name="start"
          label={t("tender.new.start")}
          choices={choices}
          defaultValue={choices[0]?.value ?? "empty"}
          faults={actionData?.faults ?? []}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button variant="primary">{t("tender.new.create")}</Button>
          <Link to="/tenders/import">{t("tenderFile.link")}</Link>
        </div>
      </Form>
    </>
  );
}
