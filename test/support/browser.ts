import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";

const executable = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", chromium.executablePath()].find(
  (file) => file !== undefined && existsSync(file),
);

/** Whether there is a browser to test with; said once by each file that is skipped. */
export const hasBrowser = executable !== undefined;
if (!hasBrowser)
  console.warn("No Chromium found (CHROMIUM_PATH, /usr/bin/chromium): browser tests are skipped.");

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable ?? "",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
  });

/** What a page must never do: write an error to the console, throw, or break the content security policy. */
export function collectProblems(page: Page, problems: string[]): void {
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !isAnswer(message.text())) {
      problems.push(`${page.url()}: ${message.text()}`);
    }
  });
}

/** The browser notes every answer that is an error, also one that a page expects and shows. */
const isAnswer = (text: string): boolean => text.startsWith("Failed to load resource");

const folder = path.resolve(import.meta.dirname, "../../test-output/screenshots");
export const widths = [1280, 390] as const;

/** Keeps the whole page in both widths, for people to look at. */
export async function keepScreenshots(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({
      path: path.join(folder, `${name}-${width}.png`),
      fullPage: true,
      timeout: 60_000,
    });
  }
  if (before !== null) await page.setViewportSize(before);
}
