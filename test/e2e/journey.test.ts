import { stat } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { Workbook } from "exceljs";
import { afterAll, beforeAll, describe, it } from "vitest";
import { openDatabase } from "#app/db/open-database.ts";
import { readPublication } from "#app/db/publication.ts";
import { callRecords } from "#app/domain/example/call-centre.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import { answersOf } from "#app/services/example/respond.ts";
import { type ExampleVendor, exampleVendors } from "#app/services/example/vendors.ts";
import { collectProblems, hasBrowser, keepScreenshots, openBrowser } from "../support/browser.ts";
import { expect } from "../support/expect-on-page.ts";
import { startWebServer, type WebServer } from "../support/web-server.ts";
import { fillIn, findingsOf, giveRoles, localTimeIn } from "./draft.ts";
import { agreeOnAll, confirmInDialog, scoreAll } from "./evaluate.ts";
import { type Credentials, listening, type Seat, signIn, takeSeat, visit } from "./person.ts";
import {
  type Answers,
  answerCellOf,
  attachProofs,
  fillInWorkbook,
  typeAnswers,
  typeStatements,
} from "./respond.ts";

const person = (first: string): Credentials => ({
  name: `${first} Exempelsson`,
  email: `${first.toLowerCase()}@exempel.invalid`,
  password: `${first} går till jobbet 7`,
});

const administrator = person("Ada");
const buyers = {
  owner: { ...person("Olga"), roles: ["Ägare", "Öppnare"] },
  approver: { ...person("Gun"), roles: ["Godkännare"] },
  opener: { ...person("Sixten"), roles: ["Öppnare"] },
  chair: { ...person("Kerstin"), roles: ["Ordförande"] },
  evaluator: { ...person("Berit"), roles: ["Bedömare"] },
  second: { ...person("Bo"), roles: ["Bedömare"] },
} as const;

const vendors = {
  Formsvar: person("Fanny"),
  Excelsvar: person("Edvin"),
  /** Hands in nothing but a beginning: what leads to rejection is said, and does. */
  Halvsvar: person("Hugo"),
} as const;

const dayUs = 86_400_000_000;
const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const september = { firstMidnight: new Date("2026-08-31T22:00:00Z"), firstWeekday: 1, days: 30 };

const [, sound, excellent] = exampleVendors as [ExampleVendor, ExampleVendor, ExampleVendor];

/** What an invented vendor of the example would answer. */
const answersBy = (vendor: ExampleVendor, content: TenderContent): Answers =>
  new Map(answersOf(vendor, content));

/** The published content, from the database: only to know what to type. */
async function contentOf({ dataDir }: WebServer, tender: string): Promise<TenderContent> {
  const database = await openDatabase(`sqlite:${path.join(dataDir, "skallbor.sqlite")}`);
  const publication = await readPublication(database.read, path.basename(tender));
  await database.close();
  if (publication === null) throw new Error("the tender is not published");
  return publication.content;
}

