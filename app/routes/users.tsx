import { Link } from "react-router";
import { ButtonLink } from "#app/components/button.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, personOf } from "#app/server/guard.ts";
import { type ListedUser, listUsers } from "#app/services/account/list-users.ts";
import type { Route } from "./+types/users";

export const loader = guarded("account.administer", async ({ app, actor }) => {
  const person = personOf(actor);
  return { organisation: person.organisation.name, users: expectValue(await listUsers(app, person)) };
});

export default function Users({ loaderData: { organisation, users } }: Route.ComponentProps) {
  const t = useTranslate();
  const columns: Column<ListedUser>[] = [
    {
      id: "name",
      head: t("account.name"),
      cell: ({ id, name }) => <Link to={`/users/${id}`}>{name}</Link>,
    },
    { id: "email", head: t("account.email"), cell: ({ email }) => email },
    {
      id: "roles",
      head: t("account.roles"),
      cell: ({ roles }) => roles.map((role) => t(`account.role.${role}`)).join(", ") || t("account.noRole"),
    },
    { id: "status", head: t("account.users.status"), cell: (user) => <Status user={user} /> },
  ];
  return (
    <>
      <PageHeader
        title={t("account.users.title")}
        lead={t("account.users.lead", { organisation })}
        action={
          <ButtonLink to="/users/new" variant="primary">
            {t("account.users.add")}
          </ButtonLink>
        }
      />
      <DataTable
        caption={t("account.users.count", { count: users.length })}
        columns={columns}
        rows={users}
        rowKey={({ id }) => id}
      />
    </>
  );
}

function Status({ user }: { user: ListedUser }) {
  const t = useTranslate();
  if (user.disabled) return <Tag tone="danger">{t("account.users.disabled")}</Tag>;
  if (user.oneTimeUntilUs !== null) return <Tag tone="warning">{t("account.users.waiting")}</Tag>;
  return <Tag tone="positive">{t("account.users.active")}</Tag>;
}
