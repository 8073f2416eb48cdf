import { evaluationReport } from "#app/documents/evaluation-report.ts";
import type { EvaluationReportInput } from "#app/documents/evaluation-report-input.ts";
import { loadWording } from "#app/documents/templates.ts";
import { evaluateTender } from "#app/domain/evaluation/evaluate-tender.ts";
import { sensitivityOf } from "#app/domain/evaluation/tender/sensitivity-of.ts";
import type { Language } from "#app/domain/language.ts";
import type { Answer } from "#app/domain/response/response.ts";
import { content, printedTender, projectRoot } from "./invented-tender.ts";

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

/** The evaluation of three invented bids, one of them rejected, as a document. */
export async function report(language: Language, changed: Partial<EvaluationReportInput> = {}) {
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
