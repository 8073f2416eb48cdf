import type { Request, Response } from "express";
import type { Logger } from "pino";
import { RouterContextProvider } from "react-router";
import type { Language } from "#app/domain/language.ts";
import {
  actorContext,
  applicationContext,
  clientContext,
  headerContext,
  languageContext,
  nonceContext,
  receivedContext,
  reportContext,
  requestIdContext,
} from "#app/server/context.ts";
import { receivedUs } from "#app/server/received.ts";
import { logError, requestIdOf } from "#app/server/request-log.ts";
import { nonceOf } from "#app/server/security-headers.ts";
import { cookieName, readCookie } from "#app/server/session-cookie.ts";
import { actorOfSession } from "#app/services/account/actor-of-session.ts";
import type { Application } from "#app/services/application.ts";

/** Who asks, in which language, from where: what every loader and action of one request gets. */
export async function contextOf(
  app: Application,
  request: Request,
  response: Response,
  logger: Logger,
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
  const requestId = requestIdOf(response);
  context.set(requestIdContext, requestId);
  context.set(reportContext, (error) => logError(logger, requestId, error));
  return context;
}

/** A choice made in this browser first, then the account's, then what the browser asks for. */
function languageOf(request: Request, ofAccount: Language | null): Language {
  const chosen = readCookie(request.headers.cookie, "lang");
  if (chosen === "sv" || chosen === "en") return chosen;
  return ofAccount ?? (request.acceptsLanguages("sv", "en") === "en" ? "en" : "sv");
}
