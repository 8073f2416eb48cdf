import { deleteSession } from "#app/db/session.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Application, log } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

/** Ends one of the person's own sessions, for example that of a lost telephone. Fault: `not_found`. */
export async function endSession(app: Application, person: Person, sessionId: string): Promise<Result<null>> {
  const allowed = authorise(person, "account.own");
  if (!allowed.ok) return allowed;
  return await app.database.write(async (trx) => {
    if (!(await deleteSession(trx, person.accountId, sessionId))) return failure({ code: "not_found" });
    await log(app, trx, person, "auth.session-end", null, {});
    return success(null);
  });
}
