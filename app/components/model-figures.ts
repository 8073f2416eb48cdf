import { formatMoney, formatNumber } from "#app/components/format.ts";
import type { Language } from "#app/domain/language.ts";
import type { ModelUnits, ScoreUnit, WorthUnit } from "#app/domain/tender/model-units.ts";

/** A figure of a bid, as the tender's model counts it. */
export const formatFigure = (value: string, unit: WorthUnit | ScoreUnit, language: Language): string =>
  unit === "sek" ? formatMoney(value, language) : formatNumber(value, language);

/** What the shoulds give together is called. */
export const qualityHead = ({ worth }: ModelUnits) =>
  worth === "sek" ? ("evaluation.comparison.added" as const) : ("evaluation.comparison.quality" as const);

/** What the result of a bid is called. */
export function scoreHead({ worth, score }: ModelUnits) {
  switch (score) {
    case "sek":
      return worth === "sek"
        ? ("evaluation.comparison.comparisonPrice" as const)
        : ("evaluation.comparison.comparedPrice" as const);
    case "points":
      return "evaluation.comparison.points" as const;
    case "points_per_million":
      return "evaluation.comparison.ratio" as const;
  }
}
