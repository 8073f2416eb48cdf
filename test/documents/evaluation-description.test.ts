import { describe, expect, it } from "vitest";
import { evaluationDescription } from "#app/documents/evaluation-description.ts";
import { loadWording } from "#app/documents/templates.ts";
import { exampleEvaluation } from "#app/domain/evaluation/tender/example-evaluation.ts";
import type { Language } from "#app/domain/language.ts";
import type { ModelChoice } from "#app/domain/tender/model-choice.ts";
import { simulationBasis } from "#app/domain/tender/simulation-basis.ts";
import type { EvaluationModel, TenderContent } from "#app/domain/tender/tender.ts";
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

const tieBreak = ["lower_tender_price", "lottery"] as const;
const inPoints = { type: "weighted_points", priceWeight: "84", weightTotal: "100", tieBreak } as const;
const floored = { minQuality: "10", weightTotal: "16", tieBreak } as const;
const models: Readonly<Record<ModelChoice, EvaluationModel>> = {
  added_value_deduction: { type: "added_value_deduction", tieBreak },
  linear_fixed_bounds: points,
  threshold_lowest_price: { type: "threshold_lowest_price", ...floored },
  lowest_price: { type: "lowest_price", tieBreak },
  fixed_price_quality_only: {
    type: "fixed_price_quality_only",
    fixedPriceSek: "5500000",
    weightTotal: "16",
    tieBreak,
  },
  quality_price_ratio: { type: "quality_price_ratio", ...floored },
  linear_from_lowest: { ...inPoints, priceFunction: { type: "linear_from_lowest", slope: "1.5" } },
  inverse_proportional: { ...inPoints, priceFunction: { type: "inverse_proportional" } },
};

/** Formula and calculation of bid A, whose price is the estimated value of 6 000 000 and whose quality is full. */
const everyModel: [ModelChoice, Record<Language, string[]>][] = [
  ["added_value_deduction", { sv: ["Jämförelsepris = p − Σ v · s"], en: ["Comparison price = p − Σ v · s"] }],
  ["linear_fixed_bounds", { sv: ["a är 1\u00a0000\u00a0000\u00a0kr"], en: ["a is SEK\u00a01,000,000"] }],
  [
    "threshold_lowest_price",
    {
      sv: ["når minst 10 poäng", "minst 10 av högst 16 poäng", "Anbud A: 6\u00a0000\u00a0000\u00a0kr"],
      en: ["reach at least 10 points", "at least 10 of at most 16 points", "Bid A: SEK\u00a06,000,000"],
    },
  ],
  ["lowest_price", { sv: ["på grunden pris", "Resultat = p"], en: ["on the basis of price", "Result = p"] }],
  [
    "fixed_price_quality_only",
    {
      sv: ["fastställt till 5\u00a0500\u00a0000\u00a0kr", "Anbud A: 16 poäng", "det fasta priset"],
      en: ["set at SEK\u00a05,500,000", "Bid A: 16 points", "the fixed price"],
    },
  ],
  [
    "quality_price_ratio",
    {
      sv: ["1 000 000 · 16 / 6\u00a0000\u00a0000\u00a0kr = 2,67", "måste vara över noll"],
      en: ["1,000,000 · 16 / SEK\u00a06,000,000 = 2.67", "must be above zero"],
    },
  ],
  [
    "linear_from_lowest",
    {
      sv: ["k är 1,5", "Modellen är relativ", "Lägsta anbudspris bland de anbud"],
      en: ["k is 1.5", "The model is relative"],
    },
  ],
  [
    "inverse_proportional",
    {
      sv: ["M · lägsta p / p", "Anbud A: 79,80 + 16 = 95,80 poäng"],
      en: ["M · lowest p / p", "79.80 + 16 = 95.80"],
    },
  ],
];

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

  it.each(everyModel)(
    "says how %s decides, in both languages, and works the example by it",
    async (type, said) => {
      const evaluation = models[type];
      const tender = { evaluation, ...(type === "fixed_price_quality_only" ? { priceItems: [] } : {}) };
      for (const language of ["sv", "en"] as const) {
        const texts = await wordTexts(await description(language, tender));
        const all = texts.join("\n");
        for (const words of said[language]) expect(all).toContain(words);
        // No hole of the wording is left open.
        expect(all).not.toMatch(/\{\w+\}/);
      }
    },
  );

  it("says of a relative model how often other bids decided, of how many markets, from which seed", async () => {
    const evaluation = models.inverse_proportional;
    const tender = { ...content, evaluation };
    const simulation = {
      seed: 7,
      markets: 4000,
      spreadPercent: 30,
      awardFlips: 36,
      orderChanges: 90,
      basisSha256: simulationBasis(tender),
      acknowledged: true,
    };
    const sv = (await wordTexts(await description("sv", { evaluation, simulation }))).join("\n");
    expect(sv).toContain("4\u00a0000 simulerade marknader (frö 7, priser ± 30 % kring det väntade)");
    expect(sv).toContain("36 marknader (0,9 %)");
    expect(sv).toContain("i 90 (2,3 %)");
    expect(sv).toContain("skallbor simulate content.json");
    expect(sv).toContain(simulationBasis(tender));
    expect(sv).not.toContain("Inget annat anbud kan ändra det");
    const en = (await wordTexts(await description("en", { evaluation, simulation }))).join("\n");
    expect(en).toContain("36 markets (0.9%)");
    // Of another model than the one that stands, or of none: no figure is printed.
    const stale = { ...simulation, basisSha256: simulationBasis(content) };
    for (const recorded of [stale, null]) {
      const texts = (await wordTexts(await description("en", { evaluation, simulation: recorded }))).join(
        "\n",
      );
      expect(texts).toContain("The model has not been simulated yet.");
      expect(texts).not.toContain("36 markets");
    }
  });

  it("says of an absolute model that no losing bid can change the winner, with the zero of a simulation that was run", async () => {
    const without = (await wordTexts(await description("en"))).join("\n");
    expect(without).toContain(
      "neither the winner nor the order of two bids can change because a losing bid is",
    );
    expect(without).not.toContain("simulated markets");
    const simulation = {
      seed: 1,
      markets: 4000,
      spreadPercent: 30,
      awardFlips: 0,
      orderChanges: 0,
      basisSha256: simulationBasis(content),
      acknowledged: false,
    };
    const tried = (await wordTexts(await description("en", { simulation }))).join("\n");
    expect(tried).toContain("leaving out a losing bid changed the winner in 0, and leaving out one bid");
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
