import { Form, Link } from "react-router";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { OneTimePassword } from "#app/components/one-time-password.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { RoleFields } from "#app/components/role-fields.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { rolesOfKind } from "#app/domain/account/organisation-roles.ts";
import { refusedForm, tickedRoles } from "#app/server/form.ts";
import { expectValue, guarded, param, personOf } from "#app/server/guard.ts";
import { readUser } from "#app/services/account/own-user.ts";
import { resetPassword } from "#app/services/account/reset-password.ts";
import { setUserDisabled } from "#app/services/account/set-user-disabled.ts";
import { setUserRoles } from "#app/services/account/set-user-roles.ts";
import type { Route } from "./+types/users_.$accountId";

export const loader = guarded("account.administer", async ({ app, actor, params }) => {
  const person = personOf(actor);
  const user = expectValue(await readUser(app, person, param(params, "accountId")));
  return { user, own: user.id === person.accountId, roles: rolesOfKind[person.organisation.kind] };
});

export const action = guarded("account.administer", async ({ app, actor, params, request }) => {
  const person = personOf(actor);
  const accountId = param(params, "accountId");
  const form = await request.formData();
  const act = form.get("act");
  if (act === "reset") {
    const reset = await resetPassword(app, person, accountId);
    return reset.ok ? { reset: reset.value } : refusedForm(reset.faults, {});
  }
  const done =
    act === "disable" || act === "enable"
      ? await setUserDisabled(app, person, accountId, act === "disable")
      : await setUserRoles(app, person, accountId, tickedRoles(form));
  return done.ok ? { saved: true } : refusedForm(done.faults, {});
});

export default function User({ loaderData: { user, own, roles }, actionData }: Route.ComponentProps) {
  const t = useTranslate();
  const faults = actionData !== undefined && "faults" in actionData ? actionData.faults : [];
  return (
    <>
      <PageHeader
        title={user.name}
        lead={user.email}
        above={<Link to="/users">{t("account.users.title")}</Link>}
      />
      <ErrorSummary faults={faults} />
      {actionData !== undefined && "saved" in actionData && (
        <Notice tone="positive" live>
          {t("account.users.saved")}
        </Notice>
      )}
      {actionData !== undefined && "reset" in actionData && <OneTimePassword {...actionData.reset} />}
      <Form method="post" className="mt-6 flex max-w-measure flex-col items-start gap-5 *:w-full">
        <RoleFields roles={roles} held={user.roles} faults={faults} />
        <Button variant="primary" className="w-auto!">
          {t("account.users.saveRoles")}
        </Button>
      </Form>
      {!own && (
        <section aria-labelledby="access" className="mt-12 max-w-measure">
          <h2 id="access" className="mb-4 text-xl">
            {t("account.users.access")}
          </h2>
          <Form method="post" className="flex flex-col items-start gap-2">
            {user.disabled ? (
              <Button name="act" value="enable">
                {t("account.users.enable")}
              </Button>
            ) : (
              <>
                <Button name="act" value="reset">
                  {t("account.users.reset")}
                </Button>
                <p className="mb-4 text-ink-quiet text-sm">{t("account.users.resetHint")}</p>
                <Button name="act" value="disable" variant="danger">
                  {t("account.users.disable")}
                </Button>
                <p className="text-ink-quiet text-sm">{t("account.users.disableHint")}</p>
              </>
            )}
          </Form>
        </section>
      )}
    </>
  );
}
