import { sessionsOf } from "#app/db/session.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { browserName } from "#app/domain/account/browser-name.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { idleLimitUs, sessionHash } from "#app/services/account/actor-of-session.ts";
import type { Application } from "#app/services/application.ts";
import { authorise } from "#app/services/authorise.ts";

export interface OwnSession {
  /** Hash of the token: names the session, opens nothing. */
  readonly id: string;
  /** Name of the browser; null when it is unknown. */
  readonly browser: string | null;
  readonly createdUs: number;
  readonly seenUs: number;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

/** The person's sessions that still open something, latest seen first. */
export async function listSessions(
  app: Application,
  person: Person,
  token: string | null,
): Promise<Result<OwnSession[]>> {
  const allowed = authorise(person, "account.own");
  if (!allowed.ok) return allowed;
  const idleSince = app.now() - idleLimitUs[person.organisation.kind];
  const rows = await sessionsOf(app.database.read, person.accountId, app.now());
  const current = token === null ? null : sessionHash(token);
  return success(
    rows
      .filter((row) => row.seen_us >= idleSince)
      .map((row) => ({
        id: row.id_hash,
        browser: browserName(row.agent),
        createdUs: row.created_us,
        seenUs: row.seen_us,
        current: row.id_hash === current,
      })),
  );
}
