import { emailTaken, insertAccount, insertOrganisation } from "#app/db/account.ts";
import type { Writing } from "#app/db/database.ts";
import type { OrganisationRole } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { logAccount } from "#app/services/account/log-account.ts";
import type { Application } from "#app/services/application.ts";
import { newId } from "#app/services/new-id.ts";

/** What the first person of an organisation fills in. */
export interface NewOrganisation {
  readonly organisationName: string;
  readonly organisationNumber: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

/** An organisation and its first person, who chose their own password. Fault: `email_taken`. */
export async function createOrganisation(
  app: Application,
  trx: Writing,
  input: Omit<NewOrganisation, "password"> & { readonly passwordHash: string },
  kind: "buyer" | "vendor",
  roles: readonly OrganisationRole[],
): Promise<Result<{ accountId: string }>> {
  if (await emailTaken(trx, input.email)) {
    return failure({ code: "email_taken", place: { field: "email" } });
  }
  const organisationId = newId();
  const accountId = newId();
  await insertOrganisation(trx, {
    id: organisationId,
    kind,
    name: input.organisationName,
    organisation_number: input.organisationNumber,
    created_us: app.now(),
  });
  await insertAccount(
    trx,
    {
      id: accountId,
      email: input.email,
      name: input.name,
      organisation_id: organisationId,
      password_hash: input.passwordHash,
      language: input.language,
      created_us: app.now(),
    },
    roles,
  );
  await logAccount(app, trx, accountId, kind === "buyer" ? "account.set-up" : "account.register", {
    organisation: organisationId,
    roles: roles.join(" "),
  });
  return success({ accountId });
}
