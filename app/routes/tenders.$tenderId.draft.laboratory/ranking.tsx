import { formatMoney, formatNumber } from "#app/components/format.ts";
import { Icon } from "#app/components/icon.tsx";
import { reasonWords } from "#app/components/reason-words.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";
import type { ScoreUnit, WorthUnit } from "#app/domain/tender/model-units.ts";
import { BidLine } from "./bid-line.tsx";
import type { LaboratoryData } from "./page-data.ts";

/** Who would win, following what is typed, or what is to be mended. What stands first is read out when it changes. */
export function Ranking({ page: { outcome, units, faults } }: { page: LaboratoryData["page"] }) {
  const t = useTranslate();
  const amount = (value: string, unit: WorthUnit | ScoreUnit) =>
    unit === "sek" ? formatMoney(value, t.language, { maxDecimals: 0 }) : formatNumber(value, t.language);
  return (
    <section
      aria-labelledby="ranking"
      className="rounded-md border border-line bg-surface p-4 xl:sticky xl:top-4"
    >
      <h2 id="ranking" className="text-xl">
        {t("laboratory.ranking")}
      </h2>
      <p role="status" className="mt-1 font-medium">
        {outcome === null
          ? t("laboratory.faulty")
          : outcome.winner !== null
            ? t("laboratory.winner", { id: outcome.winner })
            : t(outcome.decidedBy.length > 0 ? "laboratory.tie" : "laboratory.nobody")}
      </p>
      <FieldFaults faults={faults} />
      <ol className="mt-3">
        {outcome?.bids.map(({ id, rank, score, price, quality, distance, reasons }) => (
          <li key={id} className="border-line border-t py-2">
            <p className="flex items-baseline gap-2">
              <span className="w-6 text-ink-quiet tabular-nums">{rank ?? "–"}</span>
              <BidLine index={id.charCodeAt(0) - 65} />
              <span className="font-semibold">{id}</span>
              <strong className="wrap-anywhere ml-auto min-w-0 text-end tabular-nums">
                {score
                  ? amount(score.decimal, units.score)
                  : reasons.map((reason) => reasonWords(t, reason)).join(", ")}
              </strong>
            </p>
            <p className="flex justify-between gap-2 pl-8 text-ink-quiet text-sm tabular-nums">
              <span className="wrap-anywhere min-w-0">
                {formatMoney(price.decimal, t.language, { maxDecimals: 0 })}{" "}
                {units.worth === "sek" ? "−" : "·"} {amount(quality.decimal, units.worth)}
              </span>
              {distance && rank !== 1 && (
                <span className="wrap-anywhere min-w-0 text-end">
                  +{amount(distance.decimal, units.score)}
                </span>
              )}
            </p>
          </li>
        ))}
      </ol>
      <ul className="mt-2 flex flex-col gap-1 text-ink-quiet text-sm">
        {outcome?.decidedBy
          .filter(({ rule }) => rule !== "score")
          .map(({ better, worse, rule }) => (
            <li key={`${better}${worse}`}>
              {t("laboratory.decidedBy", {
                better,
                worst: worse,
                rule: t(`evaluation.comparison.rule.${rule ?? "none"}`),
              })}
            </li>
          ))}
      </ul>
    </section>
  );
}

function FieldFaults({ faults }: { faults: readonly Fault[] }) {
  const t = useTranslate();
  return (
    <ul id="bid-faults" aria-live="polite" className="mt-2 font-medium text-danger">
      {faults.map((fault) => (
        <li key={`${fault.place?.field} ${fault.code}`}>
          <Icon name="warning" className="mr-1" />
          <a href={`#${fault.place?.field}`} className="text-danger">
            {fault.place?.field?.split(".")[0]}
          </a>
          {": "}
          {t.fault(fault)}
        </li>
      ))}
    </ul>
  );
}
