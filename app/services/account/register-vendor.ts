import type { Actor } from "#app/domain/account/actor.ts";
import { passwordFaults } from "#app/domain/account/password.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { countAttempt } from "#app/services/account/attempt.ts";
import type { Client } from "#app/services/account/client.ts";
import { createOrganisation, type NewOrganisation } from "#app/services/account/new-organisation.ts";
import { hashPassword } from "#app/services/account/password-hash.ts";
import { startSession } from "#app/services/account/start-session.ts";
import type { Application } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

/**
 * Registers a vendor with its first person, who may do everything for it, and signs them in. An organisation number
 * may be registered twice: refusing would let a rival keep a vendor out, and tell who else is about to respond.
 *
 * Faults: those of the password, `email_taken`, `too_many_attempts`.
 *
 * @returns token of the session
 */
export async function registerVendor(
  app: Application,
  actor: Actor,
  input: NewOrganisation,
  client: Client,
): Promise<Result<string>> {
  const allowed = authorise(actor, "account.register");
  if (!allowed.ok) return allowed;
  const faults = passwordFaults(input.password, "password");
  if (faults.length > 0) return failure(...faults);
  const attempt = await countAttempt(app, "register", client.address);
  if (!attempt.ok) return attempt;
  const passwordHash = await hashPassword(input.password);
  return await app.database.write(async (trx) => {
    const created = await createOrganisation(app, trx, { ...input, passwordHash }, "vendor", [
      "vendor_admin",
      "vendor_editor",
      "vendor_submitter",
    ]);
    if (!created.ok) return created;
    return success(await startSession(app, trx, created.value.accountId, client.agent));
  });
}
