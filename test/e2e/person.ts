import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect } from "../support/expect-on-page.ts";

/** Somebody at a browser of their own. */
export interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
}

export interface Credentials {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export async function takeSeat(
  browser: Browser,
  baseURL: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Seat> {
  const context = await browser.newContext({
    baseURL,
    locale: "sv-SE",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(30_000);
  return { context, page: await context.newPage() };
}

/** Goes to a page and waits until its scripts listen. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await listening(page);
}

/**
 * A page that has come whole from the server answers to scripts only a moment later. The page of an address that does
 * not exist names no texts, and stays as the server wrote it.
 */
export const listening = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.documentElement.dataset.texts === undefined ||
      Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactFiber")),
  );

export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await visit(page, "/sign-in");
  await page.getByLabel("E-postadress").fill(email);
  await page.getByLabel("Lösenord", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Logga in" }).click();
  await expect(page.locator("summary", { hasText: "Exempel" }).first()).toBeVisible();
}

/** In the example: one click on the button with the name. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await visit(page, "/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page.locator("header summary", { hasText: name })).toBeVisible();
}
