import { DotPlot } from "#app/components/dot-plot.tsx";
import { formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { MonthFigures } from "#app/domain/measurement/measure.ts";
import { isServiceLevelVariant, variantIds, variantNames } from "#app/domain/measurement/variant-names.ts";

/** The same calls by all eight formulas, with their fractions, and how far apart they lie. */
export function ServiceLevelVariants({
  month,
  spread,
  chosen,
  target,
}: {
  readonly month: MonthFigures;
  readonly spread: string | null;
  readonly chosen: string;
  readonly target: string;
}) {
  const t = useTranslate();
  const variants = Object.entries(month.service_level.variants);
  const count = (calls: number) => formatNumber(String(calls), t.language);
  // Whole tens below the lowest, so that the picture shows the spread and not the empty space.
  const values = variants.flatMap(([, { value }]) => (value === null ? [] : [Number(value)]));
  const least = Math.floor(Math.min(90, Number(target) - 1, ...values) / 10) * 10;
  return (
    <section aria-labelledby="variants">
      <h2 id="variants" className="text-xl">
        {t("measurement.variants")}
      </h2>
      {spread !== null && (
        <p className="font-medium">
          {t("measurement.spread", { spread: formatNumber(spread, t.language, { maxDecimals: 2 }) })}
        </p>
      )}
      <DotPlot
        caption={t("measurement.variantsLead")}
        rows={variants.map(([variant, { value, numerator, denominator }]) => ({
          key: variant,
          label: (
            <>
              {isServiceLevelVariant(variant) &&
                `${variantIds[variant]}: ${variantNames[variant][t.language]}`}{" "}
              <span className="whitespace-nowrap font-normal text-ink-quiet tabular-nums">
                {count(numerator)} / {count(denominator)}
              </span>
            </>
          ),
          value,
          chosen: variant === chosen,
        }))}
        min={String(Math.max(0, least))}
        target={target}
        unit="%"
        maxDecimals={2}
      />
    </section>
  );
}
