import { Form, Link, redirect } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { DemoPeople } from "#app/components/demo-people.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";
import { emailLine, passwordLine, readForm, refusedForm } from "#app/server/form.ts";
import { guarded } from "#app/server/guard.ts";
import { localPath } from "#app/server/local-path.ts";
import { clientOf, redirectWithSession } from "#app/server/session-request.ts";
import { listDemoPeople } from "#app/services/account/list-demo-people.ts";
import { signIn } from "#app/services/account/sign-in.ts";
import type { Route } from "./+types/sign-in";

const signInForm = z.object({
  email: emailLine,
  password: passwordLine,
  newPassword: z.string().max(1000, "too_long").default(""),
  to: z.string().default("/"),
});

export const loader = guarded("account.sign-in", async ({ app, actor, request }) => {
  const to = localPath(new URL(request.url).searchParams.get("to"));
  if (actor.kind === "person" && !app.demo) throw redirect(to);
  const people = await listDemoPeople(app);
  return { to, people: people.ok ? people.value : [] };
});

export const action = guarded("account.sign-in", async ({ app, actor, request, context }) => {
  const { result: form, values } = await readForm(request, signInForm);
  if (!form.ok) return refusedForm(form.faults, values);
  const token = await signIn(app, actor, form.value, clientOf(context));
  if (!token.ok) return refusedForm(token.faults, values);
  return redirectWithSession(app, token.value, localPath(form.value.to));
});

/** Faults that only who knows the one-time password gets: the field for their own is shown from then on. */
const asksForNew = (faults: readonly Fault[]) => faults.some(({ place }) => place?.field === "newPassword");

export default function SignIn({ loaderData: { to, people }, actionData }: Route.ComponentProps) {
  const t = useTranslate();
  // That a one-time password must be replaced is the next step and nobody's mistake.
  const faults = (actionData?.faults ?? []).filter(({ code }) => code !== "new_password_needed");
  const values = actionData?.values ?? {};
  return (
    <>
      <PageHeader title={t("account.signIn.title")} />
      <ErrorSummary faults={faults} />
      {people.length > 0 && <DemoPeople people={people} to={to} />}
      {/* A whole new page: it comes in the language of the account. */}
      <Form method="post" reloadDocument className="flex max-w-96 flex-col gap-5">
        {people.length > 0 && <h2 className="text-xl">{t("account.demo.ownAccount")}</h2>}
        <input type="hidden" name="to" value={to} />
        <TextField
          name="email"
          label={t("account.email")}
          type="email"
          autoComplete="username"
          required
          defaultValue={values.email}
          faults={faults}
        />
        <TextField
          name="password"
          label={t("account.password")}
          type="password"
          autoComplete="current-password"
          required
          faults={faults}
        />
        {asksForNew(actionData?.faults ?? []) && (
          <>
            <Notice>{t("account.signIn.once")}</Notice>
            <TextField
              name="newPassword"
              label={t("account.newPassword")}
              hint={t("account.passwordHint")}
              type="password"
              autoComplete="new-password"
              autoFocus={faults.length === 0}
              required
              faults={faults}
            />
          </>
        )}
        <Button variant="primary">{t("account.signIn.submit")}</Button>
      </Form>
      <p className="mt-8 max-w-measure">
        {t("account.signIn.noAccount")}{" "}
        <Link to={to === "/" ? "/register" : `/register?to=${encodeURIComponent(to)}`}>
          {t("account.signIn.register")}
        </Link>
      </p>
      <p className="mt-2 max-w-measure text-ink-quiet">{t("account.signIn.forgotten")}</p>
    </>
  );
}
