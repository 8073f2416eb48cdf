import type { JudgedScore } from "#app/domain/evaluation/analysis/sampled-scores.ts";
import type { Criterion } from "#app/domain/evaluation/award/award-case.ts";
import type { OwnLevel } from "#app/domain/evaluation/committee-agreement.ts";
import { multiply, parseDecimal, zero } from "#app/domain/money/fraction.ts";
import { levelsOf } from "#app/domain/scoring/judged.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** The evaluators' own levels as points of the criteria that they judge; a must has none. */
export function judgedScores(
  requirements: readonly TenderRequirement[],
  criteria: readonly Criterion[],
  levels: readonly OwnLevel[],
): readonly JudgedScore[] {
  const evaluators = [...new Set(levels.map(({ evaluator }) => evaluator))].sort();
  const maxima = new Map(criteria.map(({ id, max }) => [id, max]));
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const units = [
    ...Map.groupBy(levels, ({ response, requirement }) => `${response} ${requirement}`).values(),
  ];
  return units.flatMap((given): JudgedScore[] => {
    const [first] = given;
    const requirement = first && byId.get(first.requirement);
    const max = first && maxima.get(first.requirement);
    if (!first || !requirement || !max) return [];
    const points = new Map(
      levelsOf(requirement).map(({ value, share }) => [value, multiply(parseDecimal(share) ?? zero, max)]),
    );
    const ownBy = new Map(given.map(({ evaluator, level }) => [evaluator, points.get(level) ?? null]));
    return [
      {
        bid: first.response,
        criterion: first.requirement,
        own: evaluators.map((evaluator) => ownBy.get(evaluator) ?? null),
        levels: [...points.values()],
      },
    ];
  });
}
