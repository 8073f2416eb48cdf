import { useId } from "react";
import { DataTable } from "#app/components/data-table.tsx";
import { formatMoney, formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import { vendorMark } from "#app/components/vendor-mark.tsx";
import type { PriceCurve } from "#app/domain/laboratory/price-effect.ts";
import type { ScoreUnit } from "#app/domain/tender/model-units.ts";

const height = 320;
const top = 16;
const bottom = 36;
const dashes = ["", "8 4", "2 4", "10 3 2 3", "4 4", "12 6"];

/** Result by price, one line per bid: straight and parallel lines say that every krona counts alike for all. */
export function PriceCurves({
  curves,
  score,
}: {
  readonly curves: readonly PriceCurve[];
  readonly score: ScoreUnit;
}) {
  const t = useTranslate();
  const id = useId();
  const inSek = score === "sek";
  const money = (value: string) => formatMoney(value, t.language, { maxDecimals: 0 });
  const amount = (value: string) => (inSek ? money(value) : formatNumber(value, t.language));
  const [first] = curves;
  if (first === undefined) return null;
  // Places on a picture, nothing else.
  const scale = (values: readonly string[]) => {
    const numbers = values.map(Number);
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    return (value: string) => (high > low ? (Number(value) - low) / (high - low) : 0.5);
  };
  const prices = first.points.map(({ price }) => price.decimal);
  const scores = curves.flatMap(({ points }) => points.map(({ score }) => score.decimal));
  const across = scale(prices);
  const up = scale(scores);
  const x = (price: string) => `${(4 + 92 * across(price)).toFixed(2)}%`;
  const y = (score: string) => top + (1 - up(score)) * (height - top - bottom);
  const ends = [prices[0], prices[Math.floor(prices.length / 2)], prices.at(-1)].filter(
    (p) => p !== undefined,
  );
  return (
    <section aria-labelledby={`${id}t`}>
      <h2 id={`${id}t`} className="text-xl">
        {t("laboratory.curve.title")}
      </h2>
      <p className="mb-3 max-w-measure text-ink-quiet">
        {t("laboratory.curve.text")} {t(inSek ? "laboratory.curve.lowest" : "laboratory.curve.highest")}
      </p>
      <svg className="chart" role="img" aria-labelledby={`${id}d`} width="100%" height={height} fontSize="12">
        <title id={`${id}d`}>{t("laboratory.curve.title")}</title>
        <line className="baseline" x1="0" x2="100%" y1={height - bottom} y2={height - bottom} />
        {ends.map((price, index) => (
          <text
            key={price}
            x={x(price)}
            y={height - 12}
            textAnchor={index === 0 ? "start" : index === ends.length - 1 ? "end" : "middle"}
          >
            {money(price)}
          </text>
        ))}
        {curves.map(({ bid, points, at }, index) => (
          <g key={bid} className={vendorMark(index).className}>
            {points.slice(1).map((point, i) => {
              const from = points[i] ?? point;
              return (
                <line
                  key={point.price.exact}
                  x1={x(from.price.decimal)}
                  y1={y(from.score.decimal)}
                  x2={x(point.price.decimal)}
                  y2={y(point.score.decimal)}
                  stroke="currentColor"
                  strokeWidth="2"
                  strokeDasharray={dashes[index]}
                />
              );
            })}
            <circle
              cx={x(at.price.decimal)}
              cy={y(at.score.decimal)}
              r="10"
              className="fill-surface"
              stroke="currentColor"
              strokeWidth="2"
            />
            <text x={x(at.price.decimal)} y={y(at.score.decimal) + 4} textAnchor="middle" className="strong">
              {bid}
            </text>
          </g>
        ))}
      </svg>
      <details className="mt-2">
        <summary>{t("common.asTable")}</summary>
        <DataTable
          caption={t("laboratory.curve.title")}
          captionHidden
          rows={first.points.map(({ price }, row) => ({ price, row }))}
          rowKey={({ price }) => price.exact}
          columns={[
            { id: "price", head: t("laboratory.curve.at"), cell: ({ price }) => money(price.decimal) },
            ...curves.map(({ bid, points }) => ({
              id: bid,
              head: t("laboratory.bid", { id: bid }),
              numeric: true,
              cell: ({ row }: { row: number }) => amount(points[row]?.score.decimal ?? ""),
            })),
          ]}
        />
      </details>
    </section>
  );
}
