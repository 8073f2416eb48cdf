import type { MaintenanceRule } from "#app/domain/availability/availability.ts";
import { parseServiceHours, type ServiceHours } from "#app/domain/availability/service-hours.ts";
import type { Aggregation, Measure } from "#app/domain/catalogue/requirement.ts";
import { compare, type Fraction, hundred, parseDecimal } from "#app/domain/money/fraction.ts";

/** How downtime is counted; the contract names each of these. */
export interface AvailabilityRule {
  readonly maintenance: MaintenanceRule;
  /** `binary`: out from a tenth of failed attempts on. `weighted`: each second by the share that failed. */
  readonly partial: "binary" | "weighted";
  /** Whether announced maintenance, and what the buyer has caused, is left out at all. */
  readonly excludesMaintenance: boolean;
  readonly excludesBuyerCaused: boolean;
  /** Null when the service is agreed for every hour. */
  readonly serviceHours: ServiceHours | null;
}

/** A promise of availability that an incident log can be held against. */
export interface AvailabilityRequirement {
  readonly id: string;
  /** `per_system`: every system for itself; `end_to_end`: the chain, out when any of its systems is. */
  readonly scope: "per_system" | "end_to_end";
  /** Percent, 0–100, as decimal string and exactly. */
  readonly threshold: string;
  readonly target: Fraction;
  readonly comparator: ">=" | ">";
  readonly aggregation: Aggregation;
  readonly k: number | null;
  readonly rule: AvailabilityRule;
}

/** The rule of `EXCLUDE-BOTH`, the catalogue's default, where no requirement names another. */
export const usualRule: AvailabilityRule = {
  maintenance: "exclude-from-both",
  partial: "binary",
  excludesMaintenance: true,
  excludesBuyerCaused: true,
  serviceHours: null,
};

const variants: Readonly<Record<string, Pick<AvailabilityRule, "maintenance" | "partial">>> = {
  "EXCLUDE-BOTH": { maintenance: "exclude-from-both", partial: "binary" },
  "DOWNTIME-ONLY": { maintenance: "downtime-only", partial: "binary" },
  WEIGHTED: { maintenance: "exclude-from-both", partial: "weighted" },
};

const knownParameters = new Set(["scope", "service_hours"]);

/** Null for a measure that an incident log cannot decide: another metric, window or condition, or no lower limit. */
export function availabilityRequirementOf(id: string, measure: Measure): AvailabilityRequirement | null {
  const { metric, comparator, threshold, window, parameters, exclusions } = measure;
  if (metric !== "system_availability" || window !== "calendar_month" || threshold === null) return null;
  if (comparator !== ">=" && comparator !== ">") return null;
  if (measure.evidence !== "census") return null;
  const counting = variants[measure.variant];
  const target = parseDecimal(threshold);
  const scope = parameters.scope ?? "per_system";
  const hours = parameters.service_hours;
  const serviceHours = hours === undefined ? null : parseServiceHours(String(hours));
  if (counting === undefined || target === null || compare(target, hundred) > 0) return null;
  if (scope !== "per_system" && scope !== "end_to_end") return null;
  if (hours !== undefined && serviceHours === null) return null;
  if (Object.keys(parameters).some((name) => !knownParameters.has(name))) return null;
  return {
    id,
    scope,
    threshold,
    target,
    comparator,
    aggregation: measure.aggregation,
    k: measure.aggregationK,
    rule: {
      ...counting,
      excludesMaintenance: exclusions.includes("planned_maintenance_announced"),
      excludesBuyerCaused: exclusions.includes("buyer_caused"),
      serviceHours,
    },
  };
}
