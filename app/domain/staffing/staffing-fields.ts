import type { Fields } from "#app/domain/evaluation/case/fields.ts";
import {
  compare,
  divide,
  type Fraction,
  isNegative,
  isPositive,
  multiply,
  one,
  parseExact,
  wholeNumber,
} from "#app/domain/money/fraction.ts";
import type { Queue } from "#app/domain/staffing/erlang-c.ts";
import { offeredTraffic } from "#app/domain/staffing/traffic.ts";

/** The recurrences take a step per server; beyond this a case would take longer than one waits. */
const largest = wholeNumber(10_000_000);
const longestNumber = 30;
/** Erlang A also takes a step per caller in the queue, of whom there are at most about A·patience/handling. */
const longestQueue = wholeNumber(1_000_000);

/** A JSON number, read by its shortest decimal notation, a decimal string or "n/d". With a fault: 1. */
function quantity(inputs: Fields, name: string, allowed: (value: Fraction) => boolean): Fraction {
  return inputs.read(
    name,
    (value, path) => {
      const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
      const parsed = text.length > longestNumber ? null : parseExact(text);
      const known = parsed !== null && allowed(parsed) && compare(parsed, largest) <= 0;
      if (!known)
        inputs.faults.push({
          code: parsed === null ? "not_a_decimal" : "number_out_of_range",
          place: { field: path },
        });
      return known ? parsed : one;
    },
    one,
  );
}

export const notNegative = (inputs: Fields, name: string): Fraction =>
  quantity(inputs, name, (value) => !isNegative(value));

export const positive = (inputs: Fields, name: string): Fraction => quantity(inputs, name, isPositive);

/** Strictly between 0 and 1; with a fault 1, which nothing is computed with. */
export const shareBelowOne = (inputs: Fields, name: string): Fraction =>
  quantity(inputs, name, (value) => isPositive(value) && compare(value, one) < 0);

export function servers(inputs: Fields, name: string, least: number): number {
  const count = inputs.count(name, least);
  if (compare(wholeNumber(count), largest) > 0) inputs.fault("number_out_of_range", name);
  return count;
}

/** Erlangs from `calls` and `interval_s` with a mean holding time. */
export function readTraffic(inputs: Fields, holding: Fraction): Fraction {
  const calls = notNegative(inputs, "calls");
  const interval = positive(inputs, "interval_s");
  const offered = offeredTraffic(calls, holding, interval);
  if (compare(offered, largest) > 0) inputs.fault("number_out_of_range", "calls");
  return offered;
}

/** Mean patience in seconds; out of range when too many would queue. */
export function readPatience(inputs: Fields, { offered, handling }: Queue): Fraction {
  const patience = positive(inputs, "patience_s");
  if (compare(divide(multiply(offered, patience), handling), longestQueue) > 0)
    inputs.fault("number_out_of_range", "patience_s");
  return patience;
}
