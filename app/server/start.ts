import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import closeWithGrace from "close-with-grace";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import { createLogger, type LogLevel } from "#app/server/request-log.ts";
import { createServer } from "#app/server/web-server.ts";
import { newSetUpCode } from "#app/services/account/set-up-code.ts";
import { type Application, type Clock, log } from "#app/services/application.ts";
import { markInterruptedImports } from "#app/services/measurement/mark-interrupted-imports.ts";
import { type ApplicationSettings, openApplication } from "#app/services/open-application.ts";
import { filesWithoutBlob, tidyBlobs } from "#app/services/response/tidy-blobs.ts";

export interface StartOptions extends ApplicationSettings {
  readonly port: number;
  readonly host: string;
  readonly trustProxyHops: number;
  readonly logLevel: LogLevel;
  /** The machine's; a test that must see a deadline pass gives its own. No setting reaches it. */
  readonly now: Clock;
}

export interface Started {
  /** Where it listens. */
  readonly address: string;
  /** What the first visitor must know to make the administrator; null once there is an account. */
  readonly setUpCode: string | null;
}

/** Opens the application and listens. With port 0 the system picks one. */
export async function start(
  options: StartOptions,
  pagesOf: (app: Application, logger: Logger) => RequestHandler,
): Promise<Started> {
  const opened = await openApplication(options, options.now);
  if (!opened.ok) throw new Error(`the catalogue has faults: ${JSON.stringify(opened.faults.slice(0, 5))}`);
  const app = opened.value;
  const logger = createLogger(options.logLevel);
  const startedUs = app.now();
  const http = createServer(app, options.trustProxyHops, pagesOf(app, logger), logger);
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = http.listen(options.port, options.host, (error?: Error) =>
      error ? reject(error) : resolve(listening),
    );
  }).catch(async (error: unknown) => {
    await app.database.close();
    throw error;
  });
  // Only now that the port is ours: another server at it may be in the middle of what these would end.
  await markInterruptedImports(app);
  await tidyBlobs(app, startedUs);
  const lost = await filesWithoutBlob(app);
  if (lost.length > 0) logger.error({ alarm: "files_without_blob", files: lost });
  const setUpCode = await newSetUpCode(app);
  // An upload over a slow line may take longer than a server usually waits; its pace is watched where it is read.
  server.requestTimeout = uploadLimits.whole * 1000;
  await app.database.write((trx) => log(app, trx, { kind: "anonymous" }, "system.start", null, {}));
  closeWithGrace({ delay: 30_000 }, async () => {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
    });
    await app.database.write((trx) => log(app, trx, { kind: "anonymous" }, "system.stop", null, {}));
    await app.database.close();
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://${options.host}:${port}`, setUpCode };
}
