import { formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { SensitivityData } from "./page-data.ts";
import { RankTable } from "./rank-table.tsx";

const doubts = ["one_step", "other_evaluators"] as const;

/** What the outcome would have been, had the evaluators judged a little otherwise or been others. */
export function ScoreDoubts({ page: { committee, vendors } }: { readonly page: SensitivityData }) {
  const t = useTranslate();
  const shown = committee?.doubts;
  if (!shown) return null;
  const { sampled } = shown.one_step;
  return (
    <section aria-labelledby="doubts">
      <h2 id="doubts" className="text-xl">
        {t("laboratory.sensitivity.doubts.title")}
      </h2>
      <p className="max-w-measure text-ink-quiet">{t("laboratory.sensitivity.doubts.text")}</p>
      {sampled && (
        <p className="mt-1 mb-3 max-w-measure text-ink-quiet">
          {t("laboratory.sensitivity.doubts.sampled", {
            samples: formatNumber(String(sampled.samples), t.language),
            seed: sampled.seed,
            error: formatNumber(sampled.errorPercent, t.language),
          })}
        </p>
      )}
      <div className="flex flex-col gap-6">
        {doubts.map((doubt) => (
          <RankTable
            key={doubt}
            bids={shown[doubt].bids}
            vendors={vendors}
            caption={t(`laboratory.sensitivity.doubts.${doubt}`)}
            captionHidden={false}
          />
        ))}
      </div>
    </section>
  );
}
