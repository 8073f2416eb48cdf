import { insertAccount, insertOrganisation, setDisabled } from "#app/db/account.ts";
import type { OrganisationRole, Person, TenderRole } from "#app/domain/account/actor.ts";
import { newId } from "#app/services/new-id.ts";
import type { World } from "./databases.ts";

interface PersonSettings {
  /** `buyer` is the one buyer of the world, `vendor` a new vendor each time; or the id of an organisation. */
  readonly organisation: "buyer" | "vendor" | (string & {});
  /** Without it: none for a buyer, all three vendor roles for a vendor. */
  readonly roles?: readonly OrganisationRole[];
}

const vendorRoles: readonly OrganisationRole[] = ["vendor_admin", "vendor_editor", "vendor_submitter"];

/** An account with an organisation, as the actor it signs in as. Nobody can sign in to it: it has no password. */
export async function makePerson(
  { app }: World,
  { organisation: wanted, roles: given }: PersonSettings,
): Promise<Person> {
  const accountId = newId();
  return await app.database.write(async (trx) => {
    const found = await trx
      .selectFrom("organisation")
      .select(["id", "kind", "name"])
      .where((where) => (wanted === "buyer" ? where("kind", "=", "buyer") : where("id", "=", wanted)))
      .executeTakeFirst();
    if (found === undefined && wanted !== "buyer" && wanted !== "vendor") {
      throw new Error(`there is no organisation ${wanted}`);
    }
    const kind = wanted === "vendor" ? "vendor" : "buyer";
    const organisation = found ?? { id: newId(), kind, name: `${kind} ${accountId.slice(0, 6)}` };
    if (found === undefined) {
      await insertOrganisation(trx, {
        ...organisation,
        organisation_number: "556000-0000",
        created_us: app.now(),
      });
    }
    const roles = given ?? (organisation.kind === "vendor" ? vendorRoles : []);
    const account = {
      id: accountId,
      email: `${accountId}@exempel.invalid`,
      name: `Person ${accountId.slice(0, 6)}`,
      language: "sv" as const,
    };
    await insertAccount(
      trx,
      { ...account, organisation_id: organisation.id, password_hash: "", created_us: app.now() },
      roles,
    );
    return {
      kind: "person",
      accountId,
      name: account.name,
      email: account.email,
      language: account.language,
      organisation,
      roles,
    };
  });
}

export async function grantTenderRole(
  { app }: World,
  tenderId: string,
  person: Person,
  role: TenderRole,
): Promise<void> {
  await app.database.write((trx) =>
    trx
      .insertInto("tender_role")
      .values({ tender_id: tenderId, account_id: person.accountId, role, granted_us: app.now() })
      .execute(),
  );
}

export async function revokeTenderRole(
  { app }: World,
  tenderId: string,
  { accountId }: Person,
  role: TenderRole,
): Promise<void> {
  await app.database.write((trx) =>
    trx
      .deleteFrom("tender_role")
      .where("tender_id", "=", tenderId)
      .where("account_id", "=", accountId)
      .where("role", "=", role)
      .execute(),
  );
}

export const disableAccount = ({ app }: World, { accountId }: Person): Promise<void> =>
  app.database.write((trx) => setDisabled(trx, accountId, app.now()));

export const enableAccount = ({ app }: World, { accountId }: Person): Promise<void> =>
  app.database.write((trx) => setDisabled(trx, accountId, null));
