import { describe, expect, it } from "vitest";
import { serviceLevels } from "#app/documents/service-levels.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Language } from "#app/domain/language.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import { content, printedTender, projectRoot, requirements } from "./invented-tender.ts";
import { wordParagraphs, wordTables, wordTexts } from "./word-paragraphs.ts";

const term = (code: string, sv: string, en: string) => ({ code, name: { sv, en }, phrase: { sv, en } });

async function levels(language: Language, changed: Partial<TenderContent> = {}) {
  return serviceLevels({
    ...printedTender,
    content: { ...content, ...changed },
    vocabulary: {
      ...printedTender.vocabulary,
      windows: new Map([["calendar_month", term("calendar_month", "Kalendermånad", "Calendar month")]]),
      exclusions: new Map([
        ["buyer_caused", term("buyer_caused", "orsakat av beställaren", "caused by buyer")],
      ]),
    },
    language,
    wording: await loadWording(projectRoot, "service-levels", language),
    measureSentence: () => "at least 90 % of offered calls within 20 s",
  });
}

const { measure } = requirements.number;
if (measure === null) throw new Error("the invented tender has lost its measure");

describe("the service levels", () => {
  it("lists every measured requirement with its limit, unit and period", async () => {
    const [first] = await wordTables(await levels("en"));
    expect(first).toHaveLength(2);
    const texts = await wordTexts(await levels("en"));
    expect(texts).toContain("≥ 90%");
    expect(texts.slice(texts.indexOf("≥ 90%") - 3)[0]).toBe("AVAIL-002");
    expect(texts).toContain("Calendar month");
  });

  it("defines a measure by formula, period, exclusions, aggregation, data and use", async () => {
    const kOfN = { ...measure, exclusions: ["buyer_caused"], aggregation: "k_of_n" } as const;
    const changed = { ...requirements.number, measure: { ...kOfN, aggregationK: 5, aggregationN: 6 } };
    const texts = await wordTexts(await levels("en", { requirements: [changed] }));
    expect(texts).toContain("MeaningAt least 90 % of offered calls within 20 s.");
    expect(texts).toContain("FormulaSL-OFFERED: 100*aT/(a+b+f)All offered calls (en)");
    expect(texts).toContain("PeriodCalendar month, time zone Europe/Stockholm.");
    expect(texts).toContain("Left outCaused by buyer.");
    expect(texts).toContain("AggregationAt least 5 of 6 periods must keep the limit.");
    expect(texts).toContain("DataAll events of the period, not a sample.");
    expect(texts).toContain("Used forPoints or deduction in the evaluation");
  });

  it("says of a period without data that it is neither zero nor one hundred per cent", async () => {
    expect((await wordTexts(await levels("sv"))).join("\n")).toContain(
      "En period utan data saknar värde. Den är varken noll eller hundra procent",
    );
  });

  it("invents no penalties, and says where they would stand", async () => {
    const texts = (await wordTexts(await levels("en"))).join("\n");
    expect(texts).toContain("The content of the tender states no penalties.");
    expect(texts).toContain("written in the contract terms");
  });

  it("says so when no requirement has a measure", async () => {
    const all = await wordParagraphs(await levels("sv", { requirements: [requirements.yesNo] }));
    expect(all.some(({ text }) => text === "Inget krav i upphandlingen har ett mått.")).toBe(true);
  });

  it("gives the same bytes for the same input", async () => {
    expect((await levels("sv")).equals(await levels("sv"))).toBe(true);
  });
});
