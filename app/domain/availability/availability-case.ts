import {
  allowedDowntime,
  maintenanceRules,
  measureAvailability,
  percentUp,
  seconds,
} from "#app/domain/availability/availability.ts";
import {
  readIncidents,
  readShare,
  readTarget,
  readTimeFrame,
  readWindows,
} from "#app/domain/availability/availability-fields.ts";
import { allWork, anyWorks, downtimeOf } from "#app/domain/availability/partial-outage.ts";
import { Fields } from "#app/domain/evaluation/case/fields.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { toDecimal, toFixedDecimal } from "#app/domain/money/decimal.ts";
import {
  compare,
  type Fraction,
  isNegative,
  one,
  parseDecimal,
  toExact,
  wholeNumber,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";

/** The fields of a case's `expected`, as JSON. */
type AvailabilityAnswer = Readonly<Record<string, unknown>>;

/** Reads a case's fields and returns the computation, which is only run when the whole case has no faults. */
type AvailabilityKind = (input: Fields) => () => AvailabilityAnswer;

const kinds: Readonly<Record<string, AvailabilityKind>> = {
  allowance,
  measured: (input) => measured(input, "optional"),
  "service-hours": (input) => measured(input, "required"),
  weighted,
  serial,
};

/** Reads unchecked JSON as an availability case (`kind`) and computes it, or gives all its faults with their paths. */
export function computeAvailability(unchecked: unknown): Result<AvailabilityAnswer> {
  const faults: Fault[] = [];
  const fields = new Fields(unchecked, "", faults);
  fields.ignore("id", "source", "expected", "note", "published");
  const name = fields.text("kind");
  if (name === "") return failure(...faults);
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  // Which fields belong to an unknown kind cannot be said.
  if (kind === undefined) return failure({ code: "unknown_kind", place: { field: "kind" } });
  const compute = kind(fields);
  fields.finish();
  return faults.length > 0 ? { ok: false, faults } : success(compute());
}

function allowance(input: Fields): ReturnType<AvailabilityKind> {
  const { period, serviceTime } = readTimeFrame(input, "optional");
  const target = readTarget(input);
  return () => {
    const agreed = seconds(serviceTime);
    const allowed = allowedDowntime(agreed, target);
    return {
      period_s: secondsAnswer(seconds([period])),
      agreed_s: secondsAnswer(agreed),
      allowed_down_s: toExact(allowed),
      allowed: clock(allowed),
    };
  };
}

function measured(input: Fields, hours: "required" | "optional"): ReturnType<AvailabilityKind> {
  const { period, serviceTime } = readTimeFrame(input, hours);
  const incidents = readIncidents(input, "incidents");
  const maintenance = readWindows(input, "planned_maintenance");
  const rule = input.oneOf("maintenance_rule", maintenanceRules, "exclude-from-both");
  const target = readTarget(input);
  return () => {
    const measure = measureAvailability({ period, serviceTime, incidents, maintenance, rule });
    const { percent } = measure;
    return {
      period_s: secondsAnswer(seconds([period])),
      excluded_s: secondsAnswer(measure.excluded),
      counted_down_s: secondsAnswer(measure.down),
      agreed_s: secondsAnswer(measure.agreed),
      availability_pct_exact: percent && `${percent.n}/${percent.d}`,
      availability_pct: percent && toFixedDecimal(percent, 6, halfEven),
      met: percent && compare(percent, target) >= 0,
      naive_sum_s: secondsAnswer(measure.naiveSum),
      incidents: measure.incidents,
    };
  };
}

function weighted(input: Fields): ReturnType<AvailabilityKind> {
  const period = input.count("period_s", 1);
  const outages = input.objects("incidents", (incident) => {
    const length = incident.count("seconds", 0);
    if (length > period) incident.fault("longer_than_period", "seconds");
    return { seconds: wholeNumber(length), affectedShare: readShare(incident, "affected_share") };
  });
  const target = readTarget(input);
  return () => {
    const { binary, weighted } = downtimeOf(outages);
    const met = (down: Fraction) => {
      const percent = percentUp(wholeNumber(period), down);
      return percent && compare(percent, target) >= 0;
    };
    return {
      counted_down_s_binary: secondsAnswer(binary),
      met_binary: met(binary),
      counted_down_s_weighted: secondsAnswer(weighted),
      met_weighted: met(weighted),
    };
  };
}

/** Each component is a share with at most this many decimals, so that its products can be written out. */
const mostDecimals = 20;
const mostComponents = 1000;

function serial(input: Fields): ReturnType<AvailabilityKind> {
  const components = input.list("components", (value, path) => {
    const share = typeof value === "string" && value.length <= mostDecimals + 2 ? parseDecimal(value) : null;
    const outside = share !== null && (isNegative(share) || compare(share, one) > 0);
    if (share === null || outside)
      input.faults.push({ code: outside ? "number_out_of_range" : "not_a_decimal", place: { field: path } });
    return share ?? zero;
  });
  if (input.has("components") && (components.length === 0 || components.length > mostComponents))
    input.fault("wrong_number_of_values", "components");
  return () => ({
    all_needed: allDecimals(allWork(components)),
    any_of_three: allDecimals(anyWorks(components)),
  });
}

/** All decimals of a fraction whose denominator divides a power of ten; there are no more of them than bits in it. */
const allDecimals = (value: Fraction): string => toDecimal(value, value.d.toString(2).length, halfEven);

/** A JSON number of whole seconds, otherwise an exact fraction. */
const secondsAnswer = (value: Fraction): number | string =>
  value.d === 1n ? Number(value.n) : toExact(value);

/** `3h36m00s`, rounded down: a second more than allowed must not look allowed. */
function clock(value: Fraction): string {
  const whole = value.n / value.d;
  const two = (number: bigint) => number.toString().padStart(2, "0");
  return `${whole / 3600n}h${two((whole / 60n) % 60n)}m${two(whole % 60n)}s`;
}
