import type { Level, UseOfMeasurement } from "#app/domain/catalogue/requirement.ts";

const barredUses: Readonly<Record<Level, readonly UseOfMeasurement[]>> = {
  must: ["award"],
  should: ["qualification", "verification"],
};

/** A must decides who may win and cannot earn value; a should earns value and cannot exclude anybody. */
export const isUseOfLevel = (use: UseOfMeasurement, level: Level): boolean =>
  !barredUses[level].includes(use);
