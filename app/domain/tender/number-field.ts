import type { Fault } from "#app/domain/fault.ts";
import { parseDecimal } from "#app/domain/money/fraction.ts";

/** The fault of a field that holds something else than a decimal string; an empty field (null) has none. */
export const malformed = (field: string, value: string | null): Fault[] =>
  value === null || parseDecimal(value) !== null
    ? []
    : [{ code: "number_malformed", place: { field }, params: { value } }];
