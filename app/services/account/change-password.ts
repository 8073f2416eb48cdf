import { credentialsOf, setPassword } from "#app/db/account.ts";
import { deleteSessionsOf } from "#app/db/session.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { passwordFaults } from "#app/domain/account/password.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { countAttempt } from "#app/services/account/attempt.ts";
import type { Client } from "#app/services/account/client.ts";
import { hashPassword, verifyPassword } from "#app/services/account/password-hash.ts";
import { startSession } from "#app/services/account/start-session.ts";
import { type Application, log } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

/**
 * Changes the person's own password, ends all their sessions and starts a new one for the browser that asks.
 *
 * Faults: `password_wrong` and those of a new password, together; `too_many_attempts`.
 *
 * @returns token of the new session
 */
export async function changePassword(
  app: Application,
  person: Person,
  { password, newPassword }: { readonly password: string; readonly newPassword: string },
  client: Client,
): Promise<Result<string>> {
  const allowed = authorise(person, "account.own");
  if (!allowed.ok) return allowed;
  const attempt = await countAttempt(app, person.email, client.address);
  if (!attempt.ok) return attempt;
  const account = await credentialsOf(app.database.read, person.email);
  const right = await verifyPassword(account?.password_hash ?? null, password);
  if (right) await attempt.value.takeBack();
  const faults: Fault[] = right ? [] : [{ code: "password_wrong", place: { field: "password" } }];
  faults.push(...passwordFaults(newPassword, "newPassword"));
  if (faults.length > 0) return failure(...faults);
  const hash = await hashPassword(newPassword);
  return await app.database.write(async (trx) => {
    await setPassword(trx, person.accountId, hash, null);
    await deleteSessionsOf(trx, person.accountId);
    await log(app, trx, person, "auth.password-change", null, { once: false });
    return success(await startSession(app, trx, person.accountId, client.agent));
  });
}
