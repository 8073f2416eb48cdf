import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { actorContext, clientContext, reportContext } from "#app/server/context.ts";
import { contextOf } from "#app/server/request-context.ts";
import { createLogger } from "#app/server/request-log.ts";
import { nonceOf } from "#app/server/security-headers.ts";
import { createServer } from "#app/server/web-server.ts";
import type { Application } from "#app/services/application.ts";

/** A page that tells what a real one would have been given. */
const mirror =
  (app: Application, logger: Logger): RequestHandler =>
  async (request, response) => {
    const context = await contextOf(app, request, response, logger);
    if (request.path === "/broken") context.get(reportContext)(new Error(String(request.query.words)));
    const actor = context.get(actorContext);
    response.json({
      actor: actor.kind === "person" ? actor.accountId : null,
      address: context.get(clientContext).address,
      nonce: nonceOf(response),
    });
  };

/** Serves the web application, with `mirror` in place of its pages, while `ask` runs. */
export async function serving(
  app: Application,
  ask: (address: string) => Promise<void>,
  trustProxyHops = 0,
  onLog: (line: string) => void = () => undefined,
): Promise<void> {
  const logger = createLogger("info", { write: onLog });
  const server = await new Promise<Server>((resolve) => {
    const listening = createServer(app, trustProxyHops, mirror(app, logger), logger).listen(
      0,
      "127.0.0.1",
      () => resolve(listening),
    );
  });
  try {
    await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }
}
