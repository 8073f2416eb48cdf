import { initialProvisions } from "#app/domain/tender/provisions.ts";
import { noServiceCredits } from "#app/domain/tender/service-credits.ts";
import type { PublishedTender, TenderRequirement } from "#app/domain/tender/tender.ts";

const text = (words: string) => ({ sv: words, en: words });

function requirement(
  id: string,
  level: TenderRequirement["level"],
  answer: TenderRequirement["answer"],
  area: TenderRequirement["area"] = "availability",
): TenderRequirement {
  return {
    id,
    area,
    level,
    title: text(`Krav ${id}`),
    text: text(`Leverantören ska klara ${id}.`),
    motive: text("Påhittat skäl."),
    proofKind: "document",
    proof: text("Intyg."),
    followUp: text("Årligen."),
    useOfMeasurement: "verification",
    answer,
    scoring: {
      type: "levels",
      combine: "single",
      anchors: [
        { value: "no", share: "0", ...text("Nej") },
        { value: "yes", share: "1", ...text("Ja") },
      ],
    },
    measure: null,
    standard: null,
    weight: level === "should" ? "10" : null,
    valueSek: null,
  };
}

/** An invented tender with one requirement of every answer type and two prices; deadline one hour after the world's start. */
export const exampleTender: PublishedTender = {
  kind: "published",
  title: text("Påhittad telefonisttjänst"),
  description: text("Bara för prov."),
  caseNumber: "KS 2026/1",
  buyer: {
    name: "Påhittade kommun",
    organisationNumber: "212000-0000",
    contactName: "Prov Person",
    contactEmail: "prov@exempel.invalid",
  },
  profile: null,
  contractMonths: 48,
  estimatedValueSek: null,
  ceilingPriceSek: "1000000",
  forbidNegativePrices: true,
  timezone: "Europe/Stockholm",
  deadline: "2026-11-22T13:00:00Z",
  provisions: { ...initialProvisions, contractStart: "2027-05-01" },
  serviceCredits: noServiceCredits,
  requirements: [
    requirement("AVAIL-001", "must", { type: "yes-no" }),
    requirement("AVAIL-002", "must", { type: "number", unit: "%", min: "0", max: "100", decimals: 1 }),
    requirement("CONT-001", "must", { type: "file" }, "continuity"),
    requirement(
      "CONT-002",
      "should",
      {
        type: "choice",
        multiple: true,
        options: [
          { value: "fi", ...text("Finska") },
          { value: "en", ...text("Engelska") },
        ],
      },
      "continuity",
    ),
    requirement("QUAL-001", "should", { type: "text" }, "quality"),
  ],
  priceItems: [
    { id: "calls", name: text("Besvarat samtal"), unit: text("samtal"), volume: "48000" },
    { id: "start", name: text("Införande"), unit: text("gång"), volume: "1" },
  ],
  evaluation: {
    type: "weighted_points",
    priceWeight: "80",
    priceFunction: { type: "linear_fixed_bounds", lower: "100000", upper: "1000000" },
    weightTotal: "100",
    tieBreak: ["lower_tender_price", "lottery"],
  },
  simulation: null,
};
