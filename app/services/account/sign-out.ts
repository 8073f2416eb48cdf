import { deleteSession } from "#app/db/session.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { sessionHash } from "#app/services/account/actor-of-session.ts";
import { type Application, log } from "#app/services/application.ts";

/** Ends the session of `token`; for somebody who is not signed in there is nothing to do, and that is no fault. */
export async function signOut(app: Application, actor: Actor, token: string | null): Promise<Result<null>> {
  if (actor.kind !== "person" || token === null) return success(null);
  await app.database.write(async (trx) => {
    await deleteSession(trx, actor.accountId, sessionHash(token));
    await log(app, trx, actor, "auth.sign-out", null, {});
  });
  return success(null);
}
