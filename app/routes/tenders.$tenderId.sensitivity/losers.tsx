import { type Column, DataTable } from "#app/components/data-table.tsx";
import { formatMoney, formatPercent } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import { VendorSwatch } from "#app/components/vendor-mark.tsx";
import type { SensitivityData } from "./page-data.ts";

interface Named {
  readonly page: SensitivityData;
  readonly nameOf: (response: string) => string;
}

/** How much cheaper each losing bid had to be. */
export function BreakEven({ page, nameOf }: Named) {
  const t = useTranslate();
  const money = (value: string) => formatMoney(value, t.language);
  type Row = SensitivityData["breakEven"][number];
  const columns: Column<Row>[] = [
    {
      id: "vendor",
      head: t("laboratory.sensitivity.vendor"),
      cell: ({ response }) => <Vendor page={page} response={response} nameOf={nameOf} />,
    },
    {
      id: "price",
      head: t("laboratory.sensitivity.breakEven.price"),
      numeric: true,
      cell: ({ price }) => money(price.decimal),
    },
    {
      id: "at",
      head: t("laboratory.sensitivity.breakEven.at"),
      numeric: true,
      cell: ({ breakEven }) =>
        breakEven ? <strong>{money(breakEven.decimal)}</strong> : t("laboratory.sensitivity.breakEven.never"),
    },
    {
      id: "reduction",
      head: t("laboratory.sensitivity.breakEven.reduction"),
      numeric: true,
      cell: ({ reduction }) => (reduction ? money(reduction.decimal) : "–"),
    },
    {
      id: "percent",
      head: t("laboratory.sensitivity.breakEven.percent"),
      numeric: true,
      cell: ({ reductionPercent }) =>
        reductionPercent ? formatPercent(reductionPercent.decimal, t.language) : "–",
    },
  ];
  return (
    <section aria-labelledby="break-even">
      <h2 id="break-even" className="text-xl">
        {t("laboratory.sensitivity.breakEven.title")}
      </h2>
      <p className="mb-3 max-w-measure text-ink-quiet">{t("laboratory.sensitivity.breakEven.text")}</p>
      <DataTable
        caption={t("laboratory.sensitivity.breakEven.title")}
        captionHidden
        columns={columns}
        rows={page.breakEven}
        rowKey={({ response }) => response}
      />
    </section>
  );
}

/** The single scores that the award hangs on. */
export function Flips({ page, nameOf, titleOf }: Named & { titleOf: (requirement: string) => string }) {
  const t = useTranslate();
  const percent = (value: string) => formatPercent(value, t.language, { maxDecimals: 1 });
  type Row = SensitivityData["flips"][number];
  const columns: Column<Row>[] = [
    {
      id: "requirement",
      head: t("laboratory.sensitivity.flips.requirement"),
      cell: ({ requirement }) => (
        <>
          {titleOf(requirement)}{" "}
          <span className="font-mono font-normal text-ink-quiet text-sm">{requirement}</span>
        </>
      ),
    },
    {
      id: "vendor",
      head: t("laboratory.sensitivity.vendor"),
      cell: ({ response }) => <Vendor page={page} response={response} nameOf={nameOf} />,
    },
    {
      id: "change",
      head: t("laboratory.sensitivity.flips.change"),
      numeric: true,
      cell: ({ from, to }) => `${percent(from.decimal)} → ${percent(to.decimal)}`,
    },
    {
      id: "first",
      head: t("laboratory.sensitivity.flips.first"),
      cell: ({ newFirst }) =>
        newFirst.length === 1
          ? nameOf(newFirst[0] ?? "")
          : t("laboratory.sensitivity.flips.tie", { vendors: newFirst.map(nameOf).join(", ") }),
    },
  ];
  return (
    <section aria-labelledby="flips">
      <h2 id="flips" className="text-xl">
        {t("laboratory.sensitivity.flips.title")}
      </h2>
      <p className="mb-3 max-w-measure text-ink-quiet">
        {t(page.flipCount === 0 ? "laboratory.sensitivity.flips.none" : "laboratory.sensitivity.flips.text")}
      </p>
      {page.flipCount > 0 && (
        <DataTable
          caption={t("laboratory.sensitivity.flips.shown", {
            shown: page.flips.length,
            count: page.flipCount,
          })}
          columns={columns}
          rows={page.flips}
          rowKey={({ response, requirement }) => `${response} ${requirement}`}
        />
      )}
    </section>
  );
}

function Vendor({ page, response, nameOf }: Named & { response: string }) {
  const index = page.vendors.find((vendor) => vendor.response === response)?.index ?? 0;
  return (
    <span className="flex items-center gap-2">
      <span className="shrink-0">
        <VendorSwatch index={index} />
      </span>
      {nameOf(response)}
    </span>
  );
}
