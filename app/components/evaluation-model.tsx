import { formatMoney, formatNumber, formatPercent } from "#app/components/format.ts";
import { Formula } from "#app/components/formula.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { type ModelChoice, modelChoiceOf } from "#app/domain/tender/model-choice.ts";
import { parametersOf } from "#app/domain/tender/model-parameters.ts";
import { scoreUnit, worthUnit } from "#app/domain/tender/model-units.ts";
import type { EvaluationModel } from "#app/domain/tender/tender.ts";
import type { ExampleBid } from "#app/domain/tender/worked-example.ts";

const formulas: Readonly<Record<ModelChoice, string>> = {
  added_value_deduction: "p − Σ v · s",
  linear_fixed_bounds: "max(0, M · (b − p) / (b − a)) + Σ w · s",
  threshold_lowest_price: "p,  Σ w · s ≥ T",
  lowest_price: "p",
  fixed_price_quality_only: "Σ w · s",
  quality_price_ratio: "1 000 000 · Σ w · s / p,  Σ w · s ≥ T",
  linear_from_lowest: "M · (1 − k · (p − lo) / lo) + Σ w · s",
  inverse_proportional: "M · lo / p + Σ w · s",
};

/** How bids become a ranking: the model in a sentence and as its formula, with the symbols explained. */
export function EvaluationModelText({ evaluation }: { readonly evaluation: EvaluationModel }) {
  const t = useTranslate();
  const choice = modelChoiceOf(evaluation);
  const numbers = parametersOf(evaluation);
  const number = (name: string) => formatNumber(numbers[name] ?? "", t.language);
  const money = (name: string) => formatMoney(numbers[name] ?? "", t.language);
  return (
    <section>
      <h2 className="mb-2 text-lg">{t(`tender.model.${choice}`)}</h2>
      <p className="mb-3 max-w-measure">{t(`tender.model.${choice}_text`)}</p>
      <p className="overflow-x-auto rounded-md bg-sunken p-3">
        <Formula text={formulas[choice]} />
      </p>
      <p className="mt-2 max-w-measure text-ink-quiet text-sm">
        {t(`tender.model.symbols.${choice}`, {
          M: number("priceWeight"),
          a: money("priceFunction.lower"),
          b: money("priceFunction.upper"),
          k: number("priceFunction.slope"),
          T: number("minQuality"),
          p: money("fixedPriceSek"),
        })}
      </p>
      <p className="mt-2 max-w-measure text-sm">
        {t("tender.model.tieBreak", {
          rules: evaluation.tieBreak.map((rule) => t(`tender.tieBreak.${rule}`)).join(", "),
        })}
      </p>
    </section>
  );
}

/** Three invented bids worked through the model. */
export function WorkedExample({
  example,
  evaluation,
}: {
  readonly example: readonly ExampleBid[];
  readonly evaluation: EvaluationModel;
}) {
  const t = useTranslate();
  const inSek = worthUnit(evaluation) === "sek";
  const unit = scoreUnit(evaluation);
  const amount = (value: string, sek: boolean) =>
    sek ? formatMoney(value, t.language) : formatNumber(value, t.language, { maxDecimals: 2 });
  const scoreHead = {
    sek: inSek ? t("tender.model.comparisonPrice") : t("tender.model.comparedPrice"),
    points: t("tender.model.totalPoints"),
    points_per_million: t("tender.model.ratio"),
  }[unit];
  const heads = [
    t("tender.model.bid"),
    t("tender.model.price"),
    t("tender.model.share"),
    inSek ? t("tender.model.deduction") : t("tender.model.qualityPoints"),
    scoreHead,
  ];
  return (
    <section aria-labelledby="worked-example">
      <h2 id="worked-example" className="mb-2 text-lg">
        {t("tender.model.example")}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="data-table" tabIndex={0}>
        <table aria-labelledby="worked-example">
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" className={index === 0 ? "" : "numeric"}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {example.map(({ name, price, sharePercent, quality, score }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="numeric">{formatMoney(price, t.language)}</td>
                <td className="numeric">{formatPercent(sharePercent, t.language)}</td>
                <td className="numeric">{amount(quality, inSek)}</td>
                <td className="numeric">
                  {score === null ? (
                    t("tender.model.belowFloor")
                  ) : (
                    <strong>{amount(score, unit === "sek")}</strong>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
