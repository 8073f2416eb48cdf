import { formatNumber } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { SimulatedDependence } from "#app/domain/tender/simulated-dependence.ts";

/** A relative model says so wherever it is read or approved, with the figures that the buyer has acknowledged. */
export function DependenceNotice({ dependence }: { readonly dependence: SimulatedDependence | null }) {
  const t = useTranslate();
  if (dependence === null) return null;
  const { markets, seed, flipPercent, orderPercent } = dependence;
  return (
    <Notice tone="warning" title={t("tender.model.relativeNote")}>
      <p>
        {t("tender.model.simulated", {
          markets: formatNumber(String(markets), t.language),
          seed,
          flips: formatNumber(flipPercent, t.language),
          orders: formatNumber(orderPercent, t.language),
        })}
      </p>
    </Notice>
  );
}
