import type { Text } from "#app/domain/language.ts";
import type { ServiceLevelVariant } from "#app/domain/measurement/service-level.ts";

/** What each formula counts, in as few words as tell it from the others. */
export const variantNames: Readonly<Record<ServiceLevelVariant, Text>> = {
  offered: { sv: "av erbjudna", en: "of offered calls" },
  attempts: { sv: "även spärrade i nämnaren", en: "blocked in the denominator too" },
  answered: { sv: "bara besvarade", en: "answered calls only" },
  positive: { sv: "tidigt avbrott räknas som nått", en: "an early abandon counts as served" },
  ignore_t: { sv: "tidiga avbrott räknas bort", en: "early abandons removed" },
  short: { sv: "korta avbrott räknas bort", en: "short abandons removed" },
  genesys: { sv: "besvarade och övergivna", en: "answered and abandoned" },
  avaya_bcms: { sv: "allt som lämnat kön", en: "all that left the queue" },
};

/** As tender documents call them; two are the habits of makers of exchanges. */
export const variantIds: Readonly<Record<ServiceLevelVariant, string>> = {
  offered: "SL-OFFERED",
  attempts: "SL-ATTEMPTS",
  answered: "SL-ANSWERED",
  positive: "SL-POSITIVE",
  ignore_t: "SL-IGNORE-T",
  short: "SL-SHORT",
  genesys: "Genesys",
  avaya_bcms: "Avaya BCMS",
};

export const isServiceLevelVariant = (name: string): name is ServiceLevelVariant =>
  Object.hasOwn(variantNames, name);
