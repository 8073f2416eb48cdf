import { sql } from "kysely";
import type { Dialect, Reading } from "#app/db/database.ts";
import * as foundation from "#app/db/migrations/0001-foundation.ts";

interface Migration {
  readonly up: (db: Reading, dialect: Dialect) => Promise<void>;
}

/** In order; a released migration is never changed. */
const migrations: ReadonlyArray<readonly [name: string, migration: Migration]> = [
  ["0001-foundation", foundation],
];

/**
 * Brings the schema up to date, each step in a transaction of its own. Kysely's migrator is not used because the steps
 * need to know their dialect (STRICT tables and triggers differ).
 *
 * @returns names of the steps that were applied now
 */
export async function migrate(db: Reading, dialect: Dialect, nowUs: number): Promise<string[]> {
  const integer = sql.raw(dialect === "sqlite" ? "integer" : "bigint");
  await sql`create table if not exists migration (name text primary key, applied_us ${integer} not null)`.execute(
    db,
  );
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(db);
  const done = new Set(rows.map((row) => row.name));
  const applied: string[] = [];
  for (const [name, migration] of migrations) {
    if (done.has(name)) continue;
    await db.transaction().execute(async (trx) => {
      await migration.up(trx, dialect);
      await sql`insert into migration (name, applied_us) values (${name}, ${nowUs})`.execute(trx);
    });
    applied.push(name);
  }
  return applied;
}
