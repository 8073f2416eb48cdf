import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import { textsAt } from "#app/i18n/texts.ts";
import { originCheck } from "#app/server/origin-check.ts";
import { readiness } from "#app/server/readiness.ts";
import { noteReceived } from "#app/server/received.ts";
import { requestLog } from "#app/server/request-log.ts";
import { securityHeaders } from "#app/server/security-headers.ts";
import { setUpGate } from "#app/server/set-up-gate.ts";
import type { Application } from "#app/services/application.ts";

/** Everything that stands around the pages: headers, origin check, files, the gate of a fresh installation. */
export function createServer(
  app: Application,
  trustProxyHops: number,
  pages: RequestHandler,
  logger: Logger,
): Express {
  const server = express();
  server.disable("x-powered-by");
  server.set("trust proxy", trustProxyHops);
  server.use(requestLog(logger));
  server.get("/healthz", (_request, response) => void response.type("text/plain").send("ok\n"));
  server.get("/readyz", readiness(app));
  server.use(securityHeaders(app.url.startsWith("https:")));
  server.use(originCheck(app.url));
  server.use(noteReceived(app.now));
  server.use(compression());
  server.use("/assets", express.static(`${app.root}/build/client/assets`, { immutable: true, maxAge: "1y" }));
  // A page of an older release asks for files that are gone: that is no page, and no reason to lead anywhere.
  server.use("/assets", (_request, response) => void response.status(404).type("text/plain").send("gone\n"));
  server.use(express.static(`${app.root}/build/client`, { maxAge: "1h" }));
  server.get("/texts/:name", (request, response) => {
    const texts = textsAt(request.path);
    if (texts === null) return void response.status(404).type("text/plain").send("gone\n");
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.type("application/json").send(texts);
  });
  server.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  server.use(setUpGate(app));
  server.all("*path", pages);
  return server;
}
