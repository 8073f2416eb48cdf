import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseOf } from "../routes/people.ts";
import { routes } from "../routes/route-list.ts";
import { collectProblems, hasBrowser, keepScreenshots, openBrowser, widths } from "../support/browser.ts";
import { startWebServer, type WebServer } from "../support/web-server.ts";
import { type ExamplePage, pagesOf } from "./pages.ts";
import { signInAs, takeSeat, visit } from "./person.ts";

/** WCAG 2.1 A and AA, as EN 301 549 demands for these users. */
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const [wide, narrow] = widths;
const minutes = 60_000;

describe.skipIf(!hasBrowser)("every page of the example", () => {
  let server: WebServer;
  let browser: Browser;
  let pages: readonly ExamplePage[] = [];
  const violations: string[] = [];
  const shapes: string[] = [];
  const problems: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startWebServer("example"), openBrowser()]);
    const database = await databaseOf(server);
    pages = await pagesOf(database);
    await database.close();
    // Readers side by side: each has a browser of their own, and the server is one for all.
    const readers = [...new Set(pages.map(({ reader }) => reader))];
    const half = Math.ceil(readers.length / 2);
    await Promise.all([readers.slice(0, half), readers.slice(half)].map(walkAs));
  }, 6 * minutes);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function walkAs(readers: readonly (string | null)[]): Promise<void> {
    for (const reader of readers) {
      const { context, page } = await takeSeat(browser, server.url);
      collectProblems(page, problems);
      if (reader !== null) await signInAs(page, reader);
      for (const each of pages.filter((one) => one.reader === reader)) {
        await lookAt(page, each).catch((error) => shapes.push(`${each.path}: ${error}`));
      }
      await context.close();
    }
  }

  async function lookAt(page: Page, { path, main }: ExamplePage): Promise<void> {
    const checked = async (how: string, only?: string) => {
      const axe = new AxeBuilder({ page }).setLegacyMode();
      const found = await (only === undefined ? axe.withTags(standards) : axe.withRules([only])).analyze();
      for (const { id, nodes } of found.violations) {
        violations.push(`${path} (${how}) ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
      }
    };
    for (const language of ["en", "sv"] as const) {
      await page.context().addCookies([{ name: "lang", value: language, url: server.url }]);
      await page.setViewportSize({ width: wide, height: 900 });
      await visit(page, path);
      await checked(language);
      await page.setViewportSize({ width: narrow, height: 900 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > narrow) shapes.push(`${path} (${language}) is ${width} wide on a telephone`);
      if (language === "sv") await checked("sv, telephone");
      const headings = await page.locator("h1").count();
      if (headings !== 1) shapes.push(`${path} (${language}) has ${headings} main headings`);
      if (!/.+ – Skallbör$/.test(await page.title())) shapes.push(`${path}: ${await page.title()}`);
    }
    await page.setViewportSize({ width: wide, height: 900 });
    if (main !== undefined) {
      await page.emulateMedia({ colorScheme: "dark" });
      await checked("dark", "color-contrast");
      await page.emulateMedia({ colorScheme: "light" });
    }
    await keepScreenshots(page, `page${path.replaceAll(/[0-9a-f]{32}/g, "x").replaceAll(/\W+/g, "-")}`);
  }

  it("is among those that are looked at", () => {
    const patterns = routes.filter(({ shown, path }) => shown && path !== "/set-up").map(({ path }) => path);
    const looked = pages.map(({ path }) => path.replace(/\?.*/, ""));
    const matches = (pattern: string) =>
      looked.some((path) => new RegExp(`^${pattern.replaceAll(/\$\w+/g, "[^/]+")}$`).test(path));
    expect(patterns.filter((pattern) => !matches(pattern))).toEqual([]);
  });

  it("has no violation of WCAG 2.1 AA in either language, width or colour scheme", () => {
    expect(violations).toEqual([]);
  });

  it("has a title, one main heading, and nothing to scroll sideways on a telephone", () => {
    expect(shapes).toEqual([]);
  });

  it("writes no error to the console: no mismatch when scripts take over, nothing that the policy stops", () => {
    expect(problems).toEqual([]);
  });
});
