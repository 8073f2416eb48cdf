import type { Page } from "@playwright/test";
import { beforeEach, describe, it } from "vitest";
import { colleagues } from "#app/services/example/people.ts";
import { exampleVendors } from "#app/services/example/vendors.ts";
import { hasBrowser } from "../support/browser.ts";
import { expect } from "../support/expect-on-page.ts";
import { visit } from "./person.ts";
import { serveExample } from "./served-example.ts";

const [vendor] = exampleVendors;
const answerMs = 250;

/** Each save takes long enough for the next change, or for leaving, to come before its answer. */
const answerSlowly = (page: Page) =>
  page.route("**/*.data*", async (route) => {
    if (route.request().method() === "POST") await new Promise((resolve) => setTimeout(resolve, answerMs));
    await route.continue();
  });

describe.skipIf(!hasBrowser)("what saves by itself", () => {
  const example = serveExample();

  describe("of a response", () => {
    let page: Page;
    let respond: string;
    beforeEach(async () => {
      page = await example.pageOf(vendor?.person ?? "");
      await page
        .getByRole("link", { name: /Felanmälan/ })
        .first()
        .click();
      await page.waitForURL(/\/tenders\/[0-9a-f]{32}$/);
      respond = `${new URL(page.url()).pathname}/respond`;
      return () => page.context().close();
    });

    const parts = () => page.getByRole("navigation", { name: "Anbudets delar" });
    const leave = () => parts().getByRole("link", { name: "Översikt" });
    const statements = (said: "Ja" | "Nej") => page.getByLabel(said, { exact: true });

    it("keeps every choice that is made while others are on their way", async () => {
      await visit(page, `${respond}/company`);
      await answerSlowly(page);
      const choices = await statements("Nej").all();
      expect(choices.length).toBeGreaterThan(3);
      for (const choice of choices) await choice.check();
      await expect(page.getByRole("status").first()).toContainText("Sparat");
      await visit(page, `${respond}/company`);
      for (const choice of await statements("Nej").all()) await expect(choice).toBeChecked();
    });

    it("is not left before it is saved", async () => {
      await visit(page, `${respond}/company`);
      await answerSlowly(page);
      const boxes = await page.locator("main textarea").all();
      for (const [index, box] of boxes.entries()) await box.fill(`Exempel nummer ${index}`);
      for (const choice of await statements("Ja").all()) await choice.check();
      await leave().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anbud");
      await visit(page, `${respond}/company`);
      for (const [index, box] of (await page.locator("main textarea").all()).entries()) {
        await expect(box).toHaveValue(`Exempel nummer ${index}`);
      }
      for (const choice of await statements("Ja").all()) await expect(choice).toBeChecked();
    });

    it("is saved when one goes back while still in the field", async () => {
      await visit(page, respond);
      await parts().getByRole("link", { name: "Företag och försäkringar" }).click();
      const box = page.locator("main textarea").first();
      await answerSlowly(page);
      await box.fill("Exempel på sista stund");
      await page.evaluate(() => history.back());
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anbud");
      await visit(page, `${respond}/company`);
      await expect(box).toHaveValue("Exempel på sista stund");
    });

    it("is saved when the next area is opened in the middle of an answer", async () => {
      await visit(page, respond);
      await parts().getByRole("link", { name: "Tillgänglighet" }).click();
      const answer = page.locator("section[id] input[inputmode=decimal]").first();
      await answerSlowly(page);
      const given = (await answer.inputValue()) === "7" ? "8" : "7";
      const path = new URL(page.url()).pathname;
      await answer.fill(given);
      await parts().getByRole("link", { name: "Bemanning" }).click();
      await page.waitForURL((url) => url.pathname !== path);
      await visit(page, path);
      await expect(answer).toHaveValue(given);
    });

    it("says no more that an answer is wrong when it has been put back as it was", async () => {
      await visit(page, `${respond}/availability`);
      const question = page.locator("section[id]").filter({ has: page.locator("input[inputmode=decimal]") });
      const answer = question.locator("input[inputmode=decimal]").first();
      const fault = question.first().getByText("Skriv ett tal", { exact: false });
      const before = await answer.inputValue();
      await answer.fill("många");
      await answer.blur();
      await expect(fault).toBeVisible();
      await answer.fill(before);
      await answer.blur();
      await expect(fault).toHaveCount(0);
      await expect(answer).not.toHaveAttribute("aria-invalid");
    });

    it("keeps a price that is being typed when the page is left", async () => {
      await visit(page, `${respond}/prices`);
      const price = page.getByLabel(/Pris per enhet för/).first();
      await answerSlowly(page);
      await price.fill("12,35");
      await leave().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anbud");
      await visit(page, `${respond}/prices`);
      await expect(price).toHaveValue("12,35");
    });

    it("keeps what a colleague of the same firm has stated meanwhile", async () => {
      const other = await example.pageOf(vendor?.person ?? "");
      for (const at of [page, other]) await visit(at, `${respond}/company`);
      const box = (at: Page, nth: number) => at.locator("main textarea").nth(nth);
      await box(other, 0).fill("Från den andra");
      await box(other, 0).blur();
      await expect(other.getByRole("status").first()).toContainText("Sparat");
      await other.context().close();
      await box(page, 1).fill("Från den ena");
      await box(page, 1).blur();
      await expect(page.getByRole("status").first()).toContainText("Sparat");
      await expect(box(page, 0)).toHaveValue("Från den andra");
      await visit(page, `${respond}/company`);
      await expect(box(page, 0)).toHaveValue("Från den andra");
    });

    it("asks before the page is closed on what is not saved", async () => {
      await visit(page, `${respond}/company`);
      await answerSlowly(page);
      await page.locator("main textarea").first().pressSequentially("!");
      const asked = page.waitForEvent("dialog");
      await page.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe("beforeunload");
      await dialog.dismiss();
      await expect(page.getByRole("status").first()).toContainText("Sparat");
    });

    it("stays on the page without a server, and is saved when there is one again", async () => {
      await visit(page, `${respond}/company`);
      const box = page.locator("main textarea").first();
      await page.context().setOffline(true);
      await box.fill("Skrivet utan server");
      await box.blur();
      await expect(page.getByRole("alert")).toContainText("Servern svarar inte.");
      await leave().click();
      await expect(page.getByRole("status").first()).toHaveText("");
      await expect(box).toHaveValue("Skrivet utan server");
      await page.context().setOffline(false);
      await expect(page.getByRole("status").first()).toContainText("Sparat");
      await expect(page.getByRole("alert")).toHaveCount(0);
      await visit(page, `${respond}/company`);
      await expect(box).toHaveValue("Skrivet utan server");
    });
  });

  describe("of a draft", () => {
    let page: Page;
    let draft: string;
    beforeEach(async () => {
      page = await example.pageOf(colleagues.owner.name);
      await visit(page, "/tenders");
      await page.getByRole("listitem").filter({ hasText: "Utkast" }).getByRole("link").first().click();
      await page.waitForURL(/\/draft/);
      draft = new URL(page.url()).pathname.replace(/\/draft.*/, "/draft");
      return () => page.context().close();
    });

    it("sends each change with the version that the one before has made", async () => {
      await visit(page, `${draft}/settings`);
      await answerSlowly(page);
      const fields = { "Namn på svenska": "Provad", "Namn på engelska": "Tried", Diarienummer: "2026/1" };
      for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
      await page.getByLabel("Diarienummer").blur();
      await expect(page.getByRole("status").first()).toContainText("Sparat");
      await expect(page.getByRole("alert")).toHaveCount(0);
      await visit(page, `${draft}/settings`);
      for (const [label, value] of Object.entries(fields)) {
        await expect(page.getByLabel(label)).toHaveValue(value);
      }
    });

    it("takes back the change that is still on its way", async () => {
      await visit(page, `${draft}/settings`);
      const title = page.getByLabel("Namn på svenska");
      const before = await title.inputValue();
      await answerSlowly(page);
      await title.fill("Ångras strax");
      await page.getByRole("button", { name: "Ångra" }).click();
      await expect(title).toHaveValue(before);
      await expect(page.getByRole("alert")).toHaveCount(0);
    });

    it("stays where what was refused can be mended", async () => {
      await visit(page, `${draft}/settings`);
      await answerSlowly(page);
      const value = page.getByLabel("Uppskattat värde");
      await value.fill("mycket");
      await page
        .getByRole("navigation", { name: "Utkastets delar" })
        .getByRole("link", { name: "Prisbilaga" })
        .click();
      await expect(page.getByRole("alert")).toBeVisible();
      await expect(value).toHaveValue("mycket");
    });

    it("says beside a button that was refused why, also after something else has been saved", async () => {
      await visit(page, `${draft}/evaluation`);
      await page.locator("main input[name^='worth.']").first().fill("1234");
      await page.locator("main input[name^='worth.']").first().blur();
      await expect(page.getByRole("status").first()).toContainText("Sparat");
      await page.getByText("Räkna om till poäng", { exact: false }).first().click();
      await page.getByLabel("Kronor per poäng", { exact: false }).last().fill("inget");
      await page.getByRole("button", { name: /poäng/ }).last().click();
      await expect(page.getByRole("alert")).toBeFocused();
    });

    describe("at which two colleagues sit", () => {
      let other: Page;
      beforeEach(async () => {
        other = await example.pageOf(colleagues.owner.name);
        return () => other.context().close();
      });
      const saved = (at: Page) => expect(at.getByRole("status").first()).toContainText("Sparat");
      const write = async (at: Page, label: string, value: string) => {
        await at.getByLabel(label).fill(value);
        await at.getByLabel(label).blur();
      };

      it("keeps what both have changed in different fields", async () => {
        for (const at of [page, other]) await visit(at, `${draft}/settings`);
        const inEnglish = (at: Page) => at.locator("input[name='provisions.responseLanguages.en']");
        await write(other, "Diarienummer", "2026/2");
        await inEnglish(other).click();
        await saved(other);
        await write(page, "Namn på svenska", "Den enas");
        await saved(page);
        await expect(page.getByRole("alert")).toHaveCount(0);
        await expect(page.getByLabel("Diarienummer")).toHaveValue("2026/2");
        await expect(inEnglish(page)).toBeChecked({ checked: await inEnglish(other).isChecked() });
        await visit(other, `${draft}/settings`);
        await expect(other.getByLabel("Namn på svenska")).toHaveValue("Den enas");
        await expect(other.getByLabel("Diarienummer")).toHaveValue("2026/2");
      });

      it("says what the other one wrote when both have changed the same field", async () => {
        for (const at of [page, other]) await visit(at, `${draft}/settings`);
        await write(other, "Diarienummer", "Den andras");
        await saved(other);
        await write(page, "Diarienummer", "Den enas");
        await expect(page.getByRole("alert")).toContainText("”Den andras”");
        await expect(page.getByLabel("Diarienummer")).toHaveValue("Den enas");
        await write(page, "Diarienummer", "Den enas, ändå");
        await saved(page);
        await visit(other, `${draft}/settings`);
        await expect(other.getByLabel("Diarienummer")).toHaveValue("Den enas, ändå");
      });

      it("says why a button did nothing, and shows what the other one has done", async () => {
        for (const at of [page, other]) await visit(at, `${draft}/prices`);
        const rows = (at: Page) => at.locator("main fieldset legend");
        const before = await rows(page).count();
        const add = (at: Page) => at.getByRole("button", { name: "Lägg till rad" }).click();
        await add(other);
        await expect(rows(other)).toHaveCount(before + 1);
        await add(page);
        await expect(page.getByRole("alert")).toContainText("Någon annan har ändrat");
        await expect(page.getByRole("alert")).toBeFocused();
        await expect(rows(page)).toHaveCount(before + 1);
        await add(page);
        await expect(rows(page)).toHaveCount(before + 2);
        await expect(page.getByRole("alert")).toHaveCount(0);
      });
    });

    it("keeps what was typed when the session has ended, and saves it after a sign-in in another tab", async () => {
      await visit(page, `${draft}/settings`);
      const cookies = await page.context().cookies();
      await page.context().clearCookies();
      const number = page.getByLabel("Diarienummer");
      await number.fill("Utloggad");
      await number.press("Enter");
      await expect(page.getByRole("alert")).toContainText("inte längre inloggad");
      await expect(number).toHaveValue("Utloggad");
      await page.context().addCookies(cookies);
      await expect(page.getByRole("status").first()).toContainText("Sparat");
      await expect(page.getByRole("alert")).toHaveCount(0);
    });
  });
});
