import { DataTable } from "#app/components/data-table.tsx";
import { formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { SensitivityData } from "./page-data.ts";

/** How far the evaluators' own sheets agreed; the levels themselves while they are few. */
export function CommitteeAgreement({
  page: { committee },
  nameOf,
  titleOf,
}: {
  readonly page: SensitivityData;
  readonly nameOf: (response: string) => string;
  readonly titleOf: (requirement: string) => string;
}) {
  const t = useTranslate();
  const agreement = committee?.agreement ?? null;
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
          {coefficient(t("laboratory.sensitivity.agreement.iccOne"), agreement.iccOne)}
          {coefficient(t("laboratory.sensitivity.agreement.iccPanel"), agreement.iccPanel)}
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
      {agreement !== null && agreement.units.length > 0 && (
        <div className="mt-6">
          <Leanings leanings={agreement.leanings} nameOf={nameOf} />
        </div>
      )}
    </section>
  );
}

type Leaning = NonNullable<SensitivityData["committee"]>["agreement"]["leanings"][number];

/** Who is milder or stricter than the panel, and whose order of the bids is another. */
function Leanings({
  leanings,
  nameOf,
}: {
  readonly leanings: readonly Leaning[];
  readonly nameOf: (response: string) => string;
}) {
  const t = useTranslate();
  const sign = ({ steps }: Leaning) => (steps === null || steps.exact.startsWith("-") ? "" : "+");
  const remark = ({ leans, steps, apart }: Leaning) => [
    ...(leans
      ? [t(`laboratory.sensitivity.leanings.${steps?.exact.startsWith("-") ? "strict" : "mild"}`)]
      : []),
    ...apart.map((response) => t("laboratory.sensitivity.leanings.apart", { vendor: nameOf(response) })),
  ];
  return (
    <DataTable
      caption={t("laboratory.sensitivity.leanings.caption")}
      rows={leanings.map((leaning, index) => ({ ...leaning, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        {
          id: "rater",
          head: t("laboratory.sensitivity.leanings.evaluator"),
          cell: ({ index }) => t("laboratory.sensitivity.agreement.rater", { number: index + 1 }),
        },
        {
          id: "steps",
          head: t("laboratory.sensitivity.leanings.steps"),
          numeric: true,
          cell: (leaning) =>
            leaning.steps === null
              ? "–"
              : sign(leaning) + formatNumber(leaning.steps.decimal, t.language, { minDecimals: 2 }),
        },
        {
          id: "remark",
          head: t("laboratory.sensitivity.leanings.remark"),
          cell: (leaning) => remark(leaning).join(" ") || "–",
        },
      ]}
    />
  );
}
