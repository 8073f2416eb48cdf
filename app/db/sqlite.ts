import BetterSqlite3 from "better-sqlite3";
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver } from "kysely";
import type { Database } from "#app/db/database.ts";
import { migrate } from "#app/db/migrate.ts";
import type { Tables } from "#app/db/tables.ts";

/** Set on every connection and read back: builds differ in their defaults, and NORMAL drops commits at a power cut. */
const pragmas = {
  foreign_keys: 1,
  synchronous: 2,
  busy_timeout: 5000,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
} as const;

/** Older ones can lose a commit or break the file when the write-ahead log is reset. */
const oldestVersion = [3, 51, 3] as const;

/** Throws when this SQLite, `3.54.1` for example, is too old to be trusted. */
export function assertVersion(version: string): void {
  const parts = version.split(".").map(Number);
  const differing = oldestVersion.findIndex((part, index) => parts[index] !== part);
  if (differing >= 0 && !(Number(parts[differing]) > Number(oldestVersion[differing]))) {
    throw new Error(
      `SQLite ${version} can lose what has been committed; at least ${oldestVersion.join(".")} is needed. Install the program's own packages again (npm ci).`,
    );
  }
}

/** Takes the write lock at once: a deferred transaction that upgrades later can fail in the middle. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #connection: BetterSqlite3.Database;

  constructor(connection: BetterSqlite3.Database) {
    super({ database: connection });
    this.#connection = connection;
  }

  override createDriver() {
    return new ImmediateSqliteDriver({ database: this.#connection });
  }
}

function connect(file: string, options: BetterSqlite3.Options): BetterSqlite3.Database {
  const connection = new BetterSqlite3(file, options);
  for (const [name, value] of Object.entries(pragmas)) {
    connection.pragma(`${name} = ${value}`);
    const seen = connection.pragma(name, { simple: true });
    if (seen !== value && !(name === "mmap_size" && seen === undefined)) {
      throw new Error(`SQLite did not take pragma ${name} = ${value} (it says ${String(seen)})`);
    }
  }
  return connection;
}

/** One writer behind a queue and one read-only connection; WAL, so that neither waits for the other. */
export function openSqlite(file: string): Database {
  const writer = connect(file, {});
  assertVersion(String(writer.prepare("select sqlite_version()").pluck().get()));
  if (writer.pragma("journal_mode = wal", { simple: true }) !== "wal") {
    throw new Error(`SQLite cannot use a write-ahead log at ${file}; is it on a network file system?`);
  }
  const write = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(writer) });
  const read = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: connect(file, { readonly: true }) }),
  });
  return {
    dialect: "sqlite",
    read,
    write: (act) => write.transaction().execute(act),
    migrate: (nowUs) => migrate(write, "sqlite", nowUs),
    close: async () => {
      await read.destroy();
      await write.destroy();
    },
  };
}
