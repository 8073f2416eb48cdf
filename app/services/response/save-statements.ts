import { putStatement } from "#app/db/response.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, type Result, success } from "#app/domain/fault.ts";
import { readStatement, statementOf } from "#app/domain/response/statement.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

/** Saves each statement by itself, as typed; blank takes it away. Faults are those of what was not stored. */
export async function saveStatements(
  app: Application,
  actor: Actor,
  tenderId: string,
  entered: Readonly<Record<string, string>>,
): Promise<Result<{ readonly savedUs: number; readonly faults: readonly Fault[] }>> {
  return await app.database.write(async (trx) => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const { person, responseId } = own.value;
    const savedUs = app.now();
    const faults: Fault[] = [];
    for (const [id, text] of Object.entries(entered)) {
      const read = readStatement(id, text);
      const statement = statementOf(id);
      if (!read.ok || statement === null) faults.push(...(read.ok ? [] : read.faults));
      else {
        const change = { atUs: savedUs, by: person.accountId };
        await putStatement(trx, { responseId, statementId: statement.id }, read.value, change);
      }
    }
    return success({ savedUs, faults });
  });
}
