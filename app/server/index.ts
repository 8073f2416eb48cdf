import * as build from "virtual:react-router/server-build";
import { createRequestHandler } from "@react-router/express";
import compression from "compression";
import express, { type Express, type Request, type Response } from "express";
import { RouterContextProvider, type ServerBuild } from "react-router";
import type { Language } from "#app/domain/language.ts";
import {
  actorContext,
  applicationContext,
  clientContext,
  headerContext,
  languageContext,
  nonceContext,
  receivedContext,
} from "#app/server/context.ts";
import { originCheck } from "#app/server/origin-check.ts";
import { noteReceived, receivedUs } from "#app/server/received.ts";
import { nonceOf, securityHeaders } from "#app/server/security-headers.ts";
import { cookieName, readCookie } from "#app/server/session-cookie.ts";
import { setUpGate } from "#app/server/set-up-gate.ts";
import { actorOfSession } from "#app/services/account/actor-of-session.ts";
import type { Application } from "#app/services/application.ts";

export { startServer } from "#app/server/start.ts";

/** The web application around an open database. */
export function createServer(app: Application, trustProxyHops: number): Express {
  const server = express();
  server.disable("x-powered-by");
  server.set("trust proxy", trustProxyHops);
  server.get("/healthz", (_request, response) => void response.type("text/plain").send("ok\n"));
  server.use(securityHeaders(app.url.startsWith("https:")));
  server.use(originCheck(app.url));
  server.use(noteReceived(app.now));
  server.use(compression());
  server.use("/assets", express.static(`${app.root}/build/client/assets`, { immutable: true, maxAge: "1y" }));
  server.use(express.static(`${app.root}/build/client`, { maxAge: "1h" }));
  server.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  server.use(setUpGate(app));
  server.all(
    "*path",
    createRequestHandler({
      // The generated module and its own declared type differ in how they write an absent basename.
      build: build as unknown as ServerBuild,
      getLoadContext: (request, response) => contextOf(app, request, response),
    }),
  );
  return server;
}

async function contextOf(
  app: Application,
  request: Request,
  response: Response,
): Promise<RouterContextProvider> {
  const token = readCookie(request.headers.cookie, cookieName(app.url));
  const actor = await actorOfSession(app, token);
  const context = new RouterContextProvider();
  context.set(applicationContext, app);
  context.set(actorContext, actor);
  context.set(languageContext, languageOf(request, actor.kind === "person" ? actor.language : null));
  context.set(nonceContext, nonceOf(response));
  context.set(clientContext, { address: request.ip ?? "", agent: request.get("user-agent") ?? "" });
  context.set(receivedContext, () => receivedUs(response));
  context.set(headerContext, (name, value) => response.append(name, value));
  return context;
}

/** A choice made in this browser first, then the account's, then what the browser asks for. */
function languageOf(request: Request, ofAccount: Language | null): Language {
  const chosen = readCookie(request.headers.cookie, "lang");
  if (chosen === "sv" || chosen === "en") return chosen;
  return ofAccount ?? (request.acceptsLanguages("sv", "en") === "en" ? "en" : "sv");
}
