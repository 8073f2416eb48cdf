import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, inject } from "vitest";
import type { Dialect } from "#app/db/database.ts";
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

/** Runs the tests once on SQLite and once on PostgreSQL, each test with a fresh, migrated database. */
export function onBothDatabases(title: string, tests: (world: () => World) => void): void {
  describe.each<Dialect>(["sqlite", "postgres"])(`${title} (%s)`, (dialect) => {
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
    afterAll(async () => {
      await administrator?.end();
      administrator = null;
    });
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
  const name = `test_${randomBytes(8).toString("hex")}`;
  if (dialect === "postgres") await administer(`create database ${name} template ${templateDatabase}`);
  const databaseUrl =
    dialect === "sqlite"
      ? `sqlite:${path.join(dataDir, "skallbor.sqlite")}`
      : `${inject("postgresServer")}/${name}`;
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
      if (dialect === "postgres") await administer(`drop database ${name} with (force)`);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

let administrator: pg.Pool | null = null;

async function administer(statement: string): Promise<void> {
  administrator ??= new pg.Pool({ connectionString: `${inject("postgresServer")}/postgres`, max: 1 });
  await administrator.query(statement);
}
