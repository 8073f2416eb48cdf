import type { WebServer } from "../support/web-server.ts";

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Somebody who sends requests as a browser does, and keeps the cookie of a session. */
export interface Visitor {
  readonly name: string;
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, fields?: Readonly<Record<string, string>> | FormData) => Promise<Answer>;
}

export function visitorOf(server: WebServer, name: string): Visitor {
  let cookie = "";
  async function send(path: string, init: RequestInit): Promise<Answer> {
    const headers = { cookie, origin: server.url, "accept-language": "sv" };
    const response = await fetch(server.url + path, { ...init, redirect: "manual", headers });
    const session = response.headers.getSetCookie().find((line) => line.startsWith("sid="));
    if (session !== undefined) cookie = session.split(";")[0] ?? "";
    // A page's data says where to go next with 202.
    const status = response.status === 202 ? 302 : response.status;
    return { status, body: await response.text() };
  }
  return {
    name,
    get: (path) => send(path, {}),
    post: (path, fields = {}) =>
      send(path, { method: "POST", body: fields instanceof FormData ? fields : new URLSearchParams(fields) }),
  };
}

/** In the example one click signs in; to be done anew after the clock has been moved. */
export async function signInDemo(server: WebServer, accountId: string, name: string): Promise<Visitor> {
  const visitor = visitorOf(server, name);
  const { status } = await visitor.post("/demo/sign-in", { person: accountId });
  if (status !== 302) throw new Error(`${name} cannot sign in: ${status}`);
  return visitor;
}
