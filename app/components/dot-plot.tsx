import type { ReactNode } from "react";
import { formatNumber, formatQuantity } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";

export interface DotPlotRow {
  readonly key: string;
  readonly label: ReactNode;
  /** Decimal string; null is "no data" and has no dot. */
  readonly value: string | null;
  /** The row that counts here, for example the variant of the contract. */
  readonly chosen?: boolean;
}

/**
 * Few values on one scale, one row each: a table whose middle column is the picture, so that reading it aloud and
 * looking at it give the same. `target` draws a line through all rows.
 */
export function DotPlot({
  caption,
  rows,
  min = "0",
  max = "100",
  target,
  unit,
  maxDecimals = 1,
}: {
  readonly caption: ReactNode;
  readonly rows: readonly DotPlotRow[];
  readonly min?: string;
  readonly max?: string;
  readonly target?: string;
  readonly unit: string;
  readonly maxDecimals?: number;
}) {
  const t = useTranslate();
  // Places on a picture, nothing else: a hundredth of a per cent of the width is less than a pixel.
  const place = (value: string) => {
    const share = (Number(value) - Number(min)) / (Number(max) - Number(min));
    return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
  };
  const number = (value: string) => formatNumber(value, t.language, { maxDecimals });
  // The values stand below each other.
  const whole = rows.every(({ value }) => value === null || !value.includes("."));
  const sameDecimals = { maxDecimals, ...(whole ? {} : { minDecimals: maxDecimals }) };
  return (
    <table className="dot-plot">
      <caption className="mb-2 text-start text-ink-quiet text-sm">{caption}</caption>
      <thead aria-hidden="true">
        <tr>
          <td />
          <td>
            <svg
              aria-hidden="true"
              className="chart overflow-visible"
              width="100%"
              height="100%"
              fontSize="11"
            >
              {[min, ...(target === undefined ? [max] : [target, max])].map((value) => (
                <text
                  key={value}
                  x={place(value)}
                  y="14"
                  textAnchor="middle"
                  className={value === target ? "strong" : ""}
                >
                  {number(value)}
                </text>
              ))}
            </svg>
          </td>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, value, chosen = false }) => (
          <tr key={key} className={chosen ? "font-semibold" : ""}>
            <th scope="row">{label}</th>
            <td aria-hidden="true">
              <svg aria-hidden="true" className="chart overflow-visible" width="100%" height="100%">
                <line className="axis" x1="0" x2="100%" y1="50%" y2="50%" />
                {target !== undefined && (
                  <line className="target" x1={place(target)} x2={place(target)} y1="0" y2="100%" />
                )}
                {value !== null && (
                  <circle
                    className={chosen ? "dot-chosen" : "dot"}
                    cx={place(value)}
                    cy="50%"
                    r="5.5"
                    strokeWidth="2"
                  />
                )}
              </svg>
            </td>
            <td>
              {value === null ? t("common.noData") : formatQuantity(value, unit, t.language, sameDecimals)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
