import { Form } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { OrganisationFields } from "#app/components/organisation-fields.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { emailLine, passwordLine, readForm, refusedForm, textLine } from "#app/server/form.ts";
import { guarded } from "#app/server/guard.ts";
import { localPath } from "#app/server/local-path.ts";
import { clientOf, redirectWithSession } from "#app/server/session-request.ts";
import { registerVendor } from "#app/services/account/register-vendor.ts";
import type { Route } from "./+types/register";

const registration = z.object({
  organisationName: textLine(200),
  organisationNumber: textLine(40),
  name: textLine(200),
  email: emailLine,
  password: passwordLine,
});

export const loader = guarded("account.register", async () => null);

export const action = guarded("account.register", async ({ app, actor, request, language, context }) => {
  const { result: form, values } = await readForm(request, registration);
  if (!form.ok) return refusedForm(form.faults, values);
  const token = await registerVendor(app, actor, { ...form.value, language }, clientOf(context));
  if (!token.ok) return refusedForm(token.faults, values);
  const to = new URL(request.url).searchParams.get("to");
  return redirectWithSession(app, token.value, localPath(to ?? "/tenders"));
});

export default function Register({ actionData }: Route.ComponentProps) {
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("account.register.title")} lead={t("account.register.lead")} />
      <ErrorSummary faults={actionData?.faults} />
      <Form method="post" className="flex max-w-measure flex-col items-start gap-8 *:w-full">
        <OrganisationFields faults={actionData?.faults ?? []} values={actionData?.values ?? {}} />
        <Button variant="primary" className="w-auto!">
          {t("account.register.submit")}
        </Button>
      </Form>
    </>
  );
}
