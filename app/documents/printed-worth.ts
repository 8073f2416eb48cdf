import { printedSek } from "#app/documents/printed-values.ts";
import { fill } from "#app/documents/templates.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import type { Language } from "#app/domain/language.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { hundred, multiply, parseDecimal } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

interface Printed {
  readonly content: Pick<TenderContent, "evaluation">;
  readonly language: Language;
}

/** Whether the model counts in kronor; otherwise in points. */
export const isInSek = ({ evaluation }: Pick<TenderContent, "evaluation">): boolean =>
  evaluation.type === "added_value_deduction";

/** SEK or points, as the model counts; whole ones without decimals. */
export function printedWorth(value: string, { content, language }: Printed): string {
  const plain = value.replace(/\.00$/, "");
  return isInSek(content) ? printedSek(plain, language) : formatDecimal(plain, language);
}

/** A share 0–1 in percent, at most two decimals. */
export function printedShare(
  share: string,
  { wording, language }: { readonly wording: { readonly percent: string }; readonly language: Language },
): string {
  const value = parseDecimal(share);
  if (value === null) return share;
  return fill(wording.percent, {
    value: formatDecimal(toDecimal(multiply(value, hundred), 2, halfUp), language),
  });
}
