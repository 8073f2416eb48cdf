import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { formatDecimal, withSymbol } from "#app/domain/catalogue/number-format.ts";
import type { Language } from "#app/domain/language.ts";

type Units = Pick<Catalogue, "units">;

/** The name of a unit in the plural; what the catalogue does not know is written as it stands. */
export const unitName = (id: string, { units }: Units, language: Language): string =>
  units.get(id)?.plural[language] ?? id;

/** A decimal string with its unit, by symbol or else by name: "92,5 %" in Swedish, "92.5%" in English, "1 day". */
export function withUnit(value: string, id: string, { units }: Units, language: Language): string {
  const unit = units.get(id);
  const name = unit?.symbol ?? (value === "1" ? unit?.singular : unit?.plural)?.[language] ?? id;
  return withSymbol(formatDecimal(value, language), name, language);
}
