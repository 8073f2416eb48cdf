import { useId } from "react";
import { DataTable } from "#app/components/data-table.tsx";
import { formatMoney, formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import { curvePicture, type PlacedCurves } from "#app/domain/laboratory/curve-picture.ts";
import type { PriceCurve } from "#app/domain/laboratory/price-effect.ts";
import type { ScoreUnit } from "#app/domain/tender/model-units.ts";
import { lineOf } from "./bid-line.tsx";

/** Result by price, one line per bid: straight and parallel lines say that every krona counts alike for all. */
export function PriceCurves({
  curves,
  picture,
  score,
  relative,
}: {
  readonly curves: readonly PriceCurve[];
  readonly picture: PlacedCurves;
  readonly score: ScoreUnit;
  readonly relative: boolean;
}) {
  const t = useTranslate();
  const id = useId();
  const inSek = score === "sek";
  const money = (value: string) => formatMoney(value, t.language, { maxDecimals: 0 });
  const amount = (value: string) => (inSek ? money(value) : formatNumber(value, t.language));
  const [first] = curves;
  const { height, bottom } = curvePicture;
  if (first === undefined) return null;
  return (
    <section aria-labelledby={`${id}t`}>
      <h2 id={`${id}t`} className="text-xl">
        {t("laboratory.curve.title")}
      </h2>
      <p className="mb-3 max-w-measure text-ink-quiet">
        {t("laboratory.curve.text")} {t(inSek ? "laboratory.curve.lowest" : "laboratory.curve.highest")}{" "}
        {relative && t("laboratory.curve.flat")}
      </p>
      <svg className="chart" role="img" aria-labelledby={`${id}d`} width="100%" height={height} fontSize="12">
        <title id={`${id}d`}>{t("laboratory.curve.title")}</title>
        <line className="baseline" x1="0" x2="100%" y1={height - bottom} y2={height - bottom} />
        {picture.ends.map(({ x, price }, index) => (
          <text
            key={price}
            x={x}
            y={height - 12}
            textAnchor={index === 0 ? "start" : index === picture.ends.length - 1 ? "end" : "middle"}
          >
            {money(price)}
          </text>
        ))}
        {picture.curves.map(({ bid, points, at }, index) => (
          <g key={bid} className={lineOf(index).className}>
            {points.slice(1).map((point, i) => {
              const from = points[i] ?? point;
              return (
                <line key={point.x} x1={from.x} y1={from.y} x2={point.x} y2={point.y} {...lineOf(index)} />
              );
            })}
            <circle
              cx={at.x}
              cy={at.y}
              r="10"
              className="fill-surface"
              stroke="currentColor"
              strokeWidth="2"
            />
            <text x={at.x} y={at.y + 4} textAnchor="middle" className="strong">
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
