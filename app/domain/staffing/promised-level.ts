import { definitionOfMeasure } from "#app/domain/measurement/catalogue-measure.ts";
import { defaultDefinition, defaultRequirement } from "#app/domain/measurement/definition.ts";
import { divide, hundred, parseDecimal, wholeNumber, zero } from "#app/domain/money/fraction.ts";
import type { PromisedLevel } from "#app/domain/staffing/plan-verdict.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** The service level that a plan is to be enough for. */
export interface TenderPromise extends Pick<PromisedLevel, "target" | "threshold"> {
  /** Null when the tender asks for none: the usual 90 % within 20 s then. */
  readonly requirement: string | null;
  readonly percent: string;
  readonly thresholdS: number;
}

/**
 * The tender's own service level: the one of a named requirement, else its first. A target of 100 % no staffing can
 * hold, so it is none to compute with.
 */
export function promisedLevel(
  requirements: readonly Pick<TenderRequirement, "id" | "measure">[],
  named: string | null = null,
): TenderPromise {
  const levels = requirements
    .flatMap(({ id, measure }) => (measure === null ? [] : (definitionOfMeasure(id, measure) ?? [])))
    .filter(({ metric, target }) => metric === "service_level" && Number(target) > 0 && Number(target) < 100);
  const own = levels.find(({ id }) => id === named) ?? levels[0];
  const { target, thresholdS } = own ?? defaultRequirement(defaultDefinition);
  return {
    requirement: own?.id ?? null,
    percent: target,
    thresholdS,
    target: divide(parseDecimal(target) ?? zero, hundred),
    threshold: wholeNumber(thresholdS),
  };
}
