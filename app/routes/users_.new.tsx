import { Form, Link } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { OneTimePassword } from "#app/components/one-time-password.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { RoleFields } from "#app/components/role-fields.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { rolesOfKind } from "#app/domain/account/organisation-roles.ts";
import { emailLine, readForm, refusedForm, textLine, tickedRoles } from "#app/server/form.ts";
import { expectValue, guarded, personOf } from "#app/server/guard.ts";
import { createUser } from "#app/services/account/create-user.ts";
import { mayAdminister } from "#app/services/account/own-user.ts";
import type { Route } from "./+types/users_.new";

const newUser = z.object({ name: textLine(200), email: emailLine });

export const loader = guarded("account.administer", async ({ actor }) => {
  const person = personOf(actor);
  expectValue(mayAdminister(person));
  return { roles: rolesOfKind[person.organisation.kind] };
});

export const action = guarded("account.administer", async ({ app, actor, request }) => {
  const roles = tickedRoles(await request.clone().formData());
  const { result: form, values } = await readForm(request, newUser);
  if (!form.ok) return refusedForm(form.faults, values);
  const created = await createUser(app, personOf(actor), { ...form.value, roles });
  if (!created.ok) return refusedForm(created.faults, values);
  return { created: { name: form.value.name, password: created.value.password } };
});

export default function NewUser({ loaderData: { roles }, actionData }: Route.ComponentProps) {
  const t = useTranslate();
  if (actionData !== undefined && "created" in actionData) {
    return (
      <>
        <PageHeader title={t("account.users.newTitle")} />
        <OneTimePassword {...actionData.created} />
        <p className="mt-6">
          <Link to="/users">{t("account.users.back")}</Link>
        </p>
      </>
    );
  }
  const faults = actionData?.faults ?? [];
  const values = actionData?.values ?? {};
  return (
    <>
      <PageHeader title={t("account.users.newTitle")} lead={t("account.users.newLead")} />
      <ErrorSummary faults={actionData?.faults} />
      <Form method="post" className="flex max-w-measure flex-col items-start gap-6 *:w-full">
        <TextField
          name="name"
          label={t("account.name")}
          autoComplete="off"
          required
          defaultValue={values.name}
          faults={faults}
        />
        <TextField
          name="email"
          label={t("account.email")}
          type="email"
          autoComplete="off"
          required
          defaultValue={values.email}
          faults={faults}
        />
        <RoleFields roles={roles} held={roles.filter((role) => `role.${role}` in values)} faults={faults} />
        <Button variant="primary" className="w-auto!">
          {t("account.users.add")}
        </Button>
      </Form>
    </>
  );
}
