import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { beforeAll, expect, it } from "vitest";
import { databaseOf } from "../routes/people.ts";
import { collectProblems, widths } from "../support/browser.ts";
import { type ExamplePage, pagesOf } from "./pages.ts";
import { signInAs, takeSeat, visit } from "./person.ts";
import { serveExample } from "./served-example.ts";

/** WCAG 2.1 A and AA, as EN 301 549 demands for these users. */
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const [wide, narrow] = widths;
const minutes = 60_000;
export const noAccount = "somebody without an account";

/**
 * Tests of every page of the example, as these readers see it. Readers are shared between files, since the pages take
 * minutes and files are looked at side by side.
 */
export function lookAtPagesOf(readers: readonly string[]): void {
  const example = serveExample();
  let pages: readonly ExamplePage[] = [];

  beforeAll(async () => {
    const database = await databaseOf(example.server);
    pages = await pagesOf(database);
    await database.close();
  });

  /** What is wrong with a page in either language, on a desk and on a telephone; a main page also in dark. */
  async function faultsOf(page: Page, { path, main }: ExamplePage): Promise<string[]> {
    const faults: string[] = [];
    const checked = async (how: string, only?: string) => {
      const axe = new AxeBuilder({ page }).setLegacyMode();
      const found = await (only === undefined ? axe.withTags(standards) : axe.withRules([only])).analyze();
      for (const { id, nodes } of found.violations) {
        faults.push(`${path} (${how}) ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
      }
    };
    for (const language of ["en", "sv"] as const) {
      await page.context().addCookies([{ name: "lang", value: language, url: example.server.url }]);
      await page.setViewportSize({ width: wide, height: 900 });
      await visit(page, path);
      await checked(language);
      await page.setViewportSize({ width: narrow, height: 900 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > narrow) faults.push(`${path} (${language}) is ${width} wide on a telephone`);
      if (language === "sv") await checked("sv, telephone");
      const headings = await page.locator("h1").count();
      if (headings !== 1) faults.push(`${path} (${language}) has ${headings} main headings`);
      if (!/Skallbör/.test(await page.title())) faults.push(`${path}: ${await page.title()}`);
    }
    await page.setViewportSize({ width: wide, height: 900 });
    if (main !== undefined) {
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      await checked("dark", "color-contrast");
      await page.emulateMedia({ colorScheme: "light" });
    }
    return faults;
  }

  it.each(readers)("is accessible and in order as %s sees it", { timeout: 8 * minutes }, async (reader) => {
    const { context, page } = await takeSeat(example.browser, example.server.url);
    const faults: string[] = [];
    // Also a mismatch when scripts take over, and what the content security policy stops.
    collectProblems(page, faults);
    if (reader !== noAccount) await signInAs(page, reader);
    for (const each of pages.filter((one) => (one.reader ?? noAccount) === reader)) {
      faults.push(...(await faultsOf(page, each)));
    }
    await context.close();
    expect(faults).toEqual([]);
  });
}
