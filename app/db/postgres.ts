import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Database, Writing } from "#app/db/database.ts";
import { migrate } from "#app/db/migrate.ts";
import type { Tables } from "#app/db/tables.ts";

/** Key of the advisory lock that lets one writer through at a time, as SQLite does. */
const writerLock = 8_276_011;
const attempts = 5;

/** 64-bit integers as numbers: all of ours (microseconds, counts) stay below 2^53, and a larger one is a bug. */
function integer(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`the database holds ${text}, beyond 2^53`);
  return value;
}

export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: {
      getTypeParser: (id, format) =>
        id === pg.types.builtins.INT8 ? integer : pg.types.getTypeParser(id, format ?? "text"),
    },
  });
  // A server that goes away ends connections with an error event, of the pool for an idle one and of the client itself
  // for one that is lent out or on its way to close. Unheard, it would end the process; the next query reports it.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  for (const [name, wanted] of [
    ["synchronous_commit", "on"],
    ["fsync", "on"],
    ["full_page_writes", "on"],
  ] as const) {
    const { rows } = await sql<Record<string, string>>`show ${sql.raw(name)}`.execute(db);
    if (rows[0]?.[name] !== wanted)
      throw new Error(`PostgreSQL runs with ${name} off; what is acknowledged may be lost`);
  }

  const once = async <T>(act: (trx: Writing) => Promise<T>): Promise<T> =>
    await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${writerLock})`.execute(trx);
      return await act(trx);
    });
  return {
    dialect: "postgres",
    read: db,
    write: async (act) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(act);
        } catch (error) {
          if (attempt === attempts || !isTransient(error)) throw error;
        }
      }
    },
    migrate: (nowUs) => migrate(db, "postgres", nowUs),
    close: () => db.destroy(),
  };
}

/** Serialisation failure or deadlock: the same transaction may succeed when run again. */
function isTransient(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === "40001" || error.code === "40P01");
}
