import {
  type OrganisationRole,
  organisationRoles,
  type TenderRole,
  tenderRoles,
} from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Application } from "#app/services/application.ts";

/** The example's people have addresses that can never be anybody's (RFC 2606). */
export const demoAddress = "@exempel.invalid";

export interface DemoPerson {
  readonly accountId: string;
  readonly name: string;
  readonly organisation: string;
  readonly kind: "buyer" | "vendor";
  /** Roles in the organisation, then those held in any tender. */
  readonly roles: readonly (OrganisationRole | TenderRole)[];
}

/** The example's people, buyer first; signing in as one of them takes one click. Fault: `not_found` without the demo. */
export async function listDemoPeople(app: Application): Promise<Result<DemoPerson[]>> {
  if (!app.demo) return failure({ code: "not_found" });
  const db = app.database.read;
  const people = await db
    .selectFrom("account")
    .innerJoin("organisation", "organisation.id", "account.organisation_id")
    .select(["account.id", "account.name", "organisation.name as organisation", "organisation.kind"])
    .where("account.email", "like", `%${demoAddress}`)
    .where("account.disabled_us", "is", null)
    .orderBy("organisation.kind")
    .orderBy("organisation.name")
    .orderBy("account.created_us")
    .orderBy("account.email")
    .execute();
  const held = [
    ...(await db.selectFrom("account_role").select(["account_id", "role"]).execute()),
    ...(await db.selectFrom("tender_role").select(["account_id", "role"]).distinct().execute()),
  ];
  return success(
    people.map(({ id, ...person }) => ({
      ...person,
      accountId: id,
      roles: [...organisationRoles, ...tenderRoles].filter((role) =>
        held.some((row) => row.account_id === id && row.role === role),
      ),
    })),
  );
}
