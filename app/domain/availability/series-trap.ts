import type { MeasuredSystem } from "#app/domain/availability/hold-availability.ts";
import { allWork } from "#app/domain/availability/partial-outage.ts";
import type { Language, Text } from "#app/domain/language.ts";
import { toDecimal, toSignificant } from "#app/domain/money/decimal.ts";
import {
  compare,
  divide,
  type Fraction,
  hundred,
  multiply,
  parseDecimal,
  zero,
} from "#app/domain/money/fraction.ts";
import { halfEven } from "#app/domain/money/half-even.ts";
import { halfUp } from "#app/domain/money/half-up.ts";

export interface SeriesFinding {
  readonly id: "TRAP-28";
  readonly severity: "medium";
  readonly params: { readonly target: string };
  /** Product of the systems in percent; 12 significant digits. */
  readonly evidence: { readonly systems: number; readonly product: string };
}

/** TRAP-28: every one of several systems keeps the target while their product, the chain of them, does not. */
export function seriesBelowTarget(
  systems: readonly MeasuredSystem[],
  target: Fraction,
  threshold: string,
): SeriesFinding | null {
  const percents = systems.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  if (percents.length < 2 || percents.length < systems.length) return null;
  if (percents.some((percent) => compare(percent, target) < 0)) return null;
  const product = multiply(hundred, allWork(percents.map((percent) => divide(percent, hundred))));
  if (compare(product, target) >= 0) return null;
  return {
    id: "TRAP-28",
    severity: "medium",
    params: { target: threshold },
    evidence: { systems: systems.length, product: toSignificant(product, 12, halfEven) },
  };
}

const template: Text = {
  sv: "Vart och ett av {systems} system håller {target} %, men tillsammans {product} %.",
  en: "Each of {systems} systems holds {target} %, but together {product} %.",
};

/** The finding in one sentence; three decimals tell the product from the target. */
export function seriesTrapMessage({ params, evidence }: SeriesFinding, language: Language): string {
  const local = (text: string) => (language === "sv" ? text.replace(".", ",") : text);
  return template[language]
    .replace("{systems}", String(evidence.systems))
    .replace("{target}", local(params.target))
    .replace("{product}", local(toDecimal(parseDecimal(evidence.product) ?? zero, 3, halfUp)));
}
