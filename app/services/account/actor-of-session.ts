import { createHash } from "node:crypto";
import { rolesOf } from "#app/db/account.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { Application } from "#app/services/application.ts";

/** Only the hash of a session's token is stored: a copied database opens no session. */
export const sessionHash = (token: string): string => createHash("sha256").update(token).digest("hex");

const minute = 60_000_000;
/** A vendor writes long answers between two requests; a buyer sees more and is logged out sooner. */
export const idleLimitUs = { buyer: 30 * minute, vendor: 60 * minute } as const;
/** A seen session is written at most this often: a page view should not cost a disk write. */
const touchEveryUs = minute;

/** The person of a session cookie, or nobody: unknown, ended, idle for too long, or of a disabled account. */
export async function actorOfSession(app: Application, token: string | null): Promise<Actor> {
  if (token === null || token === "") return { kind: "anonymous" };
  const idHash = sessionHash(token);
  const now = app.now();
  const row = await app.database.read
    .selectFrom("session")
    .innerJoin("account", "account.id", "session.account_id")
    .innerJoin("organisation", "organisation.id", "account.organisation_id")
    .select([
      "session.seen_us",
      "session.expires_us",
      "account.id",
      "account.name",
      "account.email",
      "account.language",
      "account.disabled_us",
      "organisation.id as organisation_id",
      "organisation.kind",
      "organisation.name as organisation_name",
    ])
    .where("session.id_hash", "=", idHash)
    .executeTakeFirst();
  if (row === undefined || row.disabled_us !== null) return { kind: "anonymous" };
  if (now >= row.expires_us || now - row.seen_us > idleLimitUs[row.kind]) return { kind: "anonymous" };
  if (now - row.seen_us > touchEveryUs) {
    await app.database.write((trx) =>
      trx.updateTable("session").set({ seen_us: now }).where("id_hash", "=", idHash).execute(),
    );
  }
  return {
    kind: "person",
    accountId: row.id,
    name: row.name,
    email: row.email,
    language: row.language,
    organisation: { id: row.organisation_id, kind: row.kind, name: row.organisation_name },
    roles: await rolesOf(app.database.read, row.id),
  };
}
