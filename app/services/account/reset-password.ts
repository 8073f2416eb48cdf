import { setPassword } from "#app/db/account.ts";
import { deleteSessionsOf } from "#app/db/session.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { oneTimeCode, oneTimeLifeUs } from "#app/services/account/one-time-code.ts";
import { ownUser } from "#app/services/account/own-user.ts";
import { hashPassword } from "#app/services/account/password-hash.ts";
import { type Application, log } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

/**
 * Gives a person of the own organisation who has forgotten theirs a new one-time password, and ends their sessions.
 * Faults: `not_allowed`, `not_found`; `own_account`: one changes one's own password knowing the old one.
 *
 * @returns the one-time password, which is shown once and stored nowhere
 */
export async function resetPassword(
  app: Application,
  administrator: Person,
  accountId: string,
): Promise<Result<{ password: string; name: string }>> {
  const allowed = authorise(administrator, "account.administer");
  if (!allowed.ok) return allowed;
  const password = oneTimeCode();
  const hash = await hashPassword(password);
  return await app.database.write(async (trx) => {
    const user = await ownUser(trx, administrator, accountId);
    if (!user.ok) return user;
    if (accountId === administrator.accountId) return failure({ code: "own_account" });
    await setPassword(trx, accountId, hash, app.now() + oneTimeLifeUs);
    await deleteSessionsOf(trx, accountId);
    await log(app, trx, administrator, "auth.password-reset", null, { account: accountId });
    return success({ password, name: user.value.name });
  });
}
