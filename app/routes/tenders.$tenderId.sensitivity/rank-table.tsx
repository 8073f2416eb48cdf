import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatPercent } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import { VendorSwatch } from "#app/components/vendor-mark.tsx";
import type { SensitivityData } from "./page-data.ts";

export type RankRow = NonNullable<SensitivityData["ranks"]>["bids"][number];

/** How often each bid has each rank, as a bar and in figures. */
export function RankTable({
  bids,
  vendors,
  caption,
  captionHidden,
}: {
  readonly bids: readonly RankRow[];
  readonly vendors: SensitivityData["vendors"];
  readonly caption: string;
  readonly captionHidden: boolean;
}) {
  const t = useTranslate();
  const vendorOf = (response: string) => vendors.find((vendor) => vendor.response === response);
  const columns: Column<RankRow>[] = [
    {
      id: "vendor",
      head: t("laboratory.sensitivity.vendor"),
      cell: ({ response }) => (
        <span className="flex items-center gap-2">
          <span className="shrink-0">
            <VendorSwatch index={vendorOf(response)?.index ?? 0} />
          </span>
          {vendorOf(response)?.name ?? response}
        </span>
      ),
    },
    {
      id: "picture",
      head: <span className="sr-only">{t("laboratory.sensitivity.ranks.picture")}</span>,
      cell: ({ percents }) => <Stack percents={percents} />,
    },
    ...bids.map(
      (_, place): Column<RankRow> => ({
        id: String(place),
        head: t("laboratory.sensitivity.ranks.place", { place: place + 1 }),
        numeric: true,
        cell: ({ percents }) =>
          formatPercent(percents[place]?.decimal ?? "0", t.language, { minDecimals: 1, maxDecimals: 1 }),
      }),
    ),
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      columns={columns}
      rows={bids}
      rowKey={({ response }) => response}
    />
  );
}

/** One bar in as many parts as there are ranks, best first and darkest; the rank stands in parts wide enough for it. */
function Stack({ percents }: { percents: RankRow["percents"] }) {
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
