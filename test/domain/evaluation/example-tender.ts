import type { Scoring } from "#app/domain/catalogue/requirement.ts";
import type { Answer, ResponseContent } from "#app/domain/response/response.ts";
import { initialProvisions } from "#app/domain/tender/provisions.ts";
import { noServiceCredits } from "#app/domain/tender/service-credits.ts";
import type { EvaluationModel, TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";
import { serviceLevel as monthlyServiceLevel } from "../catalogue/service-level.ts";

const text = { sv: "påhittad", en: "invented" };

const yesNo: Scoring = {
  type: "levels",
  combine: "single",
  anchors: [
    { value: "no", share: "0", ...text },
    { value: "yes", share: "1", ...text },
  ],
};

export const threeLevels: Scoring = {
  type: "levels",
  combine: "single",
  anchors: [
    { value: "level_0", share: "0", ...text },
    { value: "level_1", share: "0.5", ...text },
    { value: "level_2", share: "1", ...text },
  ],
};

export const line = (from: string, to: string, direction: "higher" | "lower" = "higher"): Scoring => ({
  type: "linear",
  direction,
  unit: "s",
  anchors: [
    { at: from, share: "0", ...text },
    { at: to, share: "1", ...text },
  ],
});

export const requirement = (id: string, changes: Partial<TenderRequirement> = {}): TenderRequirement => ({
  id,
  area: "quality",
  level: "should",
  title: text,
  text,
  motive: text,
  proofKind: "declaration",
  proof: text,
  followUp: text,
  useOfMeasurement: "award",
  answer: { type: "yes-no" },
  scoring: yesNo,
  measure: null,
  standard: null,
  weight: "20",
  valueSek: "100000",
  ...changes,
});

export const must = (id: string, changes: Partial<TenderRequirement> = {}): TenderRequirement =>
  requirement(id, {
    level: "must",
    weight: null,
    valueSek: null,
    useOfMeasurement: "verification",
    ...changes,
  });

export const numberAnswer = { type: "number", unit: "s", min: "0", max: "100", decimals: 1 } as const;

/** Over all calls together. */
export const serviceLevel = { ...monthlyServiceLevel, aggregation: "pooled" } as const;

const addedValue: EvaluationModel = {
  type: "added_value_deduction",
  tieBreak: ["lower_tender_price", "higher_quality", "lottery"],
};

export const tender = (
  requirements: readonly TenderRequirement[],
  changes: Partial<TenderContent> = {},
): TenderContent => ({
  title: text,
  description: text,
  caseNumber: "INVENTED-1",
  buyer: { name: "Påhittad kommun", organisationNumber: "", contactName: "", contactEmail: "" },
  profile: null,
  contractMonths: 24,
  estimatedValueSek: null,
  ceilingPriceSek: null,
  forbidNegativePrices: false,
  timezone: "Europe/Stockholm",
  deadline: "2027-03-12T11:00:00Z",
  provisions: initialProvisions,
  serviceCredits: noServiceCredits,
  requirements,
  priceItems: [{ id: "calls", name: text, unit: text, volume: "1000" }],
  evaluation: addedValue,
  simulation: null,
  ...changes,
});

export const response = (
  id: string,
  answers: Record<string, Answer>,
  unitPrices: Record<string, string> = { calls: "1000" },
): { id: string; content: Omit<ResponseContent, "statements"> } => ({
  id,
  content: { tender: "t", answers, unitPrices, files: [] },
});

export const yes: Answer = { type: "yes-no", value: true };
export const no: Answer = { type: "yes-no", value: false };
export const number = (value: string): Answer => ({ type: "number", value });
