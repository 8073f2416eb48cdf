import { useId } from "react";
import { DataTable } from "#app/components/data-table.tsx";
import { formatMoney, formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { SensitivityData } from "./page-data.ts";

type Bar = SensitivityData["margins"][number];

/** The tornado: a table whose middle column is the picture. */
export function Margins({
  page: { margins, units },
  titleOf,
}: {
  readonly page: SensitivityData;
  readonly titleOf: (requirement: string) => string;
}) {
  const t = useTranslate();
  const hatch = useId();
  if (margins.length === 0) return null;
  const moving = margins.filter(({ minus, plus }) => minus.exact !== plus.exact);
  const others = margins.length - moving.length;
  const amount = (value: string) =>
    units.score === "points"
      ? formatNumber(value, t.language)
      : formatMoney(value, t.language, { maxDecimals: 0 });
  const ends = margins.flatMap(({ minus, plus }) => [Number(minus.decimal), Number(plus.decimal)]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  // Places on a picture, nothing else.
  const place = (value: number) => ((value - low) / (high - low || 1)) * 100;
  return (
    <section aria-labelledby="margins">
      <h2 id="margins" className="text-xl">
        {t("laboratory.sensitivity.margins.title")}
      </h2>
      <p className="mb-3 max-w-measure text-ink-quiet">{t("laboratory.sensitivity.margins.text")}</p>
      <svg width="0" height="0" aria-hidden="true" className="chart absolute">
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className="bar-missed" />
            <path d="M0 0v6" className="hatch" strokeWidth="3" />
          </pattern>
        </defs>
      </svg>
      <DataTable
        caption={t("laboratory.sensitivity.margins.title")}
        captionHidden
        rows={moving}
        rowKey={({ criterion }) => criterion ?? ""}
        columns={[
          {
            id: "part",
            head: t("laboratory.sensitivity.margins.part"),
            cell: ({ criterion, changePercent }) => (
              <>
                {criterion === null ? t("laboratory.price") : titleOf(criterion)}{" "}
                <span className="whitespace-nowrap font-normal text-ink-quiet text-sm">
                  ± {changePercent} %
                </span>
              </>
            ),
          },
          {
            id: "minus",
            head: t("laboratory.sensitivity.margins.minus"),
            numeric: true,
            cell: ({ minus }) => amount(minus.decimal),
          },
          {
            id: "picture",
            head: <span className="sr-only">{t("laboratory.sensitivity.margins.picture")}</span>,
            cell: (bar) => <Picture bar={bar} place={place} hatch={hatch} />,
          },
          {
            id: "plus",
            head: t("laboratory.sensitivity.margins.plus"),
            numeric: true,
            cell: ({ plus }) => amount(plus.decimal),
          },
        ]}
      />
      <p className="mt-2 text-ink-quiet text-sm">{t("laboratory.sensitivity.margins.zero")}</p>
      {others > 0 && <p className="mt-2">{t("laboratory.sensitivity.margins.others", { count: others })}</p>}
    </section>
  );
}

/** From the one margin to the other; the part beyond zero is striped. */
function Picture({ bar, place, hatch }: { bar: Bar; place: (value: number) => number; hatch: string }) {
  const [from, to] = [Number(bar.minus.decimal), Number(bar.plus.decimal)].sort((a, b) => a - b);
  const part = (start = 0, end = 0) => ({
    x: `${place(start).toFixed(2)}%`,
    width: `${Math.max(0.4, place(end) - place(start)).toFixed(2)}%`,
  });
  return (
    <svg className="chart min-w-32" width="100%" height="20" aria-hidden="true">
      {from !== undefined && to !== undefined && (
        <>
          {to > 0 && <rect className="bar-met" {...part(Math.max(0, from), to)} y="4" height="12" />}
          {from < 0 && <rect fill={`url(#${hatch})`} {...part(from, Math.min(0, to))} y="4" height="12" />}
        </>
      )}
      <line className="target" x1={`${place(0)}%`} x2={`${place(0)}%`} y1="0" y2="20" />
    </svg>
  );
}
