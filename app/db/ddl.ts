import { sql } from "kysely";
import type { Dialect, Reading } from "#app/db/database.ts";

/** Makes the database abort every UPDATE and DELETE on a table (in PostgreSQL also TRUNCATE). */
export async function appendOnly(db: Reading, dialect: Dialect, table: string): Promise<void> {
  if (dialect === "sqlite") {
    for (const act of ["update", "delete"]) {
      await sql
        .raw(
          `create trigger ${table}_no_${act} before ${act} on ${table}
           begin select raise(abort, '${table} is append-only'); end`,
        )
        .execute(db);
    }
    return;
  }
  await sql
    .raw(
      `create or replace function refuse_rewrite() returns trigger language plpgsql as
       $$ begin raise exception '% is append-only', tg_table_name; end $$`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger ${table}_append_only before update or delete or truncate on ${table}
       for each statement execute function refuse_rewrite()`,
    )
    .execute(db);
}
