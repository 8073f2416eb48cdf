import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, it } from "vitest";
import { colleagues } from "#app/services/example/people.ts";
import { exampleVendors } from "#app/services/example/vendors.ts";
import { wordTexts } from "../documents/word-paragraphs.ts";
import type { DecidingTender } from "../services/award/awarded-tender.ts";
import { collectProblems, hasBrowser, keepScreenshots, openBrowser } from "../support/browser.ts";
import { expect } from "../support/expect-on-page.ts";
import type { WebServer } from "../support/web-server.ts";
import { confirmInDialog } from "./evaluate.ts";
import { serveEvaluatedTender } from "./evaluated-server.ts";
import { signInAs, takeSeat, visit } from "./person.ts";
import { type ServedExample, serveExample } from "./served-example.ts";

const dayUs = 86_400_000_000;
const problems: string[] = [];

type Place = Pick<ServedExample, "browser" | "server">;

/** A browser of one's own, signed in. */
async function seatOf({ browser, server }: Place, name: string): Promise<Page> {
  const { page } = await takeSeat(browser, server.url);
  collectProblems(page, problems);
  await signInAs(page, name);
  return page;
}

async function downloaded(page: Page, link: () => Promise<void>): Promise<readonly string[]> {
  const download = page.waitForEvent("download");
  await link();
  return await wordTexts(await readFile(await (await download).path()));
}

describe.skipIf(!hasBrowser)("an evaluated tender", () => {
  let server: WebServer;
  let browser: Browser;
  let tender: DecidingTender;
  let today: (daysLater: number) => string;
  let award = "";

  beforeAll(async () => {
    [{ server, tender, today }, browser] = await Promise.all([serveEvaluatedTender(), openBrowser()]);
    award = `/tenders/${tender.tenderId}/award`;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("is awarded by two people, who see what they decide", async () => {
    const owner = await seatOf({ browser, server }, tender.owner.name);
    await visit(owner, `/tenders/${tender.tenderId}`);
    await owner.getByRole("link", { name: "Besluta om tilldelning" }).click();
    await expect(owner.getByText(/har det bästa anbudet/)).toBeVisible();
    await owner.getByLabel(/Om det vinnande anbudet/).fill("Anbudet är bäst på kvalitet.");
    await keepScreenshots(owner, "50-award-propose");
    await owner.getByRole("button", { name: "Föreslå tilldelning" }).click();
    await expect(owner.getByText(/En godkännare behöver bekräfta/)).toBeVisible();
    await keepScreenshots(owner, "51-award-proposed");

    const approver = await seatOf({ browser, server }, tender.approver.name);
    await visit(approver, award);
    await expect(approver.getByText("Anbudet är bäst på kvalitet.").first()).toBeVisible();
    await confirmInDialog(approver, "Besluta om tilldelning");
    await expect(approver.getByRole("heading", { name: "Avtalsspärr" })).toBeVisible();
    await expect(approver.getByRole("timer")).toBeVisible();
    await keepScreenshots(approver, "52-awarded");
  });

  it("gives each bidder its own outcome and letter, and the buyer all of them", async () => {
    const [winner, loser] = tender.vendors;
    if (winner === undefined || loser === undefined) throw new Error("two have bid");
    const page = await seatOf({ browser, server }, loser.name);
    await visit(page, `/tenders/${tender.tenderId}/outcome`);
    await expect(page.getByText("Ert anbud är inte antaget")).toBeVisible();
    await keepScreenshots(page, "53-outcome-lost");
    const letter = await downloaded(page, () => page.getByRole("link", { name: "Hämta brevet" }).click());
    expect(letter.join("\n")).toContain(`tilldelas ${winner.organisation.name}`);
    const won = await seatOf({ browser, server }, winner.name);
    await visit(won, `/tenders/${tender.tenderId}/outcome`);
    await expect(won.getByText("Ert anbud är antaget")).toBeVisible();
    expect(await won.content()).not.toContain(loser.organisation.name);
    const owner = await seatOf({ browser, server }, tender.owner.name);
    await visit(owner, award);
    const row = owner.getByRole("row", { name: new RegExp(loser.organisation.name) });
    const own = await downloaded(owner, () => row.getByRole("link", { name: "svenska" }).click());
    expect(own).toEqual(letter);
  });

  it("is concluded by two people, not before the standstill is over", async () => {
    const owner = await seatOf({ browser, server }, tender.owner.name);
    await visit(owner, award);
    await server.advance(20 * dayUs);
    await signInAs(owner, tender.owner.name);
    await visit(owner, award);
    await expect(owner.getByText("Avtalsspärren är slut", { exact: true })).toBeVisible();
    await owner.getByRole("button", { name: "Ange att avtalet är tecknat" }).click();
    await expect(owner.getByRole("alert")).toContainText("Kryssa för");
    await keepScreenshots(owner, "54-contract-refused");
    await owner.getByLabel("Undertecknat").fill(today(20));
    await owner.getByLabel("Avtalet börjar gälla").fill("2028-01-01");
    await owner.getByLabel("Ingen pågående överprövning är känd").check();
    await owner.getByRole("button", { name: "Ange att avtalet är tecknat" }).click();
    await expect(owner.getByText(/behöver bekräfta/)).toBeVisible();
    const approver = await seatOf({ browser, server }, tender.approver.name);
    await visit(approver, award);
    await confirmInDialog(approver, "Bekräfta att avtalet är tecknat");
    await expect(approver.getByText("1 januari 2028 till och med")).toBeVisible();
    await keepScreenshots(approver, "55-concluded");
  });

  it("writes no error anywhere", () => {
    expect(problems).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)("a published tender", () => {
  const example = serveExample();

  it("is cancelled by two people, and everyone is told why", async () => {
    const owner = await seatOf(example, colleagues.owner.name);
    await visit(owner, "/tenders");
    await owner
      .getByRole("link", { name: /dygnet runt|journummer|hjälplinje/i })
      .first()
      .click();
    await owner.waitForURL(/tenders\/[0-9a-f]+$/);
    const tender = new URL(owner.url()).pathname;
    await visit(owner, `${tender}/cancel`);
    await owner.getByLabel("Skäl").fill("För kort.");
    await owner.getByRole("button", { name: "Föreslå avbrytande" }).click();
    await expect(owner.getByRole("alert")).toContainText("minst 20 tecken");
    const reason = "Regionen tar över uppdraget från årsskiftet, så behovet upphör.";
    await owner.getByLabel("Skäl").fill(reason);
    await owner.getByRole("button", { name: "Föreslå avbrytande" }).click();
    await expect(owner.getByText(/En godkännare behöver bekräfta/)).toBeVisible();
    await keepScreenshots(owner, "56-cancel-proposed");
    const approver = await seatOf(example, colleagues.approver.name);
    await visit(approver, `${tender}/cancel`);
    await confirmInDialog(approver, "Avbryt upphandlingen");
    await expect(approver.getByRole("heading", { name: "Upphandlingen är avbruten" })).toBeVisible();
    await keepScreenshots(approver, "57-cancelled");
    const vendor = await seatOf(example, exampleVendors[0]?.person ?? "");
    await visit(vendor, tender);
    await expect(vendor.getByText(reason)).toBeVisible();
    await visit(vendor, `${tender}/outcome`);
    const letter = await downloaded(vendor, () => vendor.getByRole("link", { name: "Hämta brevet" }).click());
    expect(letter.join("\n")).toContain(reason);
    expect(problems).toEqual([]);
  });
});
