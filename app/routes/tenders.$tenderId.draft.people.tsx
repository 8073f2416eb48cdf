import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { tenderRoles } from "#app/domain/account/actor.ts";
import { readDraftForm } from "#app/server/draft-form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { assignRoles, readTenderRoles } from "#app/services/tender/assign-roles.ts";
import type { Route } from "./+types/tenders.$tenderId.draft.people";

export const loader = guarded("tender.draft.read", async ({ app, actor, params }) =>
  expectValue(await readTenderRoles(app, actor, param(params, "tenderId"))),
);

export const action = guarded("tender.assign-roles", async ({ app, actor, params, request }) => {
  const form = await readDraftForm(request);
  const ticked = form.all("role");
  const wanted = tenderRoles.filter((role) => ticked.includes(role));
  const assigned = await assignRoles(app, actor, param(params, "tenderId"), form.text("account"), wanted);
  return assigned.ok ? { faults: [] } : refused(assigned.faults);
});

export default function People({ loaderData: { people, mayAssign } }: Route.ComponentProps) {
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("tender.draft.people")} lead={t("tender.people.lead")} />
      <ul className="border-line border-t">
        {people.map((person) => (
          <li key={person.accountId} id={`roles.${person.accountId}`} className="border-line border-b py-4">
            <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <span className="font-medium">{person.name}</span>
              <span className="text-ink-quiet text-sm">{person.email}</span>
              <span className="flex flex-wrap gap-1">
                {person.roles.map((role) => (
                  <Tag key={role} tone="accent">
                    {t(`account.role.${role}`)}
                  </Tag>
                ))}
              </span>
            </div>
            {mayAssign && <Roles person={person} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Roles({
  person: { accountId, roles },
}: {
  person: Route.ComponentProps["loaderData"]["people"][number];
}) {
  const t = useTranslate();
  return (
    <details className="mt-2">
      <summary className="text-accent text-sm">{t("tender.people.change")}</summary>
      <Form method="post" preventScrollReset key={roles.join()} className="mt-3">
        <input type="hidden" name="account" value={accountId} />
        <div className="mb-3 grid gap-x-6 gap-y-2 sm:grid-cols-2 xl:grid-cols-3">
          {tenderRoles.map((role) => (
            <label key={role} className="flex gap-3">
              <input
                type="checkbox"
                name="role"
                value={role}
                defaultChecked={roles.includes(role)}
                className="mt-0.5 size-5 shrink-0 accent-accent"
              />
              <span>
                {t(`account.role.${role}`)}
                <span className="block text-ink-quiet text-sm">{t(`tender.roleHint.${role}`)}</span>
              </span>
            </label>
          ))}
        </div>
        <Button>{t("tender.people.save")}</Button>
      </Form>
    </details>
  );
}
