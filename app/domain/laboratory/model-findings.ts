import { isScoredByMeasurement } from "#app/domain/evaluation/tender/should-share.ts";
import { type Finding, warning } from "#app/domain/tender/finding.ts";
import { worseSide } from "#app/domain/tender/service-credits.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";

/** What is lawful and yet worth a thought before one publishes, beside the draft's own findings. Pure reading of the draft. */
export function modelFindings({ requirements, serviceCredits }: TenderContent): readonly Finding[] {
  const shoulds = requirements.filter(({ level }) => level === "should");
  const credited = new Set(serviceCredits.steps.map(({ requirement }) => requirement));
  return [
    // A bidder without such a service today has no call records to hand in.
    ...shoulds
      .filter(isScoredByMeasurement)
      .map(({ id }) => warning("MOD-22", `requirements.${id}`, "measured_not_by_all", { id })),
    ...shoulds
      .filter((should) => isPromise(should) && !credited.has(should.id))
      .map(({ id }) => warning("MOD-23", `requirements.${id}`, "promise_without_penalty", { id })),
  ];
}

/** A level that earns points because it is promised, and that the contract's months will show. */
const isPromise = (should: TenderRequirement): boolean =>
  should.useOfMeasurement === "follow-up" && worseSide(should) !== null;
