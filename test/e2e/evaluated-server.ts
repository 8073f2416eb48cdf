import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { dateOfInstant } from "#app/domain/award/standstill.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { assembleApplication, readOwnCatalogue } from "#app/services/open-application.ts";
import { type DecidingTender, deciding } from "../services/award/awarded-tender.ts";
import type { World } from "../support/databases.ts";
import { startWebServer, type WebServer } from "../support/web-server.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** A server on a tender that has just been evaluated, made by the use cases; its clock goes on from there. */
export async function serveEvaluatedTender(): Promise<{
  readonly server: WebServer;
  readonly tender: DecidingTender;
  /** The date where the buyer is, so many days after the server's start. */
  readonly today: (daysLater: number) => string;
}> {
  const catalogue = await readOwnCatalogue(root);
  if (!catalogue.ok) throw new Error("the catalogue has faults");
  const folder = await mkdtemp(path.join(os.tmpdir(), "skallbor-evaluated-"));
  const databaseUrl = `sqlite:${path.join(folder, "skallbor.sqlite")}`;
  const clock = {
    nowUs: Date.UTC(2026, 10, 22, 12) * 1000,
    advance(us: number) {
      this.nowUs += us;
    },
  };
  const settings = { root, dataDir: folder, databaseUrl, url: "http://127.0.0.1:3000", demo: false };
  const app = await assembleApplication(catalogue.value, settings, () => clock.nowUs);
  const world: World = { app, clock, databaseUrl };
  const tender = await deciding(world);
  await app.database.close();
  const server = await startWebServer({ folder });
  await rm(folder, { recursive: true });
  const startedUs = Math.max(clock.nowUs, Date.now() * 1000);
  await server.advance(startedUs - Date.now() * 1000);
  const today = (daysLater: number) =>
    dateOfInstant(instantText(startedUs + daysLater * 86_400_000_000), "Europe/Stockholm");
  return { server, tender, today };
}
