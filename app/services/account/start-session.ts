import { randomBytes } from "node:crypto";
import type { Writing } from "#app/db/database.ts";
import { insertSession } from "#app/db/session.ts";
import { sessionHash } from "#app/services/account/actor-of-session.ts";
import type { Application } from "#app/services/application.ts";

const lifeUs = 12 * 3_600_000_000;
const agentLength = 200;

/** @returns the token for the cookie: 256 random bits, of which only the hash is stored */
export async function startSession(
  app: Application,
  trx: Writing,
  accountId: string,
  agent: string,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const nowUs = app.now();
  await insertSession(trx, {
    id_hash: sessionHash(token),
    account_id: accountId,
    created_us: nowUs,
    seen_us: nowUs,
    expires_us: nowUs + lifeUs,
    agent: agent.slice(0, agentLength),
  });
  return token;
}
