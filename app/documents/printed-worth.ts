import { printedSek } from "#app/documents/printed-values.ts";
import { fill } from "#app/documents/templates.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import type { Language } from "#app/domain/language.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { hundred, multiply, parseDecimal } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { type ScoreUnit, scoreUnit, worthUnit } from "#app/domain/tender/model-units.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

interface Printed {
  readonly content: Pick<TenderContent, "evaluation">;
  readonly language: Language;
}

/** Whether the shoulds are worth kronor; otherwise points. */
export const isInSek = ({ evaluation }: Pick<TenderContent, "evaluation">): boolean =>
  worthUnit(evaluation) === "sek";

/** What a should gives, SEK or points, as the model counts; whole ones without decimals. */
export const printedWorth = (value: string, printed: Printed): string =>
  printedIn(worthUnit(printed.content.evaluation), value, printed);

/** The result of a bid, as the model counts. */
export const printedScore = (value: string, printed: Printed): string =>
  printedIn(scoreUnit(printed.content.evaluation), value, printed);

function printedIn(unit: ScoreUnit, value: string, { language }: Printed): string {
  const plain = value.replace(/\.00$/, "");
  return unit === "sek" ? printedSek(plain, language) : formatDecimal(plain, language);
}

interface ScoreWords {
  readonly comparison_price: string;
  readonly compared_price: string;
  readonly points: string;
  readonly ratio: string;
}

/** What the result of a bid is called, by the model. */
export function scoreHead(content: Pick<TenderContent, "evaluation">, wording: ScoreWords): string {
  switch (scoreUnit(content.evaluation)) {
    case "sek":
      return isInSek(content) ? wording.comparison_price : wording.compared_price;
    case "points":
      return wording.points;
    case "points_per_million":
      return wording.ratio;
  }
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
