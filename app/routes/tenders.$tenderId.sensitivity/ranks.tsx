import { formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { SensitivityData } from "./page-data.ts";
import { RankTable } from "./rank-table.tsx";

/** Rank acceptability: how large a part of all weights puts each bid first, second and so on. */
export function Ranks({ page: { ranks, units, vendors } }: { readonly page: SensitivityData }) {
  const t = useTranslate();
  if (ranks === null) return null;
  const { sampled, bids } = ranks;
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
      <RankTable
        bids={bids}
        vendors={vendors}
        caption={t("laboratory.sensitivity.ranks.title")}
        captionHidden
      />
    </section>
  );
}
