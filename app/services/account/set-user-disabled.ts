import { setDisabled } from "#app/db/account.ts";
import { deleteSessionsOf } from "#app/db/session.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { ownUser } from "#app/services/account/own-user.ts";
import { type Application, log } from "#app/services/application.ts";

/**
 * Keeps a person of the own organisation out, or lets them in again. An account is never deleted: what it did stays
 * readable. Faults: `not_allowed`, `not_found`; `own_account`, so that an organisation always keeps an administrator.
 */
export async function setUserDisabled(
  app: Application,
  administrator: Person,
  accountId: string,
  disabled: boolean,
): Promise<Result<null>> {
  return await app.database.write(async (trx) => {
    const user = await ownUser(trx, administrator, accountId);
    if (!user.ok) return user;
    if (accountId === administrator.accountId) return failure({ code: "own_account" });
    if (user.value.disabled === disabled) return success(null);
    await setDisabled(trx, accountId, disabled ? app.now() : null);
    if (disabled) await deleteSessionsOf(trx, accountId);
    await log(app, trx, administrator, disabled ? "account.disable" : "account.enable", null, {
      account: accountId,
    });
    return success(null);
  });
}
