import { heldRequirements } from "#app/domain/availability/availability-page.ts";
import { type AvailabilityVerdict, holdAvailability } from "#app/domain/availability/hold-availability.ts";
import type { IncidentLog } from "#app/domain/availability/incident-log.ts";
import { keyFigureUnit } from "#app/domain/measurement/key-figures.ts";
import type { RequirementMeasurement } from "#app/domain/measurement/measured-value.ts";
import type { Verdict, VerdictKind } from "#app/domain/measurement/verdict.ts";
import type { Zone } from "#app/domain/measurement/zone.ts";
import { toSignificant } from "#app/domain/money/decimal.ts";
import {
  divide,
  type Fraction,
  hundred,
  multiply,
  parseDecimal,
  wholeNumber,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** One requirement held against one calendar month of the contract. */
export interface HeldMonth {
  readonly requirement: string;
  /** `2027-07`. */
  readonly month: string;
  readonly verdict: VerdictKind;
  /** Exact, in the unit of the measure; null without data. */
  readonly value: Fraction | null;
  /** 12 significant digits. */
  readonly shown: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Per cent of the month that there are records of. */
  readonly coverage: string | null;
  readonly reason: string;
}

const isMonth = (window: string): boolean => /^\d{4}-\d{2}$/.test(window);

/** The month that a window lies in, for a month itself, a day or an hour; null for a week, a quarter, the whole period. */
const monthOf = (window: string): string | null => /^\d{4}-\d{2}(?=$|[-T ])/.exec(window)?.[0] ?? null;

const severity: Readonly<Record<VerdictKind, number>> = {
  refuted: 3,
  undetermined: 2,
  verified: 1,
  no_data: 0,
};

/**
 * The months of call records, for every requirement that they can decide. Where a requirement is judged by shorter
 * windows, such as the busy hour, a month is what its worst window is.
 */
export const monthsOfCalls = (measured: readonly RequirementMeasurement[]): HeldMonth[] =>
  measured.flatMap(({ windows, definition }) =>
    [...Map.groupBy(windows, ({ window }) => monthOf(window))]
      .flatMap(([month, within]) => (month === null ? [] : [{ month, verdict: worstOf(within) }]))
      .map(({ month, verdict }) => ({
        requirement: verdict.requirement,
        month,
        verdict: verdict.verdict,
        value: exactValue(verdict, keyFigureUnit(definition.metric) === "%"),
        shown: verdict.value,
        numerator: String(verdict.numerator),
        denominator: String(verdict.denominator),
        coverage: verdict.coverage,
        reason: verdict.reason,
      })),
  );

const worstOf = (windows: readonly Verdict[]): Verdict => {
  const [first] = windows;
  if (first === undefined) throw new RangeError("a group of windows holds one at least");
  return windows.reduce(
    (worst, one) => (severity[one.verdict] > severity[worst.verdict] ? one : worst),
    first,
  );
};

/** The value again as a fraction: a verdict carries its numerator and denominator, and shows only twelve digits. */
function exactValue({ value, numerator, denominator }: Verdict, percent: boolean): Fraction | null {
  if (value === null || denominator === 0) return null;
  const counted = typeof numerator === "number" ? wholeNumber(numerator) : parseDecimal(numerator);
  if (counted === null) return null;
  const ratio = divide(counted, wholeNumber(denominator));
  return percent ? multiply(ratio, hundred) : ratio;
}

/** The months of an incident log, for every availability requirement; the worst system decides. */
export const monthsOfIncidents = (
  requirements: readonly TenderRequirement[],
  log: IncidentLog | null,
  zone: Zone,
): HeldMonth[] =>
  log === null
    ? []
    : heldRequirements(requirements).flatMap(({ requirement, promise }) =>
        holdAvailability(promise, log, zone)
          .filter(({ window }) => isMonth(window))
          .map((verdict) => ofAvailability(requirement.id, verdict)),
      );

function ofAvailability(
  requirement: string,
  { window, verdict, reason, worst }: AvailabilityVerdict,
): HeldMonth {
  const value = worst?.percent ?? null;
  return {
    requirement,
    month: window,
    verdict,
    value,
    shown: value && toSignificant(value, 12, halfEven),
    numerator: null,
    denominator: null,
    coverage: worst && toSignificant(multiply(worst.covered, hundred), 6, halfEven),
    reason,
  };
}
