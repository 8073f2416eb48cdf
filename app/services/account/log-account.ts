import type { Writing } from "#app/db/database.ts";
import { recordEvent } from "#app/db/log.ts";
import type { LogFacts, LogKind } from "#app/domain/log/entry.ts";
import type { Application } from "#app/services/application.ts";

/** A log entry of somebody who is an account but not yet signed in: the act is what makes them the actor. */
export const logAccount = (
  app: Application,
  trx: Writing,
  accountId: string,
  kind: LogKind,
  facts: LogFacts,
) => recordEvent(trx, app.release, { atUs: app.now(), actor: accountId, kind, tender: null, facts });
