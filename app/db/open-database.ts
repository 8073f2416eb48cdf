import type { Database } from "#app/db/database.ts";
import { openPostgres } from "#app/db/postgres.ts";
import { openSqlite } from "#app/db/sqlite.ts";

/** `url` is `sqlite:<file>` or `postgres://…`. */
export async function openDatabase(url: string): Promise<Database> {
  return url.startsWith("sqlite:") ? openSqlite(url.slice("sqlite:".length)) : await openPostgres(url);
}
