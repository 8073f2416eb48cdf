import {
  absolute,
  compare,
  type Fraction,
  fraction,
  one,
  subtract,
  wholeNumber,
} from "#app/domain/money/fraction.ts";
import { levelsOf } from "#app/domain/scoring/judged.ts";
import { mean } from "#app/domain/statistics/average.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** A response and a requirement with the levels of all evaluators, in one order; null where one gave none. */
export interface RatedUnit {
  readonly response: string;
  readonly requirement: string;
  readonly levels: readonly (string | null)[];
}

/** How one evaluator stands to the panel, whatever the number of units. */
export interface Leaning {
  /** Mean distance in steps from the panel's mean, above 0 milder; null when nobody else judged the same. */
  readonly steps: Fraction | null;
  /** A whole step or more, either way, over all bids. */
  readonly leans: boolean;
  /** Responses that the evaluator ranks two places or more from the panel on most criteria. */
  readonly apart: readonly string[];
}

/** A unit with levels as steps of the published scale, 0 the lowest. */
interface SteppedUnit {
  readonly response: string;
  readonly requirement: string;
  readonly steps: readonly (Fraction | null)[];
}

const farPlaces = 2;

export function leaningsOf(
  requirements: readonly TenderRequirement[],
  units: readonly RatedUnit[],
  evaluators: number,
): readonly Leaning[] {
  const scales = new Map(requirements.map((one) => [one.id, levelsOf(one).map(({ value }) => value)]));
  const stepped = units.map(({ response, requirement, levels }): SteppedUnit => {
    const scale = scales.get(requirement) ?? [];
    const steps = levels.map((level) =>
      level === null || !scale.includes(level) ? null : scale.indexOf(level),
    );
    return { response, requirement, steps: steps.map((step) => (step === null ? null : wholeNumber(step))) };
  });
  return Array.from({ length: evaluators }, (_, evaluator) => leaningOf(stepped, evaluator));
}

function leaningOf(units: readonly SteppedUnit[], evaluator: number): Leaning {
  const deviations = units.flatMap(({ steps }) => {
    const [own, panel] = [steps[evaluator], panelMean(steps)];
    return own && panel ? [subtract(own, panel)] : [];
  });
  const steps = deviations.length === 0 ? null : mean(deviations);
  return {
    steps,
    leans: steps !== null && compare(absolute(steps), one) >= 0,
    apart: apartOn(units, evaluator),
  };
}

const panelMean = (steps: readonly (Fraction | null)[]): Fraction | null => {
  const given = steps.flatMap((step) => step ?? []);
  return given.length < 2 ? null : mean(given);
};

/** Responses whose place by the evaluator is far from their place by the panel's mean on more than half the criteria. */
function apartOn(units: readonly SteppedUnit[], evaluator: number): readonly string[] {
  const byCriterion = [...Map.groupBy(units, ({ requirement }) => requirement).values()];
  const far = new Map<string, readonly boolean[]>();
  for (const criterion of byCriterion) {
    const both = criterion.flatMap(({ response, steps }) => {
      const [own, panel] = [steps[evaluator], panelMean(steps)];
      return own && panel ? [{ response, own, panel }] : [];
    });
    const place = (value: Fraction, all: readonly Fraction[]) => {
      const higher = all.filter((other) => compare(other, value) > 0).length;
      const level = all.filter((other) => compare(other, value) === 0).length;
      return fraction(BigInt(2 * higher + level + 1), 2n);
    };
    for (const { response, own, panel } of both) {
      const places = [
        place(
          own,
          both.map((one) => one.own),
        ),
        place(
          panel,
          both.map((one) => one.panel),
        ),
      ] as const;
      const isFar = compare(absolute(subtract(...places)), wholeNumber(farPlaces)) >= 0;
      far.set(response, [...(far.get(response) ?? []), isFar]);
    }
  }
  return [...far]
    .filter(([, flags]) => 2 * flags.filter(Boolean).length > flags.length)
    .map(([response]) => response)
    .sort();
}
