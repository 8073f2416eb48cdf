import type { NumberFormat } from "#app/components/format.ts";
import type { KeyFigureUnit } from "#app/domain/measurement/key-figures.ts";

/** As many in every row of a column, so that the decimal signs stand below each other; calls are whole. */
export const decimalsOf = (unit: KeyFigureUnit): NumberFormat =>
  unit === "calls" ? {} : { minDecimals: 2, maxDecimals: 2 };
