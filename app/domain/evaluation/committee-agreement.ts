import { type Leaning, leaningsOf, type RatedUnit } from "#app/domain/evaluation/evaluator-leaning.ts";
import { type Fraction, parseDecimal } from "#app/domain/money/fraction.ts";
import { levelsOf } from "#app/domain/scoring/judged.ts";
import { intraclassCorrelations } from "#app/domain/statistics/intraclass.ts";
import { kendallW } from "#app/domain/statistics/kendall.ts";
import { krippendorffAlpha } from "#app/domain/statistics/krippendorff.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** One evaluator's own level, before consensus. */
export interface OwnLevel {
  readonly evaluator: string;
  readonly response: string;
  readonly requirement: string;
  readonly level: string;
}

export interface Agreement {
  readonly evaluators: number;
  /** Judged by at least two. */
  readonly units: readonly RatedUnit[];
  /** Fewer units than this say nothing in one number: the levels themselves are to be shown instead. */
  readonly fewestUnits: number;
  /** Krippendorff's α, ordinal; null when too few units are judged or nothing varies. */
  readonly alpha: Fraction | null;
  /** Kendall's W over the units that all have judged, ties corrected; null likewise. */
  readonly w: Fraction | null;
  /** Intraclass correlation ICC(2,1) of one evaluator, absolute agreement, over the same units; null likewise. */
  readonly iccOne: Fraction | null;
  /** ICC(2,k) of the panel's mean. */
  readonly iccPanel: Fraction | null;
  /** By evaluator, in the order of `levels`. */
  readonly leanings: readonly Leaning[];
}

const fewestUnits = 10;

/** How far evaluators agreed before they talked. It describes and decides nothing. Levels count by their share. */
export function agreementOf(
  requirements: readonly TenderRequirement[],
  levels: readonly OwnLevel[],
): Agreement {
  const evaluators = [...new Set(levels.map(({ evaluator }) => evaluator))].sort();
  const byUnit = [
    ...Map.groupBy(levels, ({ response, requirement }) => `${response} ${requirement}`).values(),
  ];
  const units = byUnit.flatMap((given): RatedUnit[] => {
    const [first] = given;
    if (first === undefined || given.length < 2) return [];
    const { response, requirement } = first;
    const levelBy = new Map(given.map(({ evaluator, level }) => [evaluator, level]));
    return [{ response, requirement, levels: evaluators.map((one) => levelBy.get(one) ?? null) }];
  });
  const leanings = leaningsOf(requirements, units, evaluators.length);
  const described = { evaluators: evaluators.length, units, fewestUnits, leanings };
  if (units.length < fewestUnits) return { ...described, alpha: null, w: null, iccOne: null, iccPanel: null };
  const shares = shareReader(requirements);
  const ratings = evaluators.map((_, rater) =>
    units.map(({ requirement, levels: own }) => shares(requirement, own[rater] ?? null)),
  );
  const complete = units.flatMap((_, unit) => (ratings.every((own) => own[unit] != null) ? [unit] : []));
  const pairable = evaluators.length >= 2 && complete.length >= 2;
  const whole = ratings.map((own) => complete.flatMap((unit) => own[unit] ?? []));
  const forms = pairable
    ? intraclassCorrelations(complete.map((_, i) => whole.flatMap((own) => own[i] ?? [])))
    : null;
  return {
    ...described,
    alpha: krippendorffAlpha(ratings, "ordinal"),
    w: pairable ? (kendallW(whole, true)?.w ?? null) : null,
    iccOne: forms?.["ICC(2,1)"] ?? null,
    iccPanel: forms?.["ICC(2,k)"] ?? null,
  };
}

function shareReader(requirements: readonly TenderRequirement[]) {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  return (id: string, level: string | null): Fraction | null => {
    const requirement = byId.get(id);
    if (requirement === undefined || level === null) return null;
    if (level === "met" || level === "not_met") return parseDecimal(level === "met" ? "1" : "0");
    const anchor = levelsOf(requirement).find(({ value }) => value === level);
    return anchor === undefined ? null : parseDecimal(anchor.share);
  };
}
