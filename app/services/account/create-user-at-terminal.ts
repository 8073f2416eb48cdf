import { emailTaken, insertAccount, insertOrganisation } from "#app/db/account.ts";
import type { Writing } from "#app/db/database.ts";
import { recordEvent } from "#app/db/log.ts";
import type { OrganisationRole } from "#app/domain/account/actor.ts";
import { roleFaults } from "#app/domain/account/organisation-roles.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { oneTimeCode, oneTimeLifeUs } from "#app/services/account/one-time-code.ts";
import { hashPassword } from "#app/services/account/password-hash.ts";
import type { Application } from "#app/services/application.ts";
import { newId } from "#app/services/new-id.ts";

export interface TerminalUser {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly OrganisationRole[];
  /** Name of the buyer organisation, needed when there is none yet; empty otherwise. */
  readonly organisation: string;
}

/**
 * Adds a person of the buyer at the server's own terminal: for scripted installation, and the way back in when no
 * administrator can sign in. Whoever has the terminal has the database anyway, so nothing is authorised, but it is
 * logged. Faults: `email_taken`, `organisation_missing`, those of the roles.
 *
 * @returns the one-time password
 */
export async function createUserAtTerminal(
  app: Pick<Application, "database" | "now" | "release">,
  input: TerminalUser,
): Promise<Result<{ password: string }>> {
  const password = oneTimeCode();
  const passwordHash = await hashPassword(password);
  return await app.database.write(async (trx) => {
    const faults: Fault[] = roleFaults(input.roles, "buyer");
    if (await emailTaken(trx, input.email)) faults.push({ code: "email_taken", place: { field: "email" } });
    const organisation = await buyerOrganisation(trx);
    if (organisation === undefined && input.organisation === "") {
      faults.push({ code: "organisation_missing", place: { field: "organisation" } });
    }
    if (faults.length > 0) return failure(...faults);
    const nowUs = app.now();
    const id = newId();
    const organisationId = organisation?.id ?? newId();
    if (organisation === undefined) {
      await insertOrganisation(trx, {
        id: organisationId,
        kind: "buyer",
        name: input.organisation,
        organisation_number: "",
        created_us: nowUs,
      });
    }
    await insertAccount(
      trx,
      {
        id,
        email: input.email,
        name: input.name,
        organisation_id: organisationId,
        password_hash: passwordHash,
        language: "sv",
        created_us: nowUs,
      },
      input.roles,
      nowUs + oneTimeLifeUs,
    );
    await recordEvent(trx, app.release, {
      atUs: nowUs,
      actor: "terminal",
      kind: "account.create",
      tender: null,
      facts: { account: id, roles: input.roles.join(" ") },
    });
    return success({ password });
  });
}

const buyerOrganisation = async (trx: Writing) =>
  await trx
    .selectFrom("organisation")
    .select("id")
    .where("kind", "=", "buyer")
    .orderBy("created_us")
    .limit(1)
    .executeTakeFirst();
