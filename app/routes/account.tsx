import { data, Form } from "react-router";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { formatDateTime } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Tag } from "#app/components/tag.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { passwordLine, readForm, refusedForm } from "#app/server/form.ts";
import { expectValue, guarded, personOf } from "#app/server/guard.ts";
import { sessionCookie } from "#app/server/session-cookie.ts";
import { clientOf, sessionToken } from "#app/server/session-request.ts";
import { changePassword } from "#app/services/account/change-password.ts";
import { endSession } from "#app/services/account/end-session.ts";
import { listSessions, type OwnSession } from "#app/services/account/list-sessions.ts";
import type { Route } from "./+types/account";

/** The people who use this are where the buyer is; a session belongs to no tender whose zone could be asked. */
const zone = "Europe/Stockholm";

const passwords = z.object({ password: passwordLine, newPassword: passwordLine });

export const loader = guarded("account.own", async ({ app, actor, request }) => {
  const person = personOf(actor);
  return {
    person: {
      name: person.name,
      email: person.email,
      organisation: person.organisation.name,
      roles: person.roles,
    },
    sessions: expectValue(await listSessions(app, person, sessionToken(app, request))),
  };
});

export const action = guarded("account.own", async ({ app, actor, request, context }) => {
  const person = personOf(actor);
  const ended = (await request.clone().formData()).get("session");
  if (typeof ended === "string") {
    expectValue(await endSession(app, person, ended));
    return { faults: [], changed: false };
  }
  const { result: form, values } = await readForm(request, passwords);
  if (!form.ok) return refusedForm(form.faults, values);
  const token = await changePassword(app, person, form.value, clientOf(context));
  if (!token.ok) return refusedForm(token.faults, values);
  return data(
    { faults: [], changed: true },
    { headers: { "Set-Cookie": sessionCookie(app.url, token.value) } },
  );
});

export default function Account({ loaderData: { person, sessions }, actionData }: Route.ComponentProps) {
  const t = useTranslate();
  const faults = actionData?.faults ?? [];
  const changed = actionData !== undefined && "changed" in actionData && actionData.changed;
  return (
    <>
      <PageHeader title={t("account.own.title")} />
      <ErrorSummary faults={actionData?.faults} />
      <dl className="mb-10 grid max-w-measure grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <Detail label={t("account.name")}>{person.name}</Detail>
        <Detail label={t("account.email")}>{person.email}</Detail>
        <Detail label={t("account.organisation")}>{person.organisation}</Detail>
        <Detail label={t("account.roles")}>
          {person.roles.map((role) => t(`account.role.${role}`)).join(", ") || t("account.noRole")}
        </Detail>
      </dl>

      <section aria-labelledby="sessions" className="mb-10">
        <h2 id="sessions" className="text-xl">
          {t("account.own.sessions")}
        </h2>
        <p className="mt-1 mb-3 text-ink-quiet">{t("account.own.sessionsLead")}</p>
        <Sessions sessions={sessions} />
      </section>

      <section aria-labelledby="password-change" className="max-w-96">
        <h2 id="password-change" className="mb-3 text-xl">
          {t("account.own.changePassword")}
        </h2>
        {changed && (
          <Notice tone="positive" live>
            {t("account.own.changed")}
          </Notice>
        )}
        <Form method="post" className="mt-4 flex flex-col gap-5" key={changed ? "changed" : "asking"}>
          <TextField
            name="password"
            label={t("account.own.currentPassword")}
            type="password"
            autoComplete="current-password"
            required
            faults={faults}
          />
          <TextField
            name="newPassword"
            label={t("account.newPassword")}
            hint={t("account.passwordHint")}
            type="password"
            autoComplete="new-password"
            required
            faults={faults}
          />
          <p className="text-ink-quiet text-sm">{t("account.own.changeHint")}</p>
          <Button variant="primary">{t("account.own.changePassword")}</Button>
        </Form>
      </section>
    </>
  );
}

function Detail({ label, children }: { label: string; children: string }) {
  return (
    <>
      <dt className="text-ink-quiet">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const t = useTranslate();
  return (
    <ul className="max-w-measure divide-y divide-line border-line border-y">
      {sessions.map(({ id, browser, createdUs, seenUs, current }) => (
        <li key={id} className="flex items-center justify-between gap-4 py-3">
          <div>
            <p className="font-medium">{browser ?? t("account.own.unknownBrowser")}</p>
            <p className="text-ink-quiet text-sm">
              {t("account.own.started", { time: formatDateTime(createdUs, t.language, zone) })}
              <br />
              {t("account.own.seen", { time: formatDateTime(seenUs, t.language, zone) })}
            </p>
          </div>
          {current ? (
            <Tag tone="accent">{t("account.own.current")}</Tag>
          ) : (
            <Form method="post">
              <Button name="session" value={id}>
                {t("account.own.end")}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