/** The whole way of a tender on a fresh installation, by clicking, each as somebody who has that part in it. */
describe.skipIf(!hasBrowser)("the way of a tender", () => {
  let server: WebServer;
  let browser: Browser;
  const problems: string[] = [];
  const seats = new Map<string, Seat>();
  let draft = "";

  /** Everybody has a browser of their own; it stays open over the whole journey. */
  async function seatOf({ email }: Credentials): Promise<Seat> {
    const taken = seats.get(email);
    if (taken !== undefined) return taken;
    const seat = await takeSeat(browser, server.url);
    collectProblems(seat.page, problems);
    seats.set(email, seat);
    return seat;
  }
  const tender = () => draft.replace(/\/draft$/, "");
  const sideList = (page: Page) => page.getByRole("navigation", { name: "Utkastets delar" });
  const pageOf = async (who: Credentials) => (await seatOf(who)).page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startWebServer("empty"), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("begins with the code that the start prints", async () => {
    const page = await pageOf(administrator);
    await visit(page, "/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Välkommen till Skallbör");
    await page.getByLabel("Kod").fill("fel-kod");
    await page.getByLabel("Organisationens namn").fill("Exempelköpings kommun");
    await page.getByLabel("Organisationsnummer").fill("212000-0000");
    await page.getByLabel("Namn", { exact: true }).fill(administrator.name);
    await page.getByLabel("E-postadress").fill(administrator.email);
    await page.getByLabel("Lösenord").fill(administrator.password);
    const submit = page.getByRole("button", { name: "Skapa organisation och administratör" });
    await submit.click();
    await expect(page.getByText("Koden stämmer inte").first()).toBeVisible();
    await keepScreenshots(page, "01-set-up");
    await page.getByLabel("Kod").fill(server.setUpCode ?? "");
    await page.getByLabel("Lösenord").fill(administrator.password);
    await submit.click();
    await expect(page.locator("header summary")).toHaveText(administrator.name);
    await keepScreenshots(page, "02-start-empty");
  });

  it("gives each colleague a one-time password, which is replaced at the first sign-in", async () => {
    const admin = await pageOf(administrator);
    for (const buyer of Object.values(buyers)) {
      await visit(admin, "/users");
      await admin.getByRole("link", { name: "Lägg till person" }).click();
      await admin.getByLabel("Namn", { exact: true }).fill(buyer.name);
      await admin.getByLabel("E-postadress").fill(buyer.email);
      await admin.getByRole("button", { name: "Lägg till person" }).click();
      const once = await admin.locator("p.font-mono").textContent();
      if (buyer === buyers.owner) await keepScreenshots(admin, "03-one-time-password");

      const page = await pageOf(buyer);
      await visit(page, "/sign-in");
      await page.getByLabel("E-postadress").fill(buyer.email);
      await page.getByLabel("Lösenord", { exact: true }).fill(once ?? "");
      await page.getByRole("button", { name: "Logga in" }).click();
      await page.getByLabel("Nytt lösenord").fill(buyer.password);
      await page.getByLabel("Lösenord", { exact: true }).fill(once ?? "");
      await page.getByRole("button", { name: "Logga in" }).click();
      await expect(page.locator("header summary")).toHaveText(buyer.name);
    }
    await visit(admin, "/users");
    await expect(admin.getByRole("row")).toHaveCount(1 + 1 + Object.keys(buyers).length);
    await keepScreenshots(admin, "04-users");
  });

  it("starts as a draft from a profile", async () => {
    const page = await pageOf(buyers.owner);
    await visit(page, "/tenders/new");
    await keepScreenshots(page, "05-new-tender");
    await page
      .getByRole("radio", { name: /kommun/i })
      .first()
      .check();
    await page.getByRole("button", { name: "Skapa utkast" }).click();
    await page.waitForURL(/draft\/settings$/);
    draft = new URL(page.url()).pathname.replace(/\/settings$/, "");
    await fillIn(page, {
      "Namn på svenska": "Telefonisttjänst för Exempelköping",
      "Namn på engelska": "Telephone answering for Exempelköping",
      "Kort beskrivning på svenska": "Påhittat exempel. Svar i växeln vardagar 07.00–18.00.",
      "Kort beskrivning på engelska": "Invented example. Switchboard answering on weekdays.",
      Diarienummer: "KS 2026/900",
      Kontaktperson: buyers.owner.name,
      "E-post": buyers.owner.email,
      "Uppskattat värde (frivilligt)": "6500000",
    });
    await keepScreenshots(page, "06-draft-settings");
  });

  it("shows what is wrong with the draft until it is mended", async () => {
    const page = await pageOf(buyers.owner);
    await visit(page, `${draft}/publish`);
    await keepScreenshots(page, "07-findings-before");
    expect(await page.getByText("Hindrar annonsering").count()).toBeGreaterThan(0);
    await expect(page.getByRole("button", { name: "Godkänn innehållet" })).toHaveCount(0);

    await visit(page, `${draft}/settings`);
    await fillIn(page, { "Sista tidpunkt": localTimeIn(20) });
    await expect(page.getByText(/30 dagar/).first()).toBeVisible();
    await keepScreenshots(page, "08-deadline-soon");
    await fillIn(page, {
      "Sista tidpunkt": localTimeIn(40),
      "Avtalet börjar": localTimeIn(150).slice(0, 10),
    });
    expect(await findingsOf(page, "Grunduppgifter")).toBe(0);
  });

  it("lets requirements be picked, changed and left out again", async () => {
    const page = await pageOf(buyers.owner);
    for (const id of ["QUAL-001", "AVAIL-016"]) {
      await visit(page, `${draft}/pick`);
      await page.getByLabel("Ord eller id").fill(id);
      await page.getByRole("button", { name: "Visa" }).click();
      await page.locator(`#${id}`).check();
      await page.getByRole("button", { name: "Lägg till 1 krav" }).click();
      await expect(page.getByText("Valt").first()).toBeVisible();
    }
    await keepScreenshots(page, "09-pick");

    await visit(page, `${draft}/requirements/QUAL-001`);
    await page.getByRole("button", { name: "Ta bort kravet" }).click();
    await expect(sideList(page).getByRole("link", { name: /klagomål/i })).toHaveCount(0);

    await visit(page, `${draft}/requirements/AVAIL-016`);
    await page.locator("label", { hasText: /^Skall$/ }).click();
    await expect(page.getByLabel("Värde vid fullt mervärde")).toHaveCount(0);
    await page.locator("label", { hasText: /^Bör$/ }).click();
    await fillIn(page, { Gräns: "12", "Värde vid fullt mervärde": "120000" });
    await expect(page.getByLabel("Kravtext, svenska")).toHaveValue(/12 sekunder/);
    await keepScreenshots(page, "10-requirement");
  });

  it("has a price sheet and says what it weighs", async () => {
    const page = await pageOf(buyers.owner);
    await visit(page, `${draft}/prices`);
    await page.getByRole("button", { name: "Lägg till rad" }).click();
    const row = page.getByRole("group", { name: "Rad 2" });
    await fillIn(row, {
      "Vad, svenska": "Införande",
      "Vad, engelska": "Start-up",
      "Enhet, svenska": "gång",
      "Enhet, engelska": "occasion",
      Volym: "1",
    });
    await keepScreenshots(page, "11-prices");
    await visit(page, `${draft}/evaluation`);
    await keepScreenshots(page, "12-evaluation");
  });

  it("is published when two people have approved the same content", async () => {
    const page = await pageOf(buyers.owner);
    const given = Object.values(buyers).map(({ name, roles }) => [name, roles] as const);
    await giveRoles(page, draft, Object.fromEntries(given));
    await keepScreenshots(page, "13-people");
    await visit(page, `${draft}/publish`);
    await expect(page.getByText("Inget hindrar annonsering.")).toBeVisible();
    for (const document of [/Kravspecifikation/, /Svarsformulär/]) {
      const download = page.waitForEvent("download");
      await page.getByRole("listitem").filter({ hasText: document }).getByText("svenska").click();
      expect((await stat(await (await download).path())).size).toBeGreaterThan(10_000);
    }
    await confirmInDialog(page, "Godkänn innehållet");
    await expect(page.getByText("Du har godkänt.")).toBeVisible();
    await keepScreenshots(page, "14-approved-once");

    const approver = await pageOf(buyers.approver);
    await visit(approver, "/");
    await keepScreenshots(approver, "15-start-waiting");
    await approver
      .getByRole("link", { name: /Exempelköping/ })
      .first()
      .click();
    await visit(approver, `${draft}/publish`);
    await confirmInDialog(approver, "Godkänn och annonsera");
    await approver.waitForURL(new RegExp(`${tender()}$`));
    await keepScreenshots(approver, "16-published");
  });

  it("is read by anyone, and answered by vendors who register", async () => {
    const reader = await takeSeat(browser, server.url);
    await visit(reader.page, tender());
    await expect(reader.page.getByRole("heading", { level: 1 })).toHaveText(/Exempelköping/);
    await reader.context.close();
    for (const [name, vendor] of Object.entries(vendors)) {
      const page = await pageOf(vendor);
      await visit(page, "/register");
      await page.getByLabel("Organisationens namn").fill(name);
      await page.getByLabel("Organisationsnummer").fill("559900-0016");
      await page.getByLabel("Namn", { exact: true }).fill(vendor.name);
      await page.getByLabel("E-postadress").fill(vendor.email);
      await page.getByLabel("Lösenord").fill(vendor.password);
      await page.getByRole("button", { name: "Registrera och logga in" }).click();
      await page
        .getByRole("link", { name: /Exempelköping/ })
        .first()
        .click();
      await page.getByRole("link", { name: "Lämna anbud" }).click();
      if (vendor === vendors.Formsvar) await keepScreenshots(page, "17-respond-start");
      await page.getByRole("button", { name: "Börja svara" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anbud");
    }
  });

  it("takes answers that are typed into the form and saved by themselves", { timeout: 120_000 }, async () => {
    const page = await pageOf(vendors.Formsvar);
    const content = await contentOf(server, tender());
    await typeAnswers(page, `${tender()}/respond`, answersBy(sound, content));
    await keepScreenshots(page, "18-respond-area");
    await typeStatements(page, `${tender()}/respond`);
    await visit(page, `${tender()}/respond/prices`);
    for (const price of await page.getByLabel(/Pris per enhet för/).all()) {
      const stored = page.waitForResponse((response) => response.request().method() === "POST");
      await price.fill("12,35");
      await price.blur();
      expect((await stored).ok()).toBe(true);
    }
    await expect(page.getByRole("status")).toContainText("Sparat");
    await keepScreenshots(page, "19-respond-prices");
    await visit(page, `${tender()}/respond`);
    await expect(page.getByText("Allt är besvarat.")).toBeVisible();
    await keepScreenshots(page, "20-respond-overview");
  });

  it("takes a workbook, and shows its difference and its faulty cells before anything changes", {
    timeout: 120_000,
  }, async () => {
    const page = await pageOf(vendors.Excelsvar);
    const content = await contentOf(server, tender());
    await visit(page, `${tender()}/respond/workbook`);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Hämta formuläret" }).click();
    const file = await (await download).path();
    const answers = answersBy(excellent, content);
    const upload = async (workbook: Workbook) => {
      const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
      await page.getByLabel("Excelfil (.xlsx)").setInputFiles({ name: "svar.xlsx", mimeType, buffer });
      await page.getByRole("button", { name: "Läs filen" }).click();
    };
    const faulty = await fillInWorkbook(file, content, { answers });
    answerCellOf(faulty, "AVAIL-001").value = "kanske";
    await upload(faulty);
    await expect(page.getByRole("heading", { name: "Celler som inte kunde läsas" })).toBeVisible();
    await keepScreenshots(page, "21-workbook-faults");
    await upload(await fillInWorkbook(file, content, { answers }));
    await expect(page.getByRole("heading", { name: "Celler som inte kunde läsas" })).toHaveCount(0);
    await keepScreenshots(page, "22-workbook-difference");
    await page.getByRole("button", { name: "Ta över svaren" }).click();
    await expect(page.getByRole("button", { name: "Ta över svaren" })).toHaveCount(0);

    await visit(page, `${tender()}/respond/prices`);
    const sheetDownload = page.waitForEvent("download");
    await page.getByRole("link", { name: "Hämta prisbilagan" }).click();
    const sheet = await (await sheetDownload).path();
    await page.getByRole("link", { name: "Ladda upp en ifylld prisbilaga" }).click();
    await listening(page);
    await upload(await fillInWorkbook(sheet, content, { unitPrice: 13.1 }));
    await page.getByRole("button", { name: "Ta över svaren" }).click();
    await expect(page.getByRole("button", { name: "Ta över svaren" })).toHaveCount(0);
    await attachProofs(page, `${tender()}/respond`, answers);
    await visit(page, `${tender()}/respond`);
    await expect(page.getByText("Allt är besvarat.")).toBeVisible();
  });

  it("looks call records over before they are read, and reads them while one watches", async () => {
    const page = await pageOf(vendors.Formsvar);
    await visit(page, `${tender()}/respond/calls`);
    const upload = async (name: string, text: string) => {
      await page.getByLabel("Fil", { exact: true }).setInputFiles({
        name,
        mimeType: "text/csv",
        buffer: Buffer.from(text),
      });
      await page.getByRole("button", { name: "Ladda upp" }).click();
      await expect(page.getByRole("heading", { name: "Så tas filen" })).toBeVisible();
      await listening(page);
    };
    const { firstMidnight, firstWeekday, days } = september;
    const records = callRecords(sound.centre, firstMidnight, firstWeekday, days);
    await upload("trasig.csv", records.replace(/T\d\d:/, "Tkvart:"));
    await expect(page.getByText(/trasig\.csv, rad 2/)).toBeVisible();
    await keepScreenshots(page, "23-calls-fault");
    await upload("september.csv", records);
    await keepScreenshots(page, "24-calls-preview");
    await page.getByRole("button", { name: "Läs in" }).click();
    await expect(page.getByText("Inläst")).toBeVisible({ timeout: 30_000 });
    await page.getByRole("link", { name: "Se mätdata" }).click();
    await expect(page.getByRole("heading", { name: "Samma samtal, åtta formler" })).toBeVisible();
    await keepScreenshots(page, "25-measurement");
  });

  it("hands responses in and gives a receipt, also when they lead to rejection", async () => {
    for (const vendor of Object.values(vendors)) {
      const page = await pageOf(vendor);
      await visit(page, `${tender()}/respond/submit`);
      const complete = page.getByText(
        "Allt är besvarat och inget svar leder i sig till att anbudet förkastas.",
      );
      await expect(complete).toHaveCount(vendor === vendors.Halvsvar ? 0 : 1);
      if (vendor === vendors.Halvsvar) await keepScreenshots(page, "26-submit-incomplete");
      await page.getByRole("button", { name: "Lämna anbudet nu" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kvitto på version 1");
    }
    await keepScreenshots(await pageOf(vendors.Formsvar), "27-receipt");
  });

  it("tells the buyer nothing before the deadline, not even that there are responses", async () => {
    const page = await pageOf(buyers.owner);
    for (const path of [tender(), `${tender()}/opening`, "/tenders", "/"]) {
      await visit(page, path);
      for (const name of Object.keys(vendors)) expect(await page.content()).not.toContain(name);
    }
    await visit(page, `${tender()}/opening`);
    await expect(page.getByText(/Fem minuter efter sista tid/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Bekräfta öppning" })).toHaveCount(0);
    await keepScreenshots(page, "28-opening-too-early");
  });

  it("is opened by two people after the deadline", async () => {
    await server.advance(41 * dayUs);
    for (const buyer of Object.values(buyers)) await signIn(await pageOf(buyer), buyer);
    const [first, second] = [await pageOf(buyers.owner), await pageOf(buyers.opener)];
    await visit(first, `${tender()}/opening`);
    await confirmInDialog(first, "Bekräfta öppning");
    await expect(first.getByText(/Du har bekräftat/)).toBeVisible();
    await visit(second, `${tender()}/opening`);
    await confirmInDialog(second, "Öppna anbuden");
    await expect(second.getByRole("heading", { name: "Öppningsprotokoll" })).toBeVisible();
    for (const name of Object.keys(vendors)) await expect(second.getByText(name).first()).toBeVisible();
    await keepScreenshots(second, "29-opening-record");
  });

  it("is scored by each evaluator alone, after saying that there is no conflict of interest", {
    timeout: 120_000,
  }, async () => {
    for (const buyer of [buyers.chair, buyers.evaluator, buyers.second]) {
      const page = await pageOf(buyer);
      await visit(page, `${tender()}/opening`);
      await page.getByLabel("Jag har ingen koppling till någon anbudsgivare").check();
      await page.getByRole("button", { name: "Lämna uppgift" }).click();
      await expect(page.getByText(/Du har angett att du inte har någon koppling/)).toBeVisible();
    }
    for (const [buyer, place] of [
      [buyers.evaluator, "first"],
      [buyers.second, "last"],
    ] as const) {
      const page = await pageOf(buyer);
      await scoreAll(page, tender(), place);
      await keepScreenshots(page, `30-scoring-${place}`);
      await confirmInDialog(page, "Lås mitt blad");
      await expect(page.getByText("Ditt blad är låst")).toBeVisible();
    }
  });

  it("is agreed on, and its quality locked by two people", { timeout: 120_000 }, async () => {
    const chair = await pageOf(buyers.chair);
    await agreeOnAll(chair, tender());
    await keepScreenshots(chair, "31-consensus");
    await chair.getByRole("link", { name: "Till låsning av kvalitet" }).click();
    await chair.getByRole("button", { name: "Lås kvaliteten" }).click();
    await expect(chair.getByText(/Har begärt låsning/)).toBeVisible();
    await keepScreenshots(chair, "32-quality-lock");
    const owner = await pageOf(buyers.owner);
    await visit(owner, `${tender()}/quality-lock`);
    await owner.getByRole("button", { name: "Lås kvaliteten" }).click();
    await owner.waitForURL((url) => !url.pathname.endsWith("quality-lock"));
  });

  it("has its prices opened by two people, and every number explained", async () => {
    const [first, second, chair] = [
      await pageOf(buyers.owner),
      await pageOf(buyers.opener),
      await pageOf(buyers.chair),
    ];
    await visit(first, `${tender()}/opening`);
    await confirmInDialog(first, "Bekräfta öppning");
    await visit(second, `${tender()}/opening`);
    await confirmInDialog(second, "Öppna priserna");
    await visit(chair, `${tender()}/comparison`);
    await expect(chair.getByText("Bäst", { exact: true })).toHaveCount(1);
    await expect(chair.getByText("Utesluten").first()).toBeVisible();
    await keepScreenshots(chair, "33-comparison");
    await chair.getByRole("region", { name: "Rangordning" }).locator("td a").first().click();
    await expect(chair.getByRole("heading", { name: /Så blev talet/ })).toBeVisible();
    await keepScreenshots(chair, "34-explanation");
    const download = chair.waitForEvent("download");
    await chair.getByRole("link", { name: "Hämta i Excel" }).click();
    const workbook = new Workbook();
    await workbook.xlsx.readFile(await (await download).path());
    expect(workbook.worksheets.length).toBeGreaterThan(1);
  });

  it("never breaks a page: no error in any console, no content that the security policy stops", () => {
    expect(problems).toEqual([]);
  });
});
