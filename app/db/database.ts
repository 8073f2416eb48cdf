import type { Kysely, Transaction } from "kysely";
import type { Tables } from "#app/db/tables.ts";

export type Dialect = "sqlite" | "postgres";

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
