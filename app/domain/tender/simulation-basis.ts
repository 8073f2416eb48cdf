import { createHash } from "node:crypto";
import { canonicalJson } from "#app/domain/tender/canonical-json.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/**
 * SHA-256 of all that a simulation reads of a tender: model, shoulds with worth and scale, expected and ceiling price. Two
 * tenders with the same hash give the same counts for the same seed.
 */
export function simulationBasis({
  evaluation: { tieBreak: _, ...model },
  requirements,
  estimatedValueSek,
  ceilingPriceSek,
}: TenderContent): string {
  const shoulds = requirements
    .filter(({ level }) => level === "should")
    .map(({ id, weight, valueSek, scoring }) => ({ id, weight, valueSek, scoring }));
  const basis = { model, shoulds, estimatedValueSek, ceilingPriceSek };
  const text = canonicalJson(basis as unknown as Parameters<typeof canonicalJson>[0]);
  return createHash("sha256").update(text).digest("hex");
}

/** Whether the recorded simulation is of the tender as it stands. */
export function recordedSimulation(tender: TenderContent): "none" | "outdated" | "current" {
  const { simulation } = tender;
  if (simulation === null) return "none";
  return simulation.basisSha256 === simulationBasis(tender) ? "current" : "outdated";
}
