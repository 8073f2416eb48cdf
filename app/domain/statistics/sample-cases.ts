import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { add, compare, divide, one, subtract, wholeNumber } from "#app/domain/money/fraction.ts";
import { atMost } from "#app/domain/statistics/closeness.ts";
import {
  clopperPearson,
  clopperPearsonLower,
  type Interval,
  type Sample,
  tailError,
  wilson,
} from "#app/domain/statistics/proportion-interval.ts";
import {
  acceptancePlan,
  monthsMet,
  possibleFailures,
  quantileBoundSampleSize,
  refutingFailures,
  requiredSampleSize,
} from "#app/domain/statistics/sample-size.ts";
import { sequentialTest } from "#app/domain/statistics/sequential-test.ts";
import { count, digits18, openShare, probability, target } from "#app/domain/statistics/statistics-fields.ts";
import type { StatisticsMethod } from "#app/domain/statistics/statistics-method.ts";

/** Intervals, sample sizes and tests of a share, as cases. */
export const sampleMethods: Readonly<Record<string, StatisticsMethod>> = {
  wilson: (input) => interval(input, wilson),
  clopper_pearson: (input) => interval(input, clopperPearson),
  one_sided_lower: oneSidedLower,
  required_n: requiredN,
  refute_target: refuteTarget,
  acceptance_plan: plan,
  finite_population_zero_failures: finitePopulation,
  quantile_upper_bound_n: (input) => {
    const quantile = target(input, "quantile");
    const confidence = openShare(input, "confidence");
    return () => ({ n: quantileBoundSampleSize(quantile, confidence) });
  },
  k_of_n_months: (input) => {
    const p = probability(input, "p_month_met");
    const n = count(input, "n", 1, 10_000);
    const k = count(input, "k", 0, 10_000);
    return () => ({ probability: digits18(monthsMet(p, n, k)) });
  },
  sprt,
};

function readSample(input: Fields): Sample {
  const successes = count(input, "successes", 0);
  const n = count(input, "n", 1);
  if (successes > n) input.fault("number_out_of_range", "successes");
  return { successes, n };
}

function interval(
  input: Fields,
  method: (sample: Sample, error: ReturnType<typeof tailError>) => Interval,
): ReturnType<StatisticsMethod> {
  const sample = readSample(input);
  const confidence = openShare(input, "confidence");
  const error = tailError(confidence, input.oneOf("sides", ["two", "one"], "two"));
  return () => {
    const { low, high } = method(sample, error);
    return { low: digits18(low), high: digits18(high) };
  };
}

function oneSidedLower(input: Fields): ReturnType<StatisticsMethod> {
  const sample = readSample(input);
  const error = tailError(openShare(input, "confidence"), "one");
  const wanted = openShare(input, "target");
  return () => {
    const exact = clopperPearsonLower(sample, error);
    const { low } = wilson(sample, error);
    const verified = { cp: atMost(wanted, exact), wilson: atMost(wanted, low) };
    const named = (name: string) => ({
      [`verifies_${name}_cp`]: verified.cp,
      [`verifies_${name}_wilson`]: verified.wilson,
    });
    return {
      cp_lower: digits18(exact),
      wilson_lower: digits18(low),
      // The format names the fields by the target 0.999; other targets also get their own.
      ...named("0_999"),
      ...named(digits18(wanted).replace(".", "_")),
    };
  };
}

function requiredN(input: Fields): ReturnType<StatisticsMethod> {
  const wanted = target(input, "target");
  const confidence = openShare(input, "confidence");
  return () => ({
    n_by_allowed_failures: Object.fromEntries(
      [0, 1, 2, 3].map((allowed) => [allowed, requiredSampleSize(wanted, confidence, allowed)]),
    ),
  });
}

function refuteTarget(input: Fields): ReturnType<StatisticsMethod> {
  const n = count(input, "n", 1);
  const wanted = target(input, "target");
  const alpha = openShare(input, "alpha");
  return () => {
    const refutation = refutingFailures(n, wanted, alpha);
    return {
      k: refutation?.k ?? null,
      p_value: refutation && digits18(refutation.pValue),
      p_value_k_minus_1: refutation && digits18(refutation.pValueBefore),
    };
  };
}

function plan(input: Fields): ReturnType<StatisticsMethod> {
  const wanted = target(input, "target");
  const trueShare = target(input, "true");
  if (compare(trueShare, wanted) <= 0) input.fault("number_out_of_range", "true");
  const alpha = openShare(input, "alpha");
  const power = openShare(input, "power");
  return () => {
    const found = acceptancePlan({ target: wanted, trueShare, alpha, power });
    return {
      n: found?.n ?? null,
      max_failures: found?.maxFailures ?? null,
      consumer_risk: found && digits18(found.consumerRisk),
      power: found && digits18(found.power),
      ...(found ? {} : { reason: "no_plan" }),
    };
  };
}

function finitePopulation(input: Fields): ReturnType<StatisticsMethod> {
  const size = count(input, "N", 1);
  const n = count(input, "n", 1);
  if (n > size) input.fault("number_out_of_range", "n");
  if (input.count("failures_in_sample", 0) !== 0) input.fault("number_out_of_range", "failures_in_sample");
  const confidence = openShare(input, "confidence");
  return () => {
    const failures = possibleFailures(size, n, confidence);
    return {
      max_failures_in_population: failures,
      lower_bound_proportion: digits18(
        divide(subtract(wholeNumber(size), wholeNumber(failures)), wholeNumber(size)),
      ),
    };
  };
}

function sprt(input: Fields): ReturnType<StatisticsMethod> {
  const [alpha, beta] = [openShare(input, "alpha"), openShare(input, "beta")];
  const [p0, p1] = [openShare(input, "p0"), openShare(input, "p1")];
  if (compare(p1, p0) >= 0) input.fault("number_out_of_range", "p1");
  // Two errors that add up to certainty leave nothing between the bounds.
  if (compare(add(alpha, beta), one) >= 0) input.fault("number_out_of_range", "beta");
  return () => {
    const test = sequentialTest(alpha, beta, p0, p1);
    return {
      log_A: digits18(test.logA),
      log_B: digits18(test.logB),
      llr_success: digits18(test.perSuccess),
      llr_failure: digits18(test.perFailure),
      n_accept_zero_failures: test.acceptAfter,
    };
  };
}
