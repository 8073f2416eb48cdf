import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { startWebServer, type WebServer } from "../support/web-server.ts";
import { signInAs, takeSeat } from "./person.ts";

export interface ServedExample {
  readonly server: WebServer;
  readonly browser: Browser;
  /** A browser of one's own, signed in. */
  readonly pageOf: (name: string) => Promise<Page>;
}

/** The example on a server, and a browser, for the tests of a group: there before the first, gone after the last. */
export function serveExample(): ServedExample {
  let server: WebServer | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startWebServer("example"), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  const started = <T>(what: T | undefined): T => {
    if (what === undefined) throw new Error("ask for it in a test, or in a hook after this one");
    return what;
  };
  return {
    get server() {
      return started(server);
    },
    get browser() {
      return started(browser);
    },
    pageOf: async (name) => {
      const { page } = await takeSeat(started(browser), started(server).url);
      await signInAs(page, name);
      return page;
    },
  };
}
