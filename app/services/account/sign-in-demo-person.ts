import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Client } from "#app/services/account/client.ts";
import { demoAddress } from "#app/services/account/list-demo-people.ts";
import { logAccount } from "#app/services/account/log-account.ts";
import { startSession } from "#app/services/account/start-session.ts";
import type { Application } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

/**
 * Signs in as one of the example's people without a password. Fault: `not_found` when the demo is off, and for every
 * account that is not the example's.
 *
 * @returns token of the session
 */
export async function signInDemoPerson(
  app: Application,
  actor: Actor,
  accountId: string,
  client: Client,
): Promise<Result<string>> {
  const allowed = authorise(actor, "account.sign-in");
  if (!allowed.ok) return allowed;
  if (!app.demo) return failure({ code: "not_found" });
  return await app.database.write(async (trx) => {
    const account = await trx
      .selectFrom("account")
      .select(["id", "email"])
      .where("id", "=", accountId)
      .where("disabled_us", "is", null)
      .executeTakeFirst();
    if (account === undefined || !account.email.endsWith(demoAddress)) return failure({ code: "not_found" });
    await logAccount(app, trx, account.id, "auth.sign-in", { method: "demo" });
    return success(await startSession(app, trx, account.id, client.agent));
  });
}
