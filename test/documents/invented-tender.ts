import type { PrintedTender, Vocabulary } from "#app/documents/printed-tender.ts";
import type { Metric } from "#app/domain/catalogue/catalogue.ts";
import type { AnswerDefinition, Level, Measure } from "#app/domain/catalogue/requirement.ts";
import type { Text } from "#app/domain/language.ts";
import { noServiceCredits } from "#app/domain/tender/service-credits.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";
import { serviceLevel } from "../domain/catalogue/service-level.ts";

/** A small invented tender with one requirement of every answer type. Buyer, people and figures are made up. */

const both = (text: string): Text => ({ sv: `${text} (sv)`, en: `${text} (en)` });

export const languageOptions = [
  { value: "fi", sv: "Finska, talad", en: "Finnish, spoken" },
  { value: "ar", sv: "Arabiska", en: "Arabic" },
  { value: "so", sv: "Somaliska", en: "Somali" },
] as const;

function requirement(
  id: string,
  level: Level,
  answer: AnswerDefinition,
  measure: Measure | null = null,
): TenderRequirement {
  const isShould = level === "should";
  return {
    id,
    area: id.startsWith("AVAIL") ? "availability" : "quality",
    level,
    title: both(`Title of ${id}`),
    text: both(`The vendor meets ${id}.`),
    motive: both(`Motive of ${id}.`),
    proofKind: "document",
    proof: both(`Proof of ${id}.`),
    followUp: both(`Follow-up of ${id}.`),
    useOfMeasurement: isShould ? "award" : "verification",
    answer,
    scoring: {
      type: "levels",
      combine: "single",
      anchors: [
        { value: "no", share: "0", ...both("No: nothing.") },
        { value: "yes", share: "1", ...both("Yes: everything.") },
      ],
    },
    measure,
    standard: null,
    weight: isShould ? "4" : null,
    valueSek: isShould ? "120000.50" : null,
  };
}

export const requirements = {
  yesNo: requirement("AVAIL-001", "must", { type: "yes-no" }),
  number: requirement(
    "AVAIL-002",
    "should",
    { type: "number", unit: "%", min: "0", max: "100", decimals: 2 },
    serviceLevel,
  ),
  file: requirement("AVAIL-003", "must", { type: "file" }),
  choice: requirement("QUAL-001", "should", { type: "choice", multiple: false, options: languageOptions }),
  multiple: requirement("QUAL-002", "should", { type: "choice", multiple: true, options: languageOptions }),
  text: requirement("QUAL-003", "should", { type: "text" }),
} as const;

export const content: TenderContent = {
  title: { sv: "Telefonisttjänst för Ekvallen", en: "Telephone answering for Ekvallen" },
  description: both("An invented municipality buys answering"),
  caseNumber: "KS 2027/0142",
  buyer: {
    name: "Ekvallens kommun (påhittad)",
    organisationNumber: "212000-0000",
    contactName: "Ina Lindvall",
    contactEmail: "ina.lindvall@ekvallen.example",
  },
  profile: null,
  contractMonths: 48,
  estimatedValueSek: "6000000",
  ceilingPriceSek: "7500000",
  forbidNegativePrices: true,
  timezone: "Europe/Stockholm",
  deadline: "2027-03-12T11:00:00Z",
  serviceCredits: noServiceCredits,
  provisions: {
    cpv: "79512000",
    contractStart: "2027-09-01",
    optionMonths: 24,
    questionDays: 10,
    validityDays: 120,
    responseLanguages: ["sv", "en"],
    remarks: { sv: "Visning av växeln sker den 1 februari.", en: "The switchboard is shown on 1 February." },
  },
  requirements: Object.values(requirements),
  priceItems: [
    { id: "answered-call", name: both("Answered call"), unit: both("call"), volume: "480000" },
    { id: "month", name: both("Monthly fee"), unit: both("month"), volume: "48.5" },
  ],
  evaluation: { type: "added_value_deduction", tieBreak: ["lower_tender_price", "lottery"] },
  simulation: null,
};

const metric: Metric = {
  id: "service_level",
  kind: "kpi",
  name: { sv: "Servicenivå", en: "Service level" },
  originalName: null,
  sourceNumber: null,
  unit: "%",
  direction: "higher",
  description: both("Share of offered calls answered within T seconds"),
  formula: "100 * aT / (a + b + f)",
  variants: [
    {
      id: "SL-OFFERED",
      isDefault: true,
      formula: "100*aT/(a+b+f)",
      sentence: null,
      note: both("All offered calls"),
    },
    {
      id: "SL-ANSWERED",
      isDefault: false,
      formula: "100*aT/a",
      sentence: null,
      note: both("Answered calls only"),
    },
  ],
  inputs: [],
  windows: [],
  norm: null,
  pitfalls: [],
  provenance: [],
};

const vocabulary: Vocabulary = {
  areas: new Map([
    [
      "availability",
      { id: "availability", prefix: "AVAIL", name: { sv: "Tillgänglighet", en: "Availability" } },
    ],
    ["quality", { id: "quality", prefix: "QUAL", name: { sv: "Kvalitet", en: "Quality" } }],
  ]),
  metrics: new Map([["service_level", metric]]),
  units: new Map([
    [
      "%",
      {
        id: "%",
        symbol: "%",
        singular: { sv: "procent", en: "per cent" },
        plural: { sv: "procent", en: "per cent" },
      },
    ],
  ]),
};

export const printedTender: Omit<PrintedTender, "language"> = {
  tender: "tender-7f3a",
  content,
  version: "1",
  sha256: "9f2c4d1e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d",
  publishedAt: "2027-01-29T09:00:00Z",
  vocabulary,
};

export const projectRoot = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");
