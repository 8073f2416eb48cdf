import { type RouterContextProvider, redirect } from "react-router";
import { clientContext } from "#app/server/context.ts";
import { cookieName, readCookie, sessionCookie } from "#app/server/session-cookie.ts";
import type { Client } from "#app/services/account/client.ts";
import type { Application } from "#app/services/application.ts";

export const clientOf = (context: Readonly<RouterContextProvider>): Client => context.get(clientContext);

export const sessionToken = (app: Application, request: Request): string | null =>
  readCookie(request.headers.get("cookie") ?? undefined, cookieName(app.url));

/** Leads on to `to` with the cookie of a new session; `token` null ends the cookie. */
export const redirectWithSession = (app: Application, token: string | null, to: string): Response =>
  redirect(to, { headers: { "Set-Cookie": sessionCookie(app.url, token) } });
