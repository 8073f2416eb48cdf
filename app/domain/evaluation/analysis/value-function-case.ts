import { inIdOrder } from "#app/domain/evaluation/analysis/values.ts";
import type { CaseKind } from "#app/domain/evaluation/case/case-kind.ts";
import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import { scoresAnswer } from "#app/domain/evaluation/case/scores-answer.ts";
import {
  exponentialValue,
  linearValue,
  logisticValue,
  type Point,
  piecewiseValue,
  stepValue,
} from "#app/domain/evaluation/value-function.ts";
import { compare, equal, type Fraction, isZero, zero } from "#app/domain/money/fraction.ts";

interface ValueFunction {
  readonly rational: boolean;
  readonly value: (x: Fraction) => Fraction;
}

const readers: Readonly<Record<string, (params: Fields) => ValueFunction>> = {
  step: (params) => {
    const otherwise = params.optionalDecimal("else") ?? zero;
    const steps = params.objects("steps", (step): Point => [step.decimal("from"), step.decimal("value")]);
    const ascending = inOrderOfX(params, "steps", steps);
    return { rational: true, value: (x) => stepValue(x, otherwise, ascending, "higher") };
  },
  piecewise: (params) => {
    const points = params.list("points", (value, path): Point => {
      const [x = zero, y = zero, ...rest] = params.exacts(value, path, "any");
      if (!Array.isArray(value) || value.length !== 2 || rest.length > 0) {
        params.faults.push({ code: "not_a_point", place: { field: path } });
      }
      return [x, y];
    });
    if (points.length === 0) params.fault("empty_list", "points");
    const ascending = inOrderOfX(params, "points", points);
    return { rational: true, value: (x) => piecewiseValue(x, ascending) };
  },
  linear: (params) => {
    const [none, full] = readEnds(params);
    return { rational: true, value: (x) => linearValue(x, none, full) };
  },
  exponential: (params) => {
    const [none, full] = readEnds(params);
    const rho = params.decimal("rho");
    if (isZero(rho)) params.fault("number_out_of_range", "rho");
    return { rational: false, value: (x) => exponentialValue(linearValue(x, none, full), rho) };
  },
  logistic: (params) => {
    const [k, mid] = [params.decimal("k"), params.decimal("mid")];
    return { rational: false, value: (x) => logisticValue(x, k, mid) };
  },
};

/** A value function by itself: each "bid" is a value x. */
export const valueFunctionCase: CaseKind = ({ params, bids }) => {
  const type = params.text("type");
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (read === undefined && type !== "") params.fault("unknown_value", "type");
  const valueFunction = read?.(params);
  const given = bids.map((bid) => ({ id: bid.text("id"), x: bid.decimal("x") })).sort(inIdOrder);
  return () => ({
    ...(valueFunction
      ? scoresAnswer(
          given.map(({ id, x }) => [id, valueFunction.value(x)] as const),
          valueFunction.rational,
        )
      : {}),
    ranking: [],
  });
};

function readEnds(params: Fields): readonly [Fraction, Fraction] {
  const ends = [params.decimal("zero"), params.decimal("full")] as const;
  if (equal(...ends)) params.fault("number_out_of_range", "full");
  return ends;
}

/** By x, which says what is meant in whatever order they stand; an x that stands twice does not. */
function inOrderOfX(params: Fields, name: string, points: readonly Point[]): readonly Point[] {
  points.forEach(([x], i) => {
    if (points.slice(0, i).some(([earlier]) => equal(earlier, x)))
      params.fault("duplicate_x", `${name}[${i}]`);
  });
  return points.toSorted(([a], [b]) => compare(a, b));
}
