import { describe, expect, it } from "vitest";
import { evaluationReport } from "#app/documents/evaluation-report.ts";
import type { EvaluationReportInput } from "#app/documents/evaluation-report-input.ts";
import { loadWording } from "#app/documents/templates.ts";
import { evaluateTender } from "#app/domain/evaluation/evaluate-tender.ts";
import { sensitivityOf } from "#app/domain/evaluation/tender/sensitivity-of.ts";
import type { Language } from "#app/domain/language.ts";
import type { Answer } from "#app/domain/response/response.ts";
import { content, printedTender, projectRoot } from "./invented-tender.ts";
import { wordTables, wordTexts } from "./word-paragraphs.ts";

const good: Readonly<Record<string, Answer>> = {
  "AVAIL-001": { type: "yes-no", value: true },
  "AVAIL-002": { type: "number", value: "92.5" },
  "AVAIL-003": { type: "file", met: true, comment: "plan.pdf" },
  "QUAL-001": { type: "choice", values: ["ar"] },
  "QUAL-003": { type: "text", value: "We answer in four languages." },
};
const { "AVAIL-001": _missing, ...withoutMust } = good;

const unitPrices = {
  a: { "answered-call": "7.25", month: "9000" },
  b: { "answered-call": "16", month: "8000.125" },
  c: { "answered-call": "8", month: "9000" },
};
const responses = [
  { id: "a", answers: good },
  { id: "b", answers: withoutMust },
  { id: "c", answers: good },
].map(({ id, answers }) => ({
  id,
  content: {
    tender: printedTender.tender,
    files: [],
    answers,
    unitPrices: unitPrices[id as keyof typeof unitPrices],
  },
}));
const judged = (requirement: string, level: string) =>
  responses.map(({ id: response }) => ({ response, requirement, level, reason: `Reason for ${response}` }));
const consensus = [...judged("AVAIL-003", "met"), ...judged("QUAL-003", "yes")];
const measured = [
  {
    response: "a",
    requirement: "AVAIL-002",
    verdict: "refuted",
    value: "89.617",
    coverage: "100",
    source: "i",
  },
  { response: "c", requirement: "AVAIL-002", verdict: "no_data", value: null, coverage: null, source: "" },
] as const;

const evaluated = { tender: content, responses, levels: consensus, measured: [], lotterySeed: null };

async function report(language: Language, changed: Partial<EvaluationReportInput> = {}) {
  return evaluationReport({
    ...printedTender,
    language,
    wording: await loadWording(projectRoot, "evaluation-report", language),
    madeAt: "2027-04-02T08:00:00Z",
    modelSha256: "c".repeat(64),
    participants: [
      { name: "Ina Lindvall", role: "owner", declaration: null },
      { name: "Per Ahlbom", role: "chair", declaration: { conflict: false, at: "2027-03-15T08:00:00Z" } },
      { name: "Ove Sandell", role: "evaluator", declaration: null },
    ],
    lockedBy: [{ name: "Per Ahlbom", at: "2027-03-20T08:00:00Z" }],
    evaluation: evaluateTender(evaluated),
    consensus,
    measured,
    sensitivity: sensitivityOf(evaluated),
    vendors: { a: "Svarslinjen AB (påhittad)", b: "Växelbolaget AB (påhittad)", c: "Tonen AB (påhittad)" },
    unitPrices,
    ...changed,
  });
}

describe("the evaluation report", () => {
  it("gives every reason of a bid that is rejected, and none to the others", async () => {
    const texts = await wordTexts(await report("en"));
    const reasons = texts.filter((text) => text.startsWith("Reasons"));
    expect(reasons).toEqual([
      "ReasonsNo answer to the must-requirement AVAIL-001 Title of AVAIL-001 (en)The tender price is above the ceiling price",
    ]);
  });

  it("tells who declared an interest, who has not, and who is not asked", async () => {
    const texts = await wordTexts(await report("en"));
    expect(texts[texts.indexOf("Per Ahlbom") + 2]).toBe("No conflict, 15 March 2027, 09:00");
    expect(texts[texts.indexOf("Ove Sandell") + 2]).toBe("Not made");
    expect(texts[texts.indexOf("Ina Lindvall") + 2]).toBe("–");
  });

  it("shows agreed levels by their published words, with the reason", async () => {
    const texts = await wordTexts(await report("sv"));
    expect(texts).toContain("Yes: everything. (sv)");
    expect(texts).toContain("Reason for a");
  });

  it("shows a refuted value with its coverage, and no data as no value", async () => {
    const texts = await wordTexts(await report("en"));
    const at = texts.indexOf("Refuted");
    expect(texts.slice(at, at + 3)).toEqual(["Refuted", "89.62%", "100%"]);
    const none = texts.indexOf("No data");
    expect(texts.slice(none, none + 3)).toEqual(["No data", "–", "–"]);
  });

  it("puts the numbers of each compared bid into the formula, and gives the others no result", async () => {
    const texts = await wordTexts(await report("en"));
    // 480 000 · 7.25 + 48.5 · 9 000 = 3 916 500; QUAL-003 gives its full 120 000.50.
    expect(texts).toContain(
      "Comparison price: SEK\u00a03,916,500.00 − SEK\u00a0120,000.50 = SEK\u00a03,796,499.50",
    );
    expect(texts).toContain("The bid is not admitted and gets no result.");
  });

  it("says for each neighbouring pair what decided", async () => {
    expect(await wordTexts(await report("sv"))).toContain(
      "Svarslinjen AB (påhittad) före Tonen AB (påhittad): lägre jämförelsepris.",
    );
  });

  it("repeats the head of each table and splits no row", async () => {
    for (const rows of await wordTables(await report("sv"))) {
      expect(rows.map((row) => row.includes("<w:tblHeader"))).toEqual(rows.map((_, index) => index === 0));
      expect(rows.every((row) => row.includes("<w:cantSplit"))).toBe(true);
    }
  });

  it("gives the same bytes for the same input", async () => {
    expect((await report("sv")).equals(await report("sv"))).toBe(true);
  });
});
