import { beforeAll, describe, it } from "vitest";
import { colleagues } from "#app/services/example/people.ts";
import { exampleVendors } from "#app/services/example/vendors.ts";
import { databaseOf } from "../routes/people.ts";
import { hasBrowser } from "../support/browser.ts";
import { expect } from "../support/expect-on-page.ts";
import { pagesOf } from "./pages.ts";
import { type Seat, takeSeat, visit } from "./person.ts";
import { serveExample } from "./served-example.ts";

const [vendor] = exampleVendors;

/** Nothing here touches the mouse. */
describe.skipIf(!hasBrowser)("with the keyboard alone", () => {
  const example = serveExample();
  let seat: Seat;

  beforeAll(async () => {
    seat = await takeSeat(example.browser, example.server.url);
  });

  it("comes past the head of the page with the first key", async () => {
    const { page } = seat;
    await visit(page, "/catalogue");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Hoppa till innehållet" })).toBeFocused();
    await expect(page.getByRole("link", { name: "Hoppa till innehållet" })).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.locator("main")).toBeFocused();
  });

  it("searches the catalogue and opens a requirement", async () => {
    const { page } = seat;
    await visit(page, "/catalogue");
    await page.locator("main").getByRole("searchbox").focus();
    await page.keyboard.type("AVAIL-001");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=AVAIL-001/);
    const found = page.locator('main a[href="/catalogue/AVAIL-001"]');
    for (let presses = 0; presses < 60; presses++) {
      if (await found.evaluate((link) => link === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await expect(found).toBeFocused();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/catalogue\/AVAIL-001$/);
  });

  it("shows where it is on everything that it comes to", async () => {
    const { page } = seat;
    await visit(page, "/");
    for (let presses = 0; presses < 15; presses++) {
      await page.keyboard.press("Tab");
      const outlined = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return true;
        const style = getComputedStyle(element);
        return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
      });
      expect(outlined).toBe(true);
    }
  });

  it("shows the value of a half hour and the words of an outage that it has come to", async () => {
    const database = await databaseOf(example.server);
    const paths = (await pagesOf(database)).map(({ path }) => path);
    await database.close();
    const page = await example.pageOf(colleagues.chair.name);
    await visit(page, paths.find((path) => path.includes("/measurement/")) ?? "");
    await page.locator(".heat-map").focus();
    for (let column = 0; column < 16; column++) await page.keyboard.press("ArrowRight");
    await expect(page.getByText(/^tis 1 08:00–08:30: [\d,]+\u00a0%$/)).toBeVisible();

    await visit(page, paths.find((path) => path.includes("/availability/")) ?? "");
    const outage = page.locator("a.incident").first();
    const words = await outage.getAttribute("aria-label");
    await outage.focus();
    await expect(page.locator("p", { hasText: words ?? "none" })).toBeVisible();
    await page.context().close();
  });

  it("hands a response in, and leaves a question that it opened with Escape", async () => {
    const { page } = seat;
    await visit(page, "/sign-in");
    await page.getByRole("button", { name: vendor?.person ?? "" }).press("Enter");
    await page
      .getByRole("link", { name: /Felanmälan/ })
      .first()
      .press("Enter");
    const own = /\/tenders\/[0-9a-f]{32}$/;
    await page.waitForURL(own);
    await visit(page, `${new URL(page.url()).pathname}/respond/submit`);
    await page.getByRole("button", { name: "Lämna anbudet nu" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kvitto på version 1");

    await visit(page, page.url().replace("receipt/1", "submit"));
    const withdraw = page.getByRole("button", { name: "Återta anbudet" });
    await withdraw.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(withdraw).toBeFocused();
  });
});
