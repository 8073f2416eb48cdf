import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { type Fraction, toExact } from "#app/domain/money/fraction.ts";
import { chiSquareSurvival } from "#app/domain/statistics/chi-square.ts";
import { intraclassCorrelations, intraclassForms } from "#app/domain/statistics/intraclass.ts";
import { kendallW } from "#app/domain/statistics/kendall.ts";
import { krippendorffAlpha, measurementLevels } from "#app/domain/statistics/krippendorff.ts";
import { scoreSpread } from "#app/domain/statistics/score-outlier.ts";
import {
  digits,
  digits18,
  rating,
  ratings,
  readRating,
  table,
} from "#app/domain/statistics/statistics-fields.ts";
import type { StatisticsMethod } from "#app/domain/statistics/statistics-method.ts";

const noVariation = "no_variation";

/** Agreement between evaluators, as cases. Descriptive, never a gate. */
export const agreementMethods: Readonly<Record<string, StatisticsMethod>> = {
  krippendorff_alpha: krippendorff,
  kendall_w: kendall,
  icc: intraclass,
  score_outlier: outlier,
};

function krippendorff(input: Fields): ReturnType<StatisticsMethod> {
  // The marker of a missing rating; only null is one.
  input.ignore("missing");
  const level = input.oneOf("level", measurementLevels);
  const data = table(input, "data", 1, (value, path) =>
    value === null ? null : readRating(input, value, path),
  );
  return () => {
    const alpha = krippendorffAlpha(data, level);
    if (alpha === null) return { alpha: null, exact: null, reason: noVariation };
    return { alpha: digits18(alpha), exact: toExact(alpha) };
  };
}

function kendall(input: Fields): ReturnType<StatisticsMethod> {
  const data = table(input, "ratings_by_rater", 2, (value, path) => readRating(input, value, path));
  const correctTies = input.flag("tie_correction", true);
  return () => {
    const result = kendallW(data, correctTies);
    if (result === null) return { W: null, exact: null, reason: noVariation };
    const { w, uncorrected, chiSquare, degreesOfFreedom } = result;
    return {
      W: digits18(w),
      // The format writes the denominator of W even where it is 1.
      exact: `${w.n}/${w.d}`,
      W_uncorrected: digits18(uncorrected),
      chi2: digits18(chiSquare),
      df: degreesOfFreedom,
      p: digits(chiSquareSurvival(chiSquare, degreesOfFreedom), 12),
    };
  };
}

function intraclass(input: Fields): ReturnType<StatisticsMethod> {
  const data = table(input, "ratings", 2, (value, path) => readRating(input, value, path));
  return () => {
    const forms = intraclassCorrelations(data);
    const by = (write: (value: Fraction) => string) =>
      Object.fromEntries(intraclassForms.map((form) => [form, forms[form] && write(forms[form])]));
    const undefinedForm = intraclassForms.some((form) => forms[form] === null);
    return { ...by(digits18), exact: by(toExact), ...(undefinedForm ? { reason: noVariation } : {}) };
  };
}

function outlier(input: Fields): ReturnType<StatisticsMethod> {
  const scores = ratings(input, "scores");
  if (scores.length === 0) input.fault("too_few_ratings", "scores");
  const step = rating(input, "step");
  const limitSteps = rating(input, "limit_steps");
  return () => {
    const { median, mad, range, flagged, modifiedZ } = scoreSpread(scores, step, limitSteps);
    return {
      median: digits18(median),
      mad: digits18(mad),
      range: Number(digits18(range)),
      flagged_indexes: flagged,
      modified_z: modifiedZ.map((z) => z && digits(z, 8)),
    };
  };
}
