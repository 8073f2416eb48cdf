import { z } from "zod";
import type { Profile } from "#app/domain/catalogue/catalogue.ts";
import { levels } from "#app/domain/catalogue/requirement.ts";
import { tieBreakRules } from "#app/domain/tender/tender.ts";
import { line, orNull, text, wholeNumber } from "#app/imports/catalogue/fields.ts";

/** One file `profiles/<id>.yml`. */
export const profileFile = z.strictObject({
  title: text,
  description: text,
  contract_months: z.int().min(1),
  estimated_price_sek: wholeNumber,
  note: text,
  sek_per_weight_unit: wholeNumber,
  tie_break: z.array(z.enum(tieBreakRules)).min(1),
  items: z.array(z.strictObject({ id: line, level: z.enum(levels), weight: orNull(wholeNumber) })).min(1),
});

export function toProfile(id: string, file: z.infer<typeof profileFile>): Profile {
  const perUnit = BigInt(file.sek_per_weight_unit);
  return {
    id,
    title: file.title,
    description: file.description,
    contractMonths: file.contract_months,
    estimatedPriceSek: file.estimated_price_sek,
    note: file.note,
    sekPerWeightUnit: file.sek_per_weight_unit,
    tieBreak: file.tie_break,
    items: file.items.map((item) => ({
      ...item,
      valueSek: item.weight === null ? null : (BigInt(item.weight) * perUnit).toString(),
    })),
  };
}
