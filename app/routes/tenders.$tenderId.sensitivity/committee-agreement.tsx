import { DataTable } from "#app/components/data-table.tsx";
import { formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { SensitivityData } from "./page-data.ts";

/** How far the evaluators' own sheets agreed; the levels themselves while they are few. */
export function CommitteeAgreement({
  page: { agreement },
  nameOf,
  titleOf,
}: {
  readonly page: SensitivityData;
  readonly nameOf: (response: string) => string;
  readonly titleOf: (requirement: string) => string;
}) {
  const t = useTranslate();
  const few = agreement !== null && agreement.units.length < agreement.fewestUnits;
  const coefficient = (name: string, value: { decimal: string } | null) => (
    <div className="border-line border-t py-2">
      <dt className="text-ink-quiet text-sm">{name}</dt>
      <dd className="font-semibold text-lg tabular-nums">
        {value
          ? formatNumber(value.decimal, t.language, { minDecimals: 2 })
          : t("laboratory.sensitivity.agreement.undefined")}
      </dd>
    </div>
  );
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement" className="text-xl">
        {t("laboratory.sensitivity.agreement.title")}
      </h2>
      <p className="mb-3 max-w-measure text-ink-quiet">
        {t(
          agreement === null
            ? "laboratory.sensitivity.agreement.hidden"
            : "laboratory.sensitivity.agreement.text",
        )}
      </p>
      {agreement !== null && (
        <p className="mb-3">
          {t("laboratory.sensitivity.agreement.units", { count: agreement.units.length })}
        </p>
      )}
      {agreement !== null && !few && (
        <dl className="grid max-w-measure gap-x-8 sm:grid-cols-2">
          {coefficient(t("laboratory.sensitivity.agreement.alpha"), agreement.alpha)}
          {coefficient(t("laboratory.sensitivity.agreement.w"), agreement.w)}
        </dl>
      )}
      {agreement !== null && few && agreement.units.length > 0 && (
        <DataTable
          caption={t("laboratory.sensitivity.agreement.few", { least: agreement.fewestUnits })}
          rows={agreement.units}
          rowKey={({ response, requirement }) => `${response} ${requirement}`}
          columns={[
            {
              id: "unit",
              head: t("laboratory.sensitivity.flips.requirement"),
              cell: ({ requirement }) => titleOf(requirement),
            },
            {
              id: "vendor",
              head: t("laboratory.sensitivity.vendor"),
              cell: ({ response }) => nameOf(response),
            },
            ...Array.from({ length: agreement.evaluators }, (_, rater) => ({
              id: String(rater),
              head: t("laboratory.sensitivity.agreement.rater", { number: rater + 1 }),
              cell: ({ levels }: (typeof agreement.units)[number]) => levels[rater] ?? "–",
            })),
          ]}
        />
      )}
    </section>
  );
}
