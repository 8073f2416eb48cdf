import { DataTable } from "#app/components/data-table.tsx";
import { Formula } from "#app/components/explanation-tree.tsx";
import { formatMoney, formatNumber, formatPercent } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { EvaluationModel } from "#app/domain/tender/tender.ts";
import type { ExampleBid } from "#app/domain/tender/worked-example.ts";

/** How bids become a ranking: the model in a sentence and as its formula, with the symbols explained. */
export function EvaluationModelText({ evaluation }: { readonly evaluation: EvaluationModel }) {
  const t = useTranslate();
  const weighted = evaluation.type === "weighted_points";
  return (
    <section>
      <h2 className="mb-2 text-lg">{t(`tender.model.${evaluation.type}`)}</h2>
      <p className="mb-3 max-w-measure">{t(`tender.model.${evaluation.type}_text`)}</p>
      <p className="overflow-x-auto rounded-md bg-sunken p-3">
        <Formula text={weighted ? "max(0, M · (b − p) / (b − a)) + Σ w · s" : "p − Σ v · s"} />
      </p>
      <p className="mt-2 max-w-measure text-ink-quiet text-sm">
        {weighted
          ? t("tender.model.symbolsPoints", {
              M: formatNumber(evaluation.priceWeight, t.language),
              a: formatMoney(evaluation.priceBounds.lower, t.language),
              b: formatMoney(evaluation.priceBounds.upper, t.language),
            })
          : t("tender.model.symbolsSek")}
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
  const weighted = evaluation.type === "weighted_points";
  const worth = (value: string) =>
    weighted ? formatNumber(value, t.language, { maxDecimals: 2 }) : formatMoney(value, t.language);
  return (
    <DataTable
      caption={t("tender.model.example")}
      rows={example}
      rowKey={({ name }) => name}
      columns={[
        { id: "bid", head: t("tender.model.bid"), cell: ({ name }) => name },
        {
          id: "price",
          head: t("tender.model.price"),
          numeric: true,
          cell: ({ price }) => formatMoney(price, t.language),
        },
        {
          id: "share",
          head: t("tender.model.share"),
          numeric: true,
          cell: ({ sharePercent }) => formatPercent(sharePercent, t.language),
        },
        {
          id: "quality",
          head: weighted ? t("tender.model.qualityPoints") : t("tender.model.deduction"),
          numeric: true,
          cell: ({ quality }) => worth(quality),
        },
        {
          id: "score",
          head: weighted ? t("tender.model.totalPoints") : t("tender.model.comparisonPrice"),
          numeric: true,
          cell: ({ score }) => <strong>{worth(score)}</strong>,
        },
      ]}
    />
  );
}
