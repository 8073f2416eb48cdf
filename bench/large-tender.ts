import { join } from "node:path";
import type { PrintedTender } from "#app/documents/printed-tender.ts";
import { initialProvisions } from "#app/domain/tender/provisions.ts";
import { noServiceCredits } from "#app/domain/tender/service-credits.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";
import { readCatalogue } from "#app/imports/catalogue/read-catalogue.ts";

export const root = new URL("..", import.meta.url).pathname.replace(/\/$/, "");
export const language = "sv";
export const sha256 = "0".repeat(64);

const read = await readCatalogue(join(root, "requirements"));
if (!read.ok) throw new Error(JSON.stringify(read.faults));
export const catalogue = read.value;

/** So many requirements out of the catalogue, round and round, each with an id of its own. */
function requirements(count: number): TenderRequirement[] {
  const all = [...catalogue.requirements.values()];
  return Array.from({ length: count }, (_, index) => {
    const requirement = all[index % all.length];
    if (requirement === undefined) throw new Error("the catalogue is empty");
    const { level, texts } = requirement;
    const isShould = level === "should";
    return {
      ...requirement,
      id: index < all.length ? requirement.id : `${requirement.id}-${index}`,
      text: texts[level],
      weight: isShould ? requirement.defaultWeight : null,
      valueSek: isShould ? "80000" : null,
    };
  });
}

/** An invented tender of so many requirements. */
export function tender(count: number): PrintedTender {
  const content: TenderContent = {
    title: { sv: "Telefonisttjänst", en: "Telephone answering" },
    description: { sv: "Mätning av dokument.", en: "Measuring documents." },
    caseNumber: "M 1",
    buyer: { name: "Ekvallen (påhittad)", organisationNumber: "-", contactName: "-", contactEmail: "-" },
    profile: null,
    contractMonths: 48,
    estimatedValueSek: null,
    ceilingPriceSek: null,
    forbidNegativePrices: true,
    timezone: "Europe/Stockholm",
    deadline: null,
    provisions: initialProvisions,
    serviceCredits: noServiceCredits,
    requirements: requirements(count),
    priceItems: [
      { id: "call", name: { sv: "Samtal", en: "Call" }, unit: { sv: "st", en: "each" }, volume: "1000" },
    ],
    evaluation: { type: "added_value_deduction", tieBreak: ["lottery"] },
    simulation: null,
  };
  return {
    tender: "t",
    content,
    version: "1",
    sha256,
    publishedAt: "2027-01-29T09:00:00Z",
    language,
    vocabulary: catalogue,
  };
}
