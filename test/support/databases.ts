import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, inject } from "vitest";
import type { Dialect } from "#app/db/database.ts";
import { openDatabase } from "#app/db/open-database.ts";
import type { Application } from "#app/services/application.ts";
import { assembleApplication, readOwnCatalogue } from "#app/services/open-application.ts";
import { templateDatabase } from "./postgres-server.ts";

/** A whole application of a test's own: database, folder and clock. */
export interface World {
  readonly app: Application;
  readonly clock: { nowUs: number; advance(us: number): void };
  /** What `openDatabase` takes; a second connection or another process reaches the same data with it. */
  readonly databaseUrl: string;
}

const root = path.resolve(import.meta.dirname, "../..");
/** Sunday 22 November 2026, 12:00 UTC. */
const start = Date.UTC(2026, 10, 22, 12) * 1000;
const catalogue = readOwnCatalogue(root);

type Tests = (world: () => World) => void;

/** Runs the tests once on SQLite and once on PostgreSQL, each test with a fresh, migrated database. */
export const onBothDatabases = (title: string, tests: Tests): void =>
  onDatabases(["sqlite", "postgres"], title, tests);

/** For what only a database server can do. */
export const onPostgres = (title: string, tests: Tests): void => onDatabases(["postgres"], title, tests);

function onDatabases(dialects: readonly Dialect[], title: string, tests: Tests): void {
  describe.each(dialects)(`${title} (%s)`, (dialect) => {
    let world: World | null = null;
    let close: () => Promise<void> = async () => undefined;
    beforeEach(async () => {
      const opened = await openWorld(dialect);
      world = opened.world;
      close = opened.close;
    });
    afterEach(async () => {
      await close();
      world = null;
    });
    afterAll(dropPostgres);
    tests(() => {
      if (world === null) throw new Error("the world exists only while a test runs");
      return world;
    });
  });
}

async function openWorld(dialect: Dialect): Promise<{ world: World; close: () => Promise<void> }> {
  const read = await catalogue;
  if (!read.ok) throw new Error(`the catalogue has faults: ${JSON.stringify(read.faults.slice(0, 5))}`);
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "skallbor-test-"));
  const databaseUrl = dialect === "sqlite" ? await freshSqlite(dataDir) : await freshPostgres();
  const clock: World["clock"] = {
    nowUs: start,
    advance(us) {
      this.nowUs += us;
    },
  };
  const app = await assembleApplication(
    read.value,
    { root, dataDir, databaseUrl, url: "http://127.0.0.1:3000", demo: false },
    () => clock.nowUs,
  );
  return {
    world: { app, clock, databaseUrl },
    close: async () => {
      await app.database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

let migrated: Promise<Buffer> | null = null;

/** A copy of a migrated file: cheaper than making the schema again for every test. */
async function freshSqlite(folder: string): Promise<string> {
  const file = path.join(folder, "skallbor.sqlite");
  migrated ??= (async () => {
    const template = await openDatabase(`sqlite:${file}`);
    await template.migrate(0);
    await template.close();
    return await readFile(file);
  })();
  await writeFile(file, await migrated);
  return `sqlite:${file}`;
}

const databaseName = `test_${randomBytes(8).toString("hex")}`;
let ofThisFile: pg.Client | null = null;

/**
 * One database for a test file, emptied before each test: making and dropping one takes far longer. Emptying passes by
 * the triggers that protect history, which only the server's superuser can.
 */
async function freshPostgres(): Promise<string> {
  const databaseUrl = `${inject("postgresServer")}/${databaseName}`;
  if (ofThisFile === null) {
    await administer(`create database ${databaseName} template ${templateDatabase}`);
    ofThisFile = new pg.Client({
      connectionString: databaseUrl,
      options: "-c session_replication_role=replica",
    });
    await ofThisFile.connect();
    return databaseUrl;
  }
  const { rows } = await ofThisFile.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration'",
  );
  await ofThisFile.query(rows.map(({ tablename }) => `delete from "${tablename}"`).join(";"));
  return databaseUrl;
}

/** By force: a pool has let go of its connections when it is closed, but the server may not have heard yet. */
async function dropPostgres(): Promise<void> {
  if (ofThisFile === null) return;
  await ofThisFile.end();
  ofThisFile = null;
  await administer(`drop database ${databaseName} with (force)`);
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject("postgresServer")}/postgres` });
  await client.connect();
  await client.query(statement);
  await client.end();
}
