import { Link, useActionData, useLoaderData } from "react-router";
import { AutosaveForm, SaveStatus } from "#app/components/autosave-form.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FaultText, inputLook } from "#app/components/field.tsx";
import { formatMoney, formatNumber } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useSaveFaults } from "#app/components/save-queue.tsx";
import { savingAction } from "#app/components/saving-action.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";
import { expectValue, guarded, param, refusedWith } from "#app/server/guard.ts";
import { type PriceSheetView, readPriceSheet } from "#app/services/response/read-price-sheet.ts";
import { savePrices } from "#app/services/response/save-prices.ts";

export const loader = guarded("response.read-own", async ({ app, actor, params }) =>
  expectValue(await readPriceSheet(app, actor, param(params, "tenderId"))),
);

interface Outcome {
  readonly faults: readonly Fault[];
  /** As typed, by item: what could not be stored stays in its field, also where scripts do not run. */
  readonly entered: Readonly<Record<string, string>>;
}

const prefix = "prices.";

export const action = guarded("response.edit", async ({ app, actor, params, request }) => {
  const data = await request.formData();
  const prices = [...data.entries()].flatMap(([name, value]) =>
    name.startsWith(prefix) && typeof value === "string"
      ? [{ item: name.slice(prefix.length), entered: value }]
      : [],
  );
  const saved = await savePrices(app, actor, param(params, "tenderId"), prices);
  const entered = Object.fromEntries(prices.map((price) => [price.item, price.entered]));
  const { faults } = saved.ok ? saved.value : saved;
  return faults.length === 0 ? { faults, entered } : refusedWith<Outcome>({ faults, entered });
});

export const clientAction = savingAction;

/** Each price saves by itself, so that nobody sends a colleague's along. */
export default function Prices() {
  const sheet = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useTranslate();
  const faults = useSaveFaults();
  if (sheet.fixedPriceSek !== null) {
    const amount = formatMoney(sheet.fixedPriceSek, t.language);
    return <PageHeader title={t("response.prices")} lead={t("response.fixedPrice", { amount })} />;
  }
  return (
    <>
      <PageHeader title={t("response.prices")} lead={t("response.pricesLead")} />
      <ErrorSummary faults={faults} unasked />
      {sheet.mayEdit && (
        <p className="mb-4">
          <SaveStatus />
        </p>
      )}
      <p className="mb-4 flex flex-wrap gap-x-6 gap-y-1">
        <a href={`/tenders/${sheet.tenderId}/respond/prices/download`} download>
          {t("response.priceSheet.download")}
        </a>
        {sheet.mayEdit && (
          <Link to={`/tenders/${sheet.tenderId}/respond/workbook`}>{t("response.priceSheet.upload")}</Link>
        )}
        <span className="text-ink-quiet text-sm">{t("response.priceSheet.hint")}</span>
      </p>
      <div className="printed">
        <DataTable
          caption={t("response.prices")}
          captionHidden
          rows={sheet.rows}
          rowKey={(row) => row.item}
          columns={[
            {
              id: "item",
              head: t("response.item"),
              cell: (row) => (
                <>
                  {row.name[t.language]}
                  <span className="block text-ink-quiet text-sm">
                    {formatNumber(row.volume, t.language)} × {row.unit[t.language]}
                  </span>
                </>
              ),
              foot: t("response.total"),
            },
            {
              id: "price",
              head: t("response.unitPrice"),
              numeric: true,
              cell: (row) => (
                <PriceInput
                  row={row}
                  faults={faults}
                  disabled={!sheet.mayEdit}
                  typed={
                    outcome !== undefined && outcome.faults.length > 0 ? outcome.entered[row.item] : undefined
                  }
                />
              ),
            },
            {
              id: "sum",
              head: t("response.sum"),
              numeric: true,
              cell: (row) => (row.sum === null ? "–" : formatMoney(row.sum, t.language)),
              foot: sheet.total === null ? "–" : formatMoney(sheet.total, t.language),
            },
          ]}
        />
      </div>
      <div className="mt-6 flex flex-col gap-3">
        {sheet.aboveCeiling === true && <Notice tone="danger">{t("response.aboveCeiling")}</Notice>}
        {sheet.missing.length > 0 && <p className="text-ink-quiet">{t("response.totalMissing")}</p>}
        {sheet.ceilingPriceSek !== null && (
          <p className="text-ink-quiet">
            {t("response.ceiling", { amount: formatMoney(sheet.ceilingPriceSek, t.language) })}
          </p>
        )}
      </div>
    </>
  );
}

function PriceInput({
  row,
  faults,
  disabled,
  typed,
}: {
  readonly row: PriceSheetView["rows"][number];
  readonly faults: readonly Fault[];
  readonly disabled: boolean;
  readonly typed: string | undefined;
}) {
  const t = useTranslate();
  const name = `${prefix}${row.item}`;
  const own = faults.filter((fault) => fault.place?.field === name);
  const stored = row.unitPrice ?? "";
  return (
    <AutosaveForm version={0} disabled={disabled}>
      <FaultText id={`${name}-fault`} faults={own} />
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        id={name}
        name={name}
        defaultValue={typed ?? (t.language === "sv" ? stored.replace(".", ",") : stored)}
        aria-label={t("response.unitPriceOf", { item: row.name[t.language] })}
        aria-invalid={own.length > 0 || undefined}
        aria-describedby={own.length > 0 ? `${name}-fault` : undefined}
        className={`${inputLook} ms-auto w-24 text-end sm:w-32`}
      />
    </AutosaveForm>
  );
}
