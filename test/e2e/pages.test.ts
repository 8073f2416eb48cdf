import { describe, expect, it } from "vitest";
import { databaseOf } from "../routes/people.ts";
import { routes } from "../routes/route-list.ts";
import { hasBrowser } from "../support/browser.ts";
import { startWebServer } from "../support/web-server.ts";
import { pagesOf } from "./pages.ts";

describe.skipIf(!hasBrowser)("every page that the program shows", () => {
  it("is among those that are looked at", async () => {
    const server = await startWebServer("example");
    const database = await databaseOf(server);
    const pages = await pagesOf(database);
    await database.close();
    await server.stop();
    const patterns = routes.filter(({ shown, path }) => shown && path !== "/set-up").map(({ path }) => path);
    const looked = pages.map(({ path }) => path.replace(/\?.*/, ""));
    const matches = (pattern: string) =>
      looked.some((path) => new RegExp(`^${pattern.replaceAll(/\$\w+/g, "[^/]+")}(/|$)`).test(path));
    expect(patterns.filter((pattern) => !matches(pattern))).toEqual([]);
  });
});
