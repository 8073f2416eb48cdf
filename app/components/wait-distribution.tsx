import { useId } from "react";
import { DataTable } from "#app/components/data-table.tsx";
import { formatNumber, formatPercent } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { WaitClass } from "#app/domain/measurement/wait-distribution.ts";

const height = 190;
const top = 22;
const bottom = 26;

/** How long callers waited: bars of answered calls, hatched ones of abandoned on top, and the line of the threshold. */
export function WaitDistribution({
  waits,
  thresholdS,
}: {
  readonly waits: readonly WaitClass[];
  readonly thresholdS: number;
}) {
  const t = useTranslate();
  const id = useId();
  const most = Math.max(1, ...waits.map(({ answered, abandoned }) => answered + abandoned));
  const step = 100 / waits.length;
  const tall = (calls: number) => ((height - top - bottom) * calls) / most;
  const base = height - bottom;
  const limit = `${(step * waits.filter(({ to }) => to !== null && to <= thresholdS).length).toFixed(2)}%`;
  return (
    <section aria-labelledby="waits">
      <h2 id="waits" className="mb-3 text-xl">
        {t("measurement.waits")}
      </h2>
      <svg className="chart" role="img" aria-labelledby={`${id}t`} width="100%" height={height}>
        <title id={`${id}t`}>{t("measurement.waitsTitle", { seconds: thresholdS })}</title>
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
        {waits.map(({ from, to, answered, abandoned }, index) => {
          const x = `${(step * (index + 0.08)).toFixed(2)}%`;
          const width = `${(step * 0.84).toFixed(2)}%`;
          const marked = to === null || from % thresholdS === 0;
          return (
            <g key={from}>
              <rect
                className="bar-met"
                x={x}
                y={base - tall(answered)}
                width={width}
                height={tall(answered)}
              />
              <rect
                fill={`url(#${id}h)`}
                x={x}
                y={base - tall(answered + abandoned)}
                width={width}
                height={tall(abandoned)}
              />
              {marked && (
                <text
                  x={to === null ? "100%" : `${(step * index).toFixed(2)}%`}
                  y={height - 8}
                  fontSize="12"
                  textAnchor={to === null ? "end" : index === 0 ? "start" : "middle"}
                >
                  {to === null ? `> ${from} s` : from}
                </text>
              )}
            </g>
          );
        })}
        <line className="baseline" x1="0" x2="100%" y1={base} y2={base} />
        <line className="target" x1={limit} x2={limit} y1={top - 6} y2={base} strokeWidth="1.5" />
        <text x={limit} y={top - 10} fontSize="12" textAnchor="middle" className="strong">
          {thresholdS} s
        </text>
      </svg>
      <p className="mt-1 text-ink-quiet text-sm">{t("measurement.waitsLegend", { seconds: thresholdS })}</p>
      <details className="mt-2">
        <summary className="text-accent text-sm">{t("common.asTable")}</summary>
        <WaitTable waits={waits} />
      </details>
    </section>
  );
}

function WaitTable({ waits }: { waits: readonly WaitClass[] }) {
  const t = useTranslate();
  const total = waits.reduce((sum, { answered }) => sum + answered, 0);
  let within = 0;
  const rows = waits.map((each) => {
    within += each.answered;
    return { ...each, within };
  });
  const number = (calls: number) => formatNumber(String(calls), t.language);
  return (
    <div className="mt-2">
      <DataTable
        caption={t("measurement.waits")}
        captionHidden
        rows={rows}
        rowKey={({ from }) => String(from)}
        columns={[
          {
            id: "wait",
            head: t("measurement.wait"),
            cell: ({ from, to }) =>
              to === null ? `> ${from} s` : `${from === 0 ? "" : `> ${from}, `}≤ ${to} s`,
          },
          {
            id: "answered",
            head: t("measurement.counts.answered"),
            numeric: true,
            cell: ({ answered }) => number(answered),
          },
          {
            id: "abandoned",
            head: t("measurement.counts.abandoned"),
            numeric: true,
            cell: ({ abandoned }) => number(abandoned),
          },
          {
            id: "share",
            head: t("measurement.answeredUpTo"),
            numeric: true,
            cell: (row) =>
              total === 0 ? "–" : formatPercent(((100 * row.within) / total).toFixed(2), t.language),
          },
        ]}
      />
    </div>
  );
}
