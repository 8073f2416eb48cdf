import type { Kysely, Transaction } from "kysely";
import type { Dialect } from "#app/db/ddl.ts";
import { openPostgres } from "#app/db/postgres.ts";
import { openSqlite } from "#app/db/sqlite.ts";
import type { Tables } from "#app/db/tables.ts";

/** Proof that one write transaction is open: what must be atomic takes this and not a plain connection. */
export type Writing = Transaction<Tables>;
/** Anything that can be read from: a reader's snapshot or the transaction that is about to write. */
export type Reading = Kysely<Tables>;

export interface Database {
  readonly dialect: Dialect;
  readonly read: Reading;
  /** Runs `act` alone among all writers; commits when it resolves, rolls back when it throws. */
  write<T>(act: (trx: Writing) => Promise<T>): Promise<T>;
  migrate(nowUs: number): Promise<string[]>;
  close(): Promise<void>;
}

/** `url` is `sqlite:<file>` or `postgres://…`. */
export async function openDatabase(url: string): Promise<Database> {
  return url.startsWith("sqlite:") ? openSqlite(url.slice("sqlite:".length)) : await openPostgres(url);
}
