import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { beforeAll, describe, it } from "vitest";
import { colleagues } from "#app/services/example/people.ts";
import { archiveEntries } from "../documents/archive-entries.ts";
import { hasBrowser } from "../support/browser.ts";
import { expect } from "../support/expect-on-page.ts";
import { visit } from "./person.ts";
import { serveExample } from "./served-example.ts";

describe.skipIf(!hasBrowser)("all documents of a tender in one archive", () => {
  const example = serveExample();
  let page: Page;

  beforeAll(async () => {
    page = await example.pageOf(colleagues.owner.name);
    await visit(page, "/tenders");
    await page.getByRole("listitem").filter({ hasText: "Tilldelad" }).getByRole("link").first().click();
    await page.getByRole("link", { name: "tender.zip" }).waitFor();
    await visit(page, page.url());
  });

  it("can be stopped while it is written, and nothing is stored", async () => {
    await page.getByRole("link", { name: "tender.zip" }).click();
    await expect(page.getByRole("progressbar", { name: "Handlingarna skrivs" })).toBeVisible();
    await page.getByRole("button", { name: "Avbryt" }).click();
    await expect(page.getByRole("progressbar")).toHaveCount(0);
    await expect(page.getByText("Hämtad.")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "tender.zip" })).toBeVisible();
  });

  it("is stored whole, after its files have been counted as they came", async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "tender.zip" }).click();
    await expect(page.getByText(/^[1-9]\d* av \d+ filer$/)).toBeVisible();
    const stored = await download;
    await expect(page.getByText("Hämtad.")).toBeVisible();
    expect(stored.suggestedFilename()).toBe("tender.zip");
    const entries = await archiveEntries(await readFile(await stored.path()));
    const manifest = JSON.parse(entries.get("manifest.json") ?? "") as { files: unknown[] };
    expect(entries.size).toBe(manifest.files.length + 1);
    expect([...entries.keys()]).toContain("sv/evaluation-report.docx");
  });

  it("says that it broke off, and stores nothing, when the server is lost", async () => {
    await page.context().setOffline(true);
    await page.getByRole("link", { name: "tender.zip" }).click();
    await expect(page.getByText("Hämtningen bröts och inget sparades. Försök igen.")).toBeVisible();
    await page.context().setOffline(false);
  });
});
