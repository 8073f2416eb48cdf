import { levelsOf } from "#app/domain/scoring/judged.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** Steps from the panel's median from which an evaluator is asked to explain. */
const farSteps = 2;

export interface Spread {
  /** Index of the level in the published order, 0 is the lowest; the lower of two middle levels. */
  readonly median: number;
  /** Distance between the highest and the lowest level, in steps. */
  readonly range: number;
  /** Whether somebody is far enough from the median to have to explain. */
  readonly far: boolean;
}

/**
 * How far evaluators stand apart on one response and requirement, in steps of the published scale. Null when nobody has
 * judged. Medians and ranges only: with three to five evaluators finer statistics say nothing.
 */
export function spreadOf(requirement: TenderRequirement, levels: readonly string[]): Spread | null {
  const scale = levelsOf(requirement).map((anchor) => anchor.value);
  const steps = levels.map((level) => scale.indexOf(level)).sort((a, b) => a - b);
  const lowest = steps[0];
  const highest = steps.at(-1);
  const median = steps[Math.ceil(steps.length / 2) - 1];
  if (lowest === undefined || highest === undefined || median === undefined) return null;
  const far = steps.some((step) => Math.abs(step - median) >= Math.min(farSteps, scale.length - 1));
  return { median, range: highest - lowest, far };
}
