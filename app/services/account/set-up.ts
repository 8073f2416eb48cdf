import { anyAccount } from "#app/db/account.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { passwordFaults } from "#app/domain/account/password.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { countAttempt } from "#app/services/account/attempt.ts";
import type { Client } from "#app/services/account/client.ts";
import { createOrganisation, type NewOrganisation } from "#app/services/account/new-organisation.ts";
import { hashPassword } from "#app/services/account/password-hash.ts";
import { forgetSetUpCode, isSetUpCode } from "#app/services/account/set-up-code.ts";
import { startSession } from "#app/services/account/start-session.ts";
import type { Application } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

/**
 * Makes the buyer organisation and its first administrator, and signs them in. The role is org_admin and no other:
 * enough to add people and to draft a tender. Not sysadmin, who may read no tender content and so could not try the
 * product; not auditor, who reads every opened response: that role is given on purpose, and the log shows to whom.
 *
 * Faults: `already_set_up`, `set_up_code_wrong`, `too_many_attempts`, those of the password, `email_taken`.
 *
 * @returns token of the session
 */
export async function setUp(
  app: Application,
  actor: Actor,
  input: NewOrganisation & { readonly code: string },
  client: Client,
): Promise<Result<string>> {
  const allowed = authorise(actor, "account.set-up");
  if (!allowed.ok) return allowed;
  const faults = passwordFaults(input.password, "password");
  if (faults.length > 0) return failure(...faults);
  const attempt = await countAttempt(app, "set-up", client.address);
  if (!attempt.ok) return attempt;
  const passwordHash = await hashPassword(input.password);
  return await app.database.write(async (trx) => {
    // Two first visitors at once: the second finds an account.
    if (await anyAccount(trx)) return failure({ code: "already_set_up" });
    if (!(await isSetUpCode(trx, input.code))) {
      return failure({ code: "set_up_code_wrong", place: { field: "code" } });
    }
    const created = await createOrganisation(app, trx, { ...input, passwordHash }, "buyer", ["org_admin"]);
    if (!created.ok) return created;
    await forgetSetUpCode(trx);
    return success(await startSession(app, trx, created.value.accountId, client.agent));
  });
}
