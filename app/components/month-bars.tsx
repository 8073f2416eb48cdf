import { type ReactNode, useId } from "react";
import { formatNumber, formatQuantity } from "#app/components/format.ts";
import { type Direction, meetsTarget } from "#app/components/target.ts";
import { useTranslate } from "#app/components/translation.tsx";

export interface MonthBar {
  readonly key: string;
  readonly label: string;
  /** Instead of the label below the bar, where many stand side by side: the month, and the year where it begins. */
  readonly short?: readonly [month: string, year: string | null];
  /** Decimal string; null is "no data". */
  readonly value: string | null;
}

const height = 200;
const top = 24;
const bottom = 40;
/** Places for bars in the whole width: fewer months leave places free at the right, and do not widen the bars. */
const fewestPlaces = 8;

/**
 * One bar a month against the target. A miss is hatched, not only red; no data is an empty frame with a dash. Value
 * and month stand at each bar, so there is no axis to read off.
 */
export function MonthBars({
  caption,
  months,
  target,
  max,
  unit,
  direction = "higher",
  maxDecimals = 1,
}: {
  readonly caption: ReactNode;
  readonly months: readonly MonthBar[];
  readonly target: string;
  /** Top of the scale, which starts at 0. */
  readonly max: string;
  readonly unit: string;
  readonly direction?: Direction;
  readonly maxDecimals?: number;
}) {
  const t = useTranslate();
  const id = useId();
  const y = (value: string) => {
    const share = Math.min(1, Math.max(0, Number(value) / Number(max)));
    return height - bottom - share * (height - top - bottom);
  };
  const whole = months.every(({ value }) => value === null || !value.includes("."));
  const words = (value: string) =>
    formatNumber(value, t.language, { maxDecimals, ...(whole ? {} : { minDecimals: maxDecimals }) });
  const quantity = (value: string) => formatQuantity(value, unit, t.language, { maxDecimals });
  const step = 100 / Math.max(months.length, fewestPlaces);
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 font-medium">{caption}</figcaption>
      <div className="overflow-x-auto">
        <svg
          className={months.length > fewestPlaces ? "chart min-w-[36rem]" : "chart"}
          role="img"
          aria-labelledby={`${id}d`}
          width="100%"
          height={height}
        >
          <title id={`${id}d`}>
            {months
              .map(({ label, value }) => `${label}: ${value === null ? t("common.noData") : quantity(value)}`)
              .join("; ")}
          </title>
          <defs>
            <pattern
              id={`${id}h`}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" className="bar-missed" />
              <path d="M0 0v6" className="hatch" strokeWidth="3" />
            </pattern>
          </defs>
          <line className="baseline" x1="0" x2="100%" y1={height - bottom} y2={height - bottom} />
          <line className="target" x1="0" x2="100%" y1={y(target)} y2={y(target)} strokeWidth="1.5" />
          {months.map(({ key, label, short = [label, null], value }, index) => {
            const x = `${(index + 0.18) * step}%`;
            const width = `${0.64 * step}%`;
            const middle = `${(index + 0.5) * step}%`;
            const met = meetsTarget(value, target, direction);
            const from = value === null ? height - bottom - 24 : y(value);
            return (
              <g key={key}>
                <rect
                  x={x}
                  y={from}
                  width={width}
                  height={height - bottom - from}
                  {...(value === null
                    ? { className: "empty", strokeDasharray: "3 3" }
                    : met
                      ? { className: "bar-met" }
                      : { fill: `url(#${id}h)` })}
                />
                <text x={middle} y={from - 6} textAnchor="middle" fontSize="12" className="strong">
                  {value === null ? "–" : words(value)}
                </text>
                {short.map((line, row) => (
                  <text
                    key={row === 0 ? "month" : "year"}
                    x={middle}
                    y={height - 24 + row * 16}
                    textAnchor="middle"
                    fontSize="12"
                  >
                    {line}
                  </text>
                ))}
              </g>
            );
          })}
        </svg>
      </div>
      <p className="mt-1 text-ink-quiet text-sm">{t("common.targetLine", { target: quantity(target) })}</p>
    </figure>
  );
}
