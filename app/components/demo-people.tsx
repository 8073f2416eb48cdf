import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { OrganisationRole, TenderRole } from "#app/domain/account/actor.ts";

interface DemoPerson {
  readonly accountId: string;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly (OrganisationRole | TenderRole)[];
}

/** The example's people by organisation, a button each. */
export function DemoPeople({ people, to }: { readonly people: readonly DemoPerson[]; readonly to: string }) {
  const t = useTranslate();
  const organisations = [...new Set(people.map(({ organisation }) => organisation))];
  return (
    <section aria-labelledby="demo-people" className="mb-12">
      <h2 id="demo-people" className="text-xl">
        {t("account.demo.title")}
      </h2>
      <p className="mt-1 mb-4 text-ink-quiet">{t("account.demo.lead")}</p>
      <Form method="post" action="/demo/sign-in" reloadDocument className="flex flex-col gap-6">
        <input type="hidden" name="to" value={to} />
        {organisations.map((organisation) => (
          <fieldset key={organisation}>
            <legend className="mb-2 font-medium">{organisation}</legend>
            <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
              {people
                .filter((person) => person.organisation === organisation)
                .map(({ accountId, name, roles }) => (
                  <li key={accountId}>
                    <Button
                      name="person"
                      value={accountId}
                      className="h-full w-full flex-wrap justify-start! text-start"
                    >
                      <span className="w-full">{name}</span>
                      {roles.map((role) => (
                        <Tag key={role}>{t(`account.role.${role}`)}</Tag>
                      ))}
                    </Button>
                  </li>
                ))}
            </ul>
          </fieldset>
        ))}
      </Form>
    </section>
  );
}
