import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect } from "../support/expect-on-page.ts";
import { visit } from "./person.ts";

/** Presses a button that asks first, and then the one in the dialog. */
export async function confirmInDialog(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("dialog").getByRole("button", { name: button }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/** Sets the level in this place of each scale for every answer on the sheet, and locks it. */
export async function scoreAll(page: Page, tender: string, place: "first" | "last"): Promise<void> {
  await visit(page, `${tender}/scoring`);
  const requirements = page.getByRole("navigation", { name: "Krav att bedöma" }).getByRole("link");
  for (let index = 0; index < (await requirements.count()); index++) {
    const link = requirements.nth(index);
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "page");
    const judgements = page.locator("main form").filter({ has: page.getByRole("radio") });
    for (let row = 0; row < (await judgements.count()); row++) {
      const judgement = judgements.nth(row);
      if (row === 0) await opensProof(page, judgement);
      await judgement.getByRole("radio")[place]().check();
      await judgement.getByLabel(/Kommentar/).fill(`Nivån följer av svaret, ${place}.`);
      await judgement.getByRole("button", { name: "Spara nivå" }).click();
      await expect(judgement.getByText("Sparat")).toBeVisible();
    }
  }
}

/** Where there is a file it can be read, as it was handed in. */
async function opensProof(page: Page, judgement: Locator): Promise<void> {
  const file = judgement.getByRole("link", { name: "bilaga.pdf" });
  if ((await file.count()) === 0) return;
  const download = page.waitForEvent("download");
  await file.first().click();
  expect((await readFile(await (await download).path())).subarray(0, 5).toString()).toBe("%PDF-");
}

/** Writes the best level, with a reason, as what the group agrees on for every answer. */
export async function agreeOnAll(page: Page, tender: string): Promise<void> {
  await visit(page, `${tender}/consensus`);
  const bids = page.locator("main form").filter({ has: page.locator("select") });
  for (let index = 0; index < (await bids.count()); index++) {
    const bid = bids.nth(index);
    const levels = await bid
      .locator("option")
      .evaluateAll((all) => all.map((one) => one.getAttribute("value")));
    await bid.locator("select").selectOption(levels.at(-1) ?? "");
    await bid.getByLabel("Skäl").fill("Bilagan visar det som kravet begär, och inte mer än så.");
    await bid.getByRole("button", { name: "Spara samsyn" }).click();
    await expect(bid.getByText("Enats om")).toBeVisible();
  }
}
