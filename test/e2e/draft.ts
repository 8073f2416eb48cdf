import type { Locator, Page } from "@playwright/test";
import { expect } from "../support/expect-on-page.ts";
import { visit } from "./person.ts";

/** Says in the draft's own words that the last change has been stored. */
const saved = (page: Page) =>
  expect(page.getByRole("status").filter({ hasText: "Sparat" }).first()).toBeVisible();

/** Fills fields of a page or a group by their labels, one after the other as somebody does; each saves by itself. */
export async function fillIn(form: Page | Locator, fields: Readonly<Record<string, string>>): Promise<void> {
  const page = "page" in form ? form.page() : form;
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label, { exact: true });
    if ((await field.inputValue()) === value) continue;
    const stored = page.waitForResponse((response) => response.request().method() === "POST");
    await field.fill(value);
    await field.blur();
    expect((await stored).ok()).toBe(true);
  }
  await saved(page);
}

/** Local time in the form of a date field, some days from now. */
export function localTimeIn(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" })}T12:00`;
}

/** Gives roles in the tender on the page of its people. */
export async function giveRoles(
  page: Page,
  draft: string,
  roles: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  await visit(page, `${draft}/people`);
  for (const [name, given] of Object.entries(roles)) {
    const person = page.getByRole("listitem").filter({ hasText: name });
    await person.getByText("Ändra roller").click();
    for (const role of given) await person.getByLabel(role).check();
    await person.getByRole("button", { name: "Spara roller" }).click();
    for (const role of given) await expect(person.locator("span", { hasText: role }).first()).toBeVisible();
  }
}

/** The number of the mark beside a part of the draft; 0 without one. */
export async function findingsOf(page: Page, part: string): Promise<number> {
  const link = page.getByRole("navigation", { name: "Utkastets delar" }).getByRole("link", { name: part });
  const [count] = /\d+(?= att åtgärda)/.exec((await link.textContent()) ?? "") ?? ["0"];
  return Number(count);
}
