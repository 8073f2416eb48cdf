import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { compare, isNegative, isPositive, parseDecimal, wholeNumber } from "#app/domain/money/fraction.ts";
import type { WorseSide } from "#app/domain/service-credit/service-credit.ts";
import { error, type Finding } from "#app/domain/tender/finding.ts";
import { malformed } from "#app/domain/tender/number-field.ts";
import type { DraftTender, TenderRequirement } from "#app/domain/tender/tender.ts";

/** A miss of a requirement and what it costs: worse than the limit, so many percent of the month's fee. */
export interface ServiceCreditStep {
  readonly requirement: string;
  /** In the unit of the requirement's measure, decimal string. */
  readonly limit: string;
  /** Decimal string above 0. */
  readonly percent: string;
}

/** What the supplier pays back of a month's fee when the month misses measured requirements. Frozen with the tender. */
export interface ServiceCredits {
  /** Price item whose unit price is the monthly fee; null while there are no credits. */
  readonly feeItem: string | null;
  /** All credits of a month together are at most so many percent of its fee; decimal string, 0 to 100. */
  readonly capPercent: string;
  /** `largest`: a month costs its largest credit, so that one cause is never paid for twice; `sum`: all of them. */
  readonly combine: "largest" | "sum";
  /** Months in a row with the same requirement missed after which the buyer may end the contract; null for never. */
  readonly terminationAfter: number | null;
  readonly steps: readonly ServiceCreditStep[];
}

export const noServiceCredits: ServiceCredits = {
  feeItem: null,
  capPercent: "15",
  combine: "largest",
  terminationAfter: 3,
  steps: [],
};

/** Which side of its limit is worse; null for a requirement whose measure has no limit to miss. */
export function worseSide({ measure }: Pick<TenderRequirement, "measure">): WorseSide | null {
  if (measure === null || measure.threshold === null) return null;
  if (measure.comparator === ">=" || measure.comparator === ">") return "below";
  return measure.comparator === "<=" || measure.comparator === "<" ? "above" : null;
}

/** Faults name their field: `number_malformed`, `months_malformed`. A schedule may be incomplete: findings tell. */
export function setServiceCredits(draft: DraftTender, serviceCredits: ServiceCredits): Result<DraftTender> {
  const { capPercent, terminationAfter, steps } = serviceCredits;
  const faults: Fault[] = [
    ...malformed("serviceCredits.capPercent", capPercent),
    ...steps.flatMap(({ limit, percent }, index) => [
      ...malformed(`serviceCredits.steps.${index}.limit`, limit),
      ...malformed(`serviceCredits.steps.${index}.percent`, percent),
    ]),
  ];
  if (terminationAfter !== null && !(Number.isInteger(terminationAfter) && terminationAfter >= 1)) {
    faults.push({ code: "months_malformed", place: { field: "serviceCredits.terminationAfter" } });
  }
  return faults.length > 0 ? failure(...faults) : success({ ...draft, serviceCredits });
}

/** What keeps a schedule of service credits from being computed, or would make it absurd. */
export function serviceCreditFindings({
  serviceCredits,
  requirements,
  priceItems,
}: Pick<DraftTender, "serviceCredits" | "requirements" | "priceItems">): Finding[] {
  const { feeItem, capPercent, steps } = serviceCredits;
  if (steps.length === 0) return [];
  const findings: Finding[] = [];
  if (!priceItems.some(({ id }) => id === feeItem)) {
    findings.push(error("CREDIT-01", "serviceCredits.feeItem", "credit_fee_missing"));
  }
  const cap = parseDecimal(capPercent);
  if (cap === null || !isPositive(cap) || compare(cap, wholeNumber(100)) > 0) {
    findings.push(error("CREDIT-02", "serviceCredits.capPercent", "credit_cap_malformed"));
  }
  steps.forEach(({ requirement: id, limit, percent }, index) => {
    const path = `serviceCredits.steps.${index}`;
    const requirement = requirements.find((one) => one.id === id);
    const worse = requirement === undefined ? null : worseSide(requirement);
    const threshold = parseDecimal(requirement?.measure?.threshold ?? "");
    const at = parseDecimal(limit);
    const share = parseDecimal(percent);
    if (worse === null || threshold === null) {
      findings.push(error("CREDIT-03", `${path}.requirement`, "credit_without_limit", { id }));
    } else if (at === null || compare(at, threshold) * (worse === "below" ? 1 : -1) > 0) {
      findings.push(error("CREDIT-04", `${path}.limit`, "credit_before_limit", { id, limit }));
    }
    if (share === null || isNegative(share) || !isPositive(share)) {
      findings.push(error("CREDIT-05", `${path}.percent`, "credit_percent_malformed", { id }));
    }
    const twice = steps.findIndex((step) => step.requirement === id && step.limit === limit) < index;
    if (twice) findings.push(error("CREDIT-06", `${path}.limit`, "credit_step_twice", { id, limit }));
  });
  return findings;
}
