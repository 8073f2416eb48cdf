import { heldRequirements } from "#app/domain/availability/availability-page.ts";
import { type AvailabilityVerdict, holdAvailability } from "#app/domain/availability/hold-availability.ts";
import type { IncidentLog } from "#app/domain/availability/incident-log.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type { VerdictKind } from "#app/domain/measurement/verdict.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { toDecimal, toSignificant } from "#app/domain/money/decimal.ts";
import { type Fraction, hundred, multiply, one, smaller } from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";

/** What an incident log says of one requirement over all months that it covers. */
interface AvailabilityValue {
  readonly requirement: string;
  readonly verdict: VerdictKind;
  /** Percent of the whole period for the system with the lowest; null without a log. */
  readonly value: string | null;
  /** Percent of the period that the log speaks of. */
  readonly coverage: string | null;
}

/** Holds an incident log against every requirement that it can decide. Without a log: no data, which is not 100 %. */
export function availabilityValuesOf(
  requirements: readonly { readonly id: string; readonly measure: Measure | null }[],
  log: IncidentLog | null,
  zone: Zone,
): AvailabilityValue[] {
  return heldRequirements(requirements).map(({ requirement: { id }, promise }) => {
    const period = log && holdAvailability(promise, log, zone).at(-1);
    const percent = period?.worst?.percent ?? null;
    return {
      requirement: id,
      verdict: period?.verdict ?? "no_data",
      value: percent && toSignificant(percent, 12, halfEven),
      coverage: period ? toDecimal(multiply(hundred, coveredOf(period)), 4, halfEven) : null,
    };
  });
}

const coveredOf = ({ systems }: AvailabilityVerdict): Fraction =>
  systems.map(({ covered }) => covered).reduce(smaller, one);
