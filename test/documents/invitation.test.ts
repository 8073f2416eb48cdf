import { describe, expect, it } from "vitest";
import { invitation } from "#app/documents/invitation.ts";
import { loadWording } from "#app/documents/templates.ts";
import { type Language, languages } from "#app/domain/language.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import { content, printedTender, projectRoot, requirements } from "./invented-tender.ts";
import { wordParagraphs, wordTexts } from "./word-paragraphs.ts";

const address = "https://ekvallen.example/tenders/tender-7f3a";

async function invited(language: Language, changed: Partial<TenderContent> = {}) {
  const wording = await loadWording(projectRoot, "invitation", language);
  return invitation({
    ...printedTender,
    content: { ...content, ...changed },
    language,
    wording,
    address,
  });
}
const headings = async (bytes: Buffer) =>
  (await wordParagraphs(bytes)).filter(({ style }) => style === "Heading1").map(({ text }) => text);

describe("the invitation", () => {
  it("tells on one page who buys, what, by which code, for how long and until when one may ask and bid", async () => {
    const texts = await wordTexts(await invited("en"));
    expect(texts).toContain("BuyerEkvallens kommun (påhittad)");
    expect(texts).toContain("SubjectCPV 79512000, Call centre");
    expect(texts).toContain(
      "Contract period1 September 2027 to 31 August 2029, 24 months. The buyer may then prolong to 31 August 2031 at the latest.",
    );
    expect(texts).toContain("Deadline12 March 2027, 12:00");
    expect(texts).toContain("Questions until2 March 2027, 12:00");
    expect(texts).toContain("Bids are valid until10 July 2027");
    expect(texts).toContain(`Page of the tender${address}`);
  });

  it("promises answers six days before the day of the deadline", async () => {
    const texts = await wordTexts(await invited("sv"));
    expect(
      texts.some((text) => text.includes("utan att det framgår vem som har frågat, senast 6 mars 2027")),
    ).toBe(true);
  });

  it("numbers its chapters and paragraphs without a gap, whether or not there are remarks", {
    timeout: 30_000,
  }, async () => {
    for (const remarks of [content.provisions.remarks, { sv: "", en: " " }]) {
      for (const language of languages) {
        const provisions = { ...content.provisions, remarks };
        const bytes = await invited(language, { provisions });
        const titles = await headings(bytes);
        expect(titles.map((title) => Number.parseInt(title, 10))).toEqual(
          titles.map((_, index) => index + 1),
        );
        const numbers = (await wordParagraphs(bytes))
          .filter(({ style }) => style === "Provision")
          .map(({ text }) => /^\d+\.\d+/.exec(text)?.[0] ?? "");
        const chapters = Map.groupBy(numbers, (number) => number.split(".")[0] ?? "");
        expect([...chapters.keys()]).toEqual(titles.slice(1).map((_, index) => String(index + 2)));
        for (const [chapter, own] of chapters) {
          expect(own).toEqual(own.map((_, index) => `${chapter}.${index + 1}`));
        }
      }
    }
  });

  it("prints the buyer's remarks paragraph by paragraph", async () => {
    const remarks = { sv: "Ett.\n\nTvå.", en: "One.\n\nTwo." };
    const texts = await wordTexts(await invited("en", { provisions: { ...content.provisions, remarks } }));
    expect(texts).toContain("13.1One.");
    expect(texts).toContain("13.2Two.");
  });

  it("lists the requirements of the supplier itself, or says that there are none", async () => {
    const own = { ...requirements.yesNo, useOfMeasurement: "qualification" } as const;
    const withOne = await wordTexts(await invited("en", { requirements: [own, requirements.number] }));
    expect(withOne).toContain("Table 3. Requirements of the supplier");
    expect(withOne).toContain(own.id);
    const without = (await wordTexts(await invited("en"))).join("\n");
    expect(without).toContain("No particular requirements are made of the supplier itself.");
    expect(without).not.toContain("Requirements of the supplier");
  });

  it("rules out a price above the ceiling and below zero only where the tender does", async () => {
    const strict = (await wordTexts(await invited("en"))).join("\n");
    expect(strict).toContain("above the ceiling price, SEK\u00a07,500,000, is rejected");
    expect(strict).toContain("No price may be negative.");
    const free = (
      await wordTexts(await invited("en", { ceilingPriceSek: null, forbidNegativePrices: false }))
    ).join("\n");
    expect(free).not.toContain("ceiling");
    expect(free).not.toContain("negative");
  });

  it("names the languages that bids may be written in", async () => {
    const swedish = { ...content.provisions, responseLanguages: ["sv"] } as const;
    expect((await wordTexts(await invited("en"))).join("\n")).toContain("written in Swedish or English.");
    expect((await wordTexts(await invited("sv", { provisions: swedish }))).join("\n")).toContain(
      "skrivas på svenska.",
    );
  });

  it("says of a draft what has not been decided yet", async () => {
    const provisions = { ...content.provisions, contractStart: null, cpv: "" };
    const texts = await wordTexts(await invited("en", { deadline: null, provisions }));
    expect(texts).toContain("DeadlineNot given");
    expect(texts).toContain("SubjectNot given");
    expect(texts).toContain("Contract period48 months. No start date has been given.");
  });

  it("gives the same bytes for the same input", async () => {
    expect((await invited("sv")).equals(await invited("sv"))).toBe(true);
  });
});
