import { type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { formatMoney, formatNumber } from "#app/components/format.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { VendorPatterns, VendorSwatch } from "#app/components/vendor-mark.tsx";
import { guarded, param } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { type PriceComparison, readPriceComparison } from "#app/services/evaluation/read-price-comparison.ts";
import type { Route } from "./+types/tenders.$tenderId.prices";

export const loader = guarded("price.read", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  return scored(await readPriceComparison(app, actor, tenderId), tenderId, request);
});

type Item = PriceComparison["items"][number];

export default function Prices({ loaderData: page }: Route.ComponentProps) {
  const t = useTranslate();
  const money = (value: string | null | undefined) => (value ? formatMoney(value, t.language) : "–");
  if (page.vendors.length === 0) return <EmptyState title={t("evaluation.comparison.none")} />;
  const columns: Column<Item>[] = [
    { id: "item", head: t("evaluation.prices.item"), cell: ({ name }) => name[t.language] },
    {
      id: "volume",
      head: t("evaluation.prices.volume"),
      numeric: true,
      cell: ({ volume, unit }) => `${formatNumber(volume, t.language)} ${unit[t.language]}`,
      foot: t("evaluation.comparison.price"),
    },
    ...page.vendors.map(
      ({ response, name, sheet }, index): Column<Item> => ({
        id: response,
        head: (
          <>
            <VendorSwatch index={index} /> {name}
          </>
        ),
        numeric: true,
        cell: ({ id }) => {
          const row = sheet.rows.find(({ item }) => item === id);
          return (
            <>
              {money(row?.sum)}
              <span className="block text-ink-quiet text-sm">
                {t("evaluation.prices.each", { price: money(row?.unitPrice) })}
              </span>
            </>
          );
        },
        foot: (
          <>
            {money(sheet.total)}
            {sheet.aboveCeiling && <Tag tone="danger">{t("evaluation.reason.ceiling_price")}</Tag>}
          </>
        ),
      }),
    ),
  ];
  return (
    <>
      <VendorPatterns />
      <PageHeader title={t("evaluation.prices.title")} lead={t("evaluation.prices.lead")} />
      <DataTable
        caption={t("evaluation.prices.title")}
        captionHidden
        columns={columns}
        rows={page.items}
        rowKey={({ id }) => id}
      />
    </>
  );
}
