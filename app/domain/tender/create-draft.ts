import type { Profile } from "#app/domain/catalogue/catalogue.ts";
import type { Level, Requirement } from "#app/domain/catalogue/requirement.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { initialProvisions } from "#app/domain/tender/provisions.ts";
import { noServiceCredits } from "#app/domain/tender/service-credits.ts";
import type {
  Buyer,
  DraftTender,
  PriceItem,
  TenderContent,
  TenderRequirement,
} from "#app/domain/tender/tender.ts";

/** A draft without requirements: nothing in it is true yet but who buys. */
export function emptyDraft(buyer: Buyer): DraftTender {
  return {
    kind: "draft",
    title: { sv: "", en: "" },
    description: { sv: "", en: "" },
    caseNumber: "",
    buyer,
    profile: null,
    contractMonths: 48,
    estimatedValueSek: null,
    ceilingPriceSek: null,
    forbidNegativePrices: true,
    timezone: "Europe/Stockholm",
    deadline: null,
    provisions: initialProvisions,
    serviceCredits: noServiceCredits,
    requirements: [],
    priceItems: [],
    evaluation: { type: "added_value_deduction", tieBreak: ["lower_tender_price", "lottery"] },
    simulation: null,
    reasons: {},
  };
}

/** A draft with a profile's requirements, levels and values. Fault: `requirement_unknown` for each that is gone. */
export function draftFromProfile(
  profile: Profile,
  requirements: ReadonlyMap<string, Requirement>,
  buyer: Buyer,
): Result<DraftTender> {
  const missing = profile.items.filter(({ id }) => !requirements.has(id));
  if (missing.length > 0) {
    return failure(...missing.map(({ id }) => ({ code: "requirement_unknown", params: { id } })));
  }
  const picked = profile.items.flatMap(({ id, level, weight, valueSek }) => {
    const requirement = requirements.get(id);
    return requirement ? [tenderRequirement(requirement, level, { weight, valueSek })] : [];
  });
  return success({
    ...emptyDraft(buyer),
    title: profile.title,
    description: profile.description,
    profile: profile.id,
    contractMonths: profile.contractMonths,
    estimatedValueSek: profile.estimatedPriceSek,
    requirements: picked,
    priceItems: [monthlyFee(profile.contractMonths)],
    evaluation: { type: "added_value_deduction", tieBreak: profile.tieBreak },
  });
}

/**
 * A draft that repeats an earlier tender; what belonged to that occasion alone (case number, dates, the acknowledgement of
 * a relative model) is left out.
 */
export function draftFromTender(earlier: TenderContent, buyer: Buyer): DraftTender {
  const provisions = { ...earlier.provisions, contractStart: null };
  return {
    ...earlier,
    kind: "draft",
    buyer,
    caseNumber: "",
    deadline: null,
    provisions,
    simulation: null,
    reasons: {},
  };
}

/** What a should may earn; both null for a must. */
type Worth = Pick<TenderRequirement, "weight" | "valueSek">;

/** A catalogue requirement as it first stands in a tender. */
export function tenderRequirement(requirement: Requirement, level: Level, worth: Worth): TenderRequirement {
  return {
    id: requirement.id,
    area: requirement.area,
    level,
    title: requirement.title,
    text: requirement.texts[level],
    motive: requirement.motive,
    proofKind: requirement.proofKind,
    proof: requirement.proof,
    followUp: requirement.followUp,
    useOfMeasurement: measurementUse(requirement, level),
    answer: requirement.answer,
    scoring: requirement.scoring,
    measure: requirement.measure,
    standard: requirement.standard,
    ...(level === "must" ? { weight: null, valueSek: null } : worth),
  };
}

/** What measured data is used for at a level: the catalogue names another use for the level it does not suggest. */
export const measurementUse = (requirement: Requirement, level: Level) =>
  level === requirement.level
    ? requirement.useOfMeasurement
    : (requirement.useWhenSwitched ?? requirement.useOfMeasurement);

/** A row that every service has, so that the price sheet never starts out blank. */
const monthlyFee = (months: number): PriceItem => ({
  id: "P1",
  name: { sv: "Fast månadsavgift", en: "Fixed monthly fee" },
  unit: { sv: "månad", en: "month" },
  volume: String(months),
});
