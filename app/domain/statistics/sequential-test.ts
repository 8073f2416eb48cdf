import { divide, type Fraction, one, subtract } from "#app/domain/money/fraction.ts";
import { naturalLogarithm } from "#app/domain/statistics/irrational.ts";

export interface SequentialTest {
  /** Above it the lower failure rate p1 is accepted. */
  readonly logA: Fraction;
  /** Below it the higher failure rate p0 is accepted. */
  readonly logB: Fraction;
  readonly perSuccess: Fraction;
  readonly perFailure: Fraction;
  /** Observations without failure until p1 is accepted. */
  readonly acceptAfter: number;
}

/** Wald's sequential probability ratio test of failure rate p1 against p0 > p1: continue while logB < Σ < logA. */
export function sequentialTest(alpha: Fraction, beta: Fraction, p0: Fraction, p1: Fraction): SequentialTest {
  const logA = naturalLogarithm(divide(subtract(one, beta), alpha));
  const perSuccess = naturalLogarithm(divide(subtract(one, p1), subtract(one, p0)));
  const steps = divide(logA, perSuccess);
  return {
    logA,
    logB: naturalLogarithm(divide(beta, subtract(one, alpha))),
    perSuccess,
    perFailure: naturalLogarithm(divide(p1, p0)),
    acceptAfter: Number((steps.n + steps.d - 1n) / steps.d),
  };
}
