import { DataTable } from "#app/components/data-table.tsx";
import { comparatorSign, formatNumber, formatPercent } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { SamplePlan } from "#app/domain/tender/sample-plan.ts";

/** How many calls, and months of them, it takes to prove the limit just written. */
export function SamplePlanTable({ plan }: { readonly plan: SamplePlan }) {
  const t = useTranslate();
  const number = (value: number | string) => formatNumber(String(value), t.language);
  const limit = `${comparatorSign(plan.comparator)} ${formatPercent(plan.threshold, t.language)}`;
  const [first] = plan.rows;
  return (
    <section aria-labelledby="sample-plan">
      <h2 id="sample-plan" className="mb-2 text-lg">
        {t("tender.sample.title", { limit })}
      </h2>
      {first && (
        <p className="mb-3 max-w-measure">
          {t("tender.sample.text", { limit, calls: number(first.calls) })}{" "}
          {plan.callsPerMonth === null
            ? t("tender.sample.noVolume")
            : t("tender.sample.volume", { calls: number(plan.callsPerMonth) })}
        </p>
      )}
      <DataTable
        caption={t("tender.sample.title", { limit })}
        captionHidden
        rows={plan.rows}
        rowKey={({ failures }) => String(failures)}
        columns={[
          { id: "failures", head: t("tender.sample.failures"), cell: ({ failures }) => failures },
          {
            id: "calls",
            head: t("tender.sample.calls"),
            numeric: true,
            cell: ({ calls }) => number(calls),
          },
          {
            id: "months",
            head: t("tender.sample.months"),
            numeric: true,
            cell: ({ months }) => (months === null ? "–" : number(months)),
          },
          {
            id: "good",
            head: t("tender.sample.good"),
            numeric: true,
            cell: ({ goodSupplier }) => formatPercent(goodSupplier, t.language),
          },
        ]}
      />
      <p className="mt-2 text-ink-quiet text-sm">{t("tender.sample.goodText")}</p>
    </section>
  );
}
