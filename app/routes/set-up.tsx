import { Form, redirect } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { OrganisationFields } from "#app/components/organisation-fields.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { emailLine, passwordLine, readForm, refusedForm, textLine } from "#app/server/form.ts";
import { guarded } from "#app/server/guard.ts";
import { clientOf, redirectWithSession } from "#app/server/session-request.ts";
import { setUp } from "#app/services/account/set-up.ts";
import { isSetUp } from "#app/services/account/set-up-code.ts";
import type { Route } from "./+types/set-up";

const firstAdministrator = z.object({
  code: textLine(100),
  organisationName: textLine(200),
  organisationNumber: textLine(40),
  name: textLine(200),
  email: emailLine,
  password: passwordLine,
});

export const loader = guarded("account.set-up", async ({ app }) => {
  if (await isSetUp(app)) throw redirect("/sign-in");
  return null;
});

export const action = guarded("account.set-up", async ({ app, actor, request, language, context }) => {
  const { result: form, values } = await readForm(request, firstAdministrator);
  if (!form.ok) return refusedForm(form.faults, values);
  const token = await setUp(app, actor, { ...form.value, language }, clientOf(context));
  if (!token.ok) return refusedForm(token.faults, values);
  return redirectWithSession(app, token.value, "/");
});

export default function SetUp({ actionData }: Route.ComponentProps) {
  const t = useTranslate();
  const faults = actionData?.faults ?? [];
  const values = actionData?.values ?? {};
  return (
    <>
      <PageHeader title={t("account.setUp.title")} lead={t("account.setUp.lead")} />
      <ErrorSummary faults={actionData?.faults} />
      <Form method="post" className="flex max-w-measure flex-col items-start gap-8 *:w-full">
        <TextField
          name="code"
          label={t("account.setUp.code")}
          hint={t("account.setUp.codeHint")}
          className="max-w-60 font-mono"
          autoComplete="off"
          required
          defaultValue={values.code}
          faults={faults}
        />
        <OrganisationFields faults={faults} values={values} />
        <div>
          <p className="mb-3 text-ink-quiet">{t("account.setUp.next")}</p>
          <Button variant="primary">{t("account.setUp.submit")}</Button>
        </div>
      </Form>
    </>
  );
}
