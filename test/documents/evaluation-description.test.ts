import { describe, expect, it } from "vitest";
import { evaluationDescription } from "#app/documents/evaluation-description.ts";
import { loadWording } from "#app/documents/templates.ts";
import { exampleEvaluation } from "#app/domain/evaluation/tender/example-evaluation.ts";
import type { Language } from "#app/domain/language.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import { content, printedTender, projectRoot } from "./invented-tender.ts";
import { wordParagraphs, wordTables, wordTexts } from "./word-paragraphs.ts";

async function description(language: Language, changed: Partial<TenderContent> = {}) {
  const tender = { ...content, ...changed };
  return evaluationDescription({
    ...printedTender,
    content: tender,
    language,
    wording: await loadWording(projectRoot, "evaluation-description", language),
    example: exampleEvaluation(tender),
  });
}

const points: TenderContent["evaluation"] = {
  type: "weighted_points",
  priceWeight: "84",
  priceFunction: { type: "linear_fixed_bounds", lower: "1000000", upper: "9000000" },
  weightTotal: "100",
  tieBreak: ["higher_quality"],
};

describe("the evaluation description", () => {
  it("has a chapter for everything that decides, and says that the model is absolute", async () => {
    const all = await wordParagraphs(await description("en"));
    expect(all.filter(({ style }) => style === "Heading1").map(({ text }) => text)).toEqual([
      "1\u2002Award basis",
      "2\u2002How the evaluation proceeds",
      "3\u2002Examination of bids",
      "4\u2002Award criteria",
      "5\u2002Scales and levels",
      "6\u2002Formula",
      "7\u2002The committee",
      "8\u2002Equal results",
      "9\u2002Worked example",
    ]);
    expect(all.some(({ text }) => text.includes("No other bid can change it."))).toBe(true);
  });

  it("gives every criterion with its worth and the sum, in SEK or in points with the price", async () => {
    const inSek = await wordTexts(await description("en"));
    expect(inSek).toContain("SEK\u00a0120,000.50");
    expect(inSek).toContain("SEK\u00a0480,002");
    const inPoints = await wordTexts(await description("sv", { evaluation: points }));
    expect(inPoints[inPoints.lastIndexOf("Pris", inPoints.indexOf("Summa")) + 2]).toBe("84");
    expect(inPoints[inPoints.indexOf("Summa") + 3]).toBe("100");
  });

  it("works the example out to the price at which the loser would have won", async () => {
    const texts = await wordTexts(await description("sv"));
    // 6 000 000 − 4 · 120 000,50 against 95 % of it with half of the criteria from the middle up.
    expect(texts).toContain(
      "Anbud A: 6\u00a0000\u00a0000\u00a0kr − 480\u00a0002\u00a0kr = 5\u00a0519\u00a0998\u00a0kr",
    );
    expect(texts).toContain("Förkastat: AVAIL-001 är inte uppfyllt");
    expect(texts.some((text) => /^Anbud [AB] hade vunnit med ett anbudspris under /.test(text))).toBe(true);
  });

  it("says so when there is no ceiling price, no tie-break and nothing to make an example from", async () => {
    const texts = await wordTexts(
      await description("sv", {
        ceilingPriceSek: null,
        estimatedValueSek: null,
        evaluation: { type: "added_value_deduction", tieBreak: [] },
      }),
    );
    expect(texts).toContain("Upphandlingen har inget takpris.");
    expect(texts).toContain("Upphandlingen anger ingen ordning för anbud med exakt lika resultat.");
    expect(texts.some((text) => text.startsWith("Räkneexemplet räknas när"))).toBe(true);
  });

  it("puts a caption above every table, repeats its head and splits no row", async () => {
    const file = await description("en");
    const tables = await wordTables(file);
    const captions = (await wordParagraphs(file)).filter(({ style }) => style === "Caption");
    expect(captions.map(({ text }) => text.split(".")[0])).toEqual(
      tables.map((_, index) => `Table ${index + 1}`),
    );
    for (const rows of tables) {
      expect(rows.map((row) => row.includes("<w:tblHeader"))).toEqual(rows.map((_, index) => index === 0));
      expect(rows.every((row) => row.includes("<w:cantSplit"))).toBe(true);
    }
  });

  it("gives the same bytes for the same input", async () => {
    expect((await description("sv")).equals(await description("sv"))).toBe(true);
  });
});
