import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import { divide, type Fraction, parseDecimal, sum, wholeNumber } from "#app/domain/money/fraction.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";

/** Whether a measure is a share of calls, and not of people, minutes or reports. */
export const countsCalls = ({ metric }: Measure, catalogue: Catalogue): boolean =>
  catalogue.metrics.get(metric)?.inputs.some((input) => /^(call\.|interval\.offered$)/.test(input)) === true;

/** Calls a month that the price sheet counts; null where no row is in calls. */
export function callsPerMonth({
  priceItems,
  contractMonths,
}: Pick<DraftTender, "priceItems" | "contractMonths">): Fraction | null {
  const volumes = priceItems
    .filter(({ unit }) => /^(answered )?calls?$/i.test(unit.en.trim()))
    .flatMap(({ volume }) => parseDecimal(volume) ?? []);
  if (volumes.length === 0 || contractMonths < 1) return null;
  return divide(sum(volumes), wholeNumber(contractMonths));
}
