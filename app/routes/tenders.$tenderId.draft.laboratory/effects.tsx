import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatMoney, formatPercent } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import { WorthStability } from "#app/components/worth-stability.tsx";
import type { LaboratoryOutcome } from "#app/services/laboratory/read-laboratory.ts";
import type { LaboratoryData } from "./page-data.ts";
import { PriceCurves } from "./price-curves.tsx";

type Page = LaboratoryData["page"];

/** What the model does with price and quality, on the bids of the table. */
export function Effects({ page, outcome }: { page: Page; outcome: LaboratoryOutcome }) {
  const t = useTranslate();
  return (
    <div className="mt-10 flex flex-col gap-10">
      {outcome.costs.length > 0 && <Costs outcome={outcome} points={page.units.worth === "points"} />}
      <PriceCurves
        curves={outcome.curves}
        picture={outcome.picture}
        score={page.units.score}
        relative={page.relative}
      />
      <section aria-labelledby="effect" className="grid gap-8 md:grid-cols-2">
        <div>
          <h2 id="effect" className="mb-2 text-lg">
            {t("laboratory.effect.title")}
          </h2>
          <WithoutEffect page={page} />
        </div>
        <div>
          <h2 className="mb-2 text-lg">{t("laboratory.leaveOut.title")}</h2>
          <p>
            {outcome.dependsOn.length === 0
              ? t("laboratory.leaveOut.none")
              : t("laboratory.leaveOut.some", { bids: outcome.dependsOn.join(", ") })}
          </p>
        </div>
      </section>
      <WorthStability
        stability={outcome.stability}
        points={page.units.worth === "points"}
        nameOf={(part) => page.parts.find(({ id }) => id === part)?.title[t.language] ?? part}
        rivalOf={(bid) => bid}
      />
    </div>
  );
}

function Costs({ outcome: { costs, largestPart }, points }: { outcome: LaboratoryOutcome; points: boolean }) {
  const t = useTranslate();
  const money = (value: string) => formatMoney(value, t.language, { maxDecimals: 0 });
  type Cost = (typeof costs)[number];
  const columns: Column<Cost>[] = [
    { id: "bid", head: t("laboratory.bids"), cell: ({ bid }) => t("laboratory.bid", { id: bid }) },
    {
      id: "point",
      head: t("laboratory.costs.point"),
      numeric: true,
      cell: ({ point }) => (point ? money(point.decimal) : t("laboratory.costs.free")),
    },
    {
      id: "largest",
      head: t("laboratory.costs.largest", { part: largestPart?.title[t.language] ?? "" }),
      numeric: true,
      cell: ({ largestPart: cost }) => (cost ? money(cost.decimal) : t("laboratory.costs.free")),
    },
    {
      id: "ofPrice",
      head: t("laboratory.costs.ofPrice"),
      numeric: true,
      cell: ({ percentOfPrice }) =>
        percentOfPrice ? formatPercent(percentOfPrice.decimal, t.language) : "–",
    },
  ];
  return (
    <section aria-labelledby="costs">
      <h2 id="costs" className="text-xl">
        {t("laboratory.costs.title")}
      </h2>
      <p className="mb-3 max-w-measure text-ink-quiet">{t("laboratory.costs.text")}</p>
      <DataTable
        caption={t("laboratory.costs.title")}
        captionHidden
        columns={columns.filter(({ id }) => points || id !== "point")}
        rows={costs}
        rowKey={({ bid }) => bid}
      />
    </section>
  );
}

function WithoutEffect({ page: { withoutEffect } }: { page: Page }) {
  const t = useTranslate();
  if (withoutEffect === null) return null;
  const { top, from, percent } = withoutEffect;
  const money = (value: string) => formatMoney(value, t.language, { maxDecimals: 0 });
  return (
    <p>
      {from === null
        ? t("laboratory.effect.all", { top: money(top.decimal) })
        : t("laboratory.effect.some", {
            top: money(top.decimal),
            from: money(from.decimal),
            percent: formatPercent(percent.decimal, t.language),
          })}
    </p>
  );
}
