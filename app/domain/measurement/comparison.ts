import type { JudgedComparator } from "#app/domain/measurement/definition.ts";
import { compareRatios, type Ratio, ratioOfDecimal } from "#app/domain/measurement/ratio.ts";

/** Whether an exact value keeps a promise. */
export function meets(value: Ratio, comparator: JudgedComparator, target: Ratio): boolean {
  const sign = compareRatios(value, target);
  switch (comparator) {
    case ">=":
      return sign >= 0;
    case ">":
      return sign > 0;
    case "<=":
      return sign <= 0;
    case "<":
      return sign < 0;
  }
}

/** A decimal of a definition, which was checked when the definition was read. */
export function decimal(text: string): Ratio {
  const value = ratioOfDecimal(text);
  if (value === null) throw new Error(`not a decimal: ${text}`);
  return value;
}
