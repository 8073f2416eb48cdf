import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatNumber, formatPercent } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import { VendorSwatch } from "#app/components/vendor-mark.tsx";
import type { SensitivityData } from "./page-data.ts";

type Row = NonNullable<SensitivityData["ranks"]>["bids"][number];

/** Rank acceptability: how large a part of all weights puts each bid first, second and so on. */
export function Ranks({
  page: { ranks, units, vendors },
  nameOf,
}: {
  readonly page: SensitivityData;
  readonly nameOf: (response: string) => string;
}) {
  const t = useTranslate();
  if (ranks === null) return null;
  const { sampled, bids } = ranks;
  const indexOf = (response: string) => vendors.find((vendor) => vendor.response === response)?.index ?? 0;
  const columns: Column<Row>[] = [
    {
      id: "vendor",
      head: t("laboratory.sensitivity.vendor"),
      cell: ({ response }) => (
        <span className="flex items-center gap-2">
          <span className="shrink-0">
            <VendorSwatch index={indexOf(response)} />
          </span>
          {nameOf(response)}
        </span>
      ),
    },
    {
      id: "picture",
      head: <span className="sr-only">{t("laboratory.sensitivity.ranks.picture")}</span>,
      cell: ({ percents }) => <Stack percents={percents} />,
    },
    ...bids.map(
      (_, place): Column<Row> => ({
        id: String(place),
        head: t("laboratory.sensitivity.ranks.place", { place: place + 1 }),
        numeric: true,
        cell: ({ percents }) =>
          formatPercent(percents[place]?.decimal ?? "0", t.language, { minDecimals: 1, maxDecimals: 1 }),
      }),
    ),
  ];
  return (
    <section aria-labelledby="ranks">
      <h2 id="ranks" className="text-xl">
        {t("laboratory.sensitivity.ranks.title")}
      </h2>
      <p className="max-w-measure text-ink-quiet">
        {t(
          sampled === null ? "laboratory.sensitivity.ranks.text" : "laboratory.sensitivity.ranks.textSampled",
        )}{" "}
        {units.worth === "sek" && t("laboratory.sensitivity.ranks.scale")}
      </p>
      <p className="mt-1 mb-3 max-w-measure text-ink-quiet">
        {sampled === null
          ? t("laboratory.sensitivity.ranks.exact")
          : t("laboratory.sensitivity.ranks.sampled", {
              samples: formatNumber(String(sampled.samples), t.language),
              seed: sampled.seed,
              error: formatNumber(sampled.errorPercent, t.language),
            })}
      </p>
      <DataTable
        caption={t("laboratory.sensitivity.ranks.title")}
        captionHidden
        columns={columns}
        rows={bids}
        rowKey={({ response }) => response}
      />
    </section>
  );
}

/** One bar in as many parts as there are ranks, best first and darkest; the rank stands in parts wide enough for it. */
function Stack({ percents }: { percents: Row["percents"] }) {
  let start = 0;
  const parts = percents.map(({ decimal }, place) => {
    const from = start;
    start += Number(decimal);
    return { place, from, width: Number(decimal), opacity: 1 - place / Math.max(2, percents.length) };
  });
  return (
    <svg className="chart min-w-32" width="100%" height="22" aria-hidden="true" fontSize="12">
      {parts
        .filter(({ width }) => width > 0)
        .map(({ place, from, width, opacity }) => (
          <g key={place}>
            <rect
              className="bar-met stroke-surface"
              x={`${from.toFixed(2)}%`}
              width={`${width.toFixed(2)}%`}
              height="22"
              fillOpacity={opacity}
            />
            {width > 8 && (
              <text
                className={opacity > 0.6 ? "fill-on-accent" : "fill-ink"}
                x={`${(from + width / 2).toFixed(2)}%`}
                y="15"
                textAnchor="middle"
              >
                {place + 1}
              </text>
            )}
          </g>
        ))}
    </svg>
  );
}
