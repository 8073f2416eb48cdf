import { DataTable } from "#app/components/data-table.tsx";
import { Formula } from "#app/components/formula.tsx";
import { Icon } from "#app/components/icon.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Metric } from "#app/domain/catalogue/catalogue.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type { Text } from "#app/domain/language.ts";

const symbols = ["aT", "a", "b", "f", "bT", "s", "blocked"] as const;

/** What is measured: the readable sentence first, then the formula behind it, with the variants it is not. */
export function RequirementMeasure({
  measure,
  sentence,
  metric,
  window,
}: {
  readonly measure: Measure;
  readonly sentence: Text;
  /** The key figure it reads; null when the catalogue has none. */
  readonly metric: Metric | null;
  readonly window: Text | null;
}) {
  const t = useTranslate();
  const facts = [
    window && capital(window[t.language]),
    t(`catalogue.aggregation.${measure.aggregation}`, {
      k: measure.aggregationK ?? "",
      n: measure.aggregationN ?? "",
    }),
    t(`catalogue.evidence.${measure.evidence}`),
    t(`catalogue.thresholdBasis.${measure.thresholdBasis}`),
  ];
  return (
    <section className="kept-together mt-8">
      <h2 className="mb-3 border-line border-b pb-1 text-lg">
        <Icon name="measured" className="mr-2" />
        {t("catalogue.measure")}
      </h2>
      <p className="max-w-measure border-accent border-l-4 bg-accent-soft px-4 py-3 text-lg">
        {capital(sentence[t.language])}.
      </p>
      <p className="mt-2 flex flex-wrap gap-1.5">
        {facts.map((fact) => fact && <Tag key={fact}>{fact}</Tag>)}
      </p>
      {metric && <MetricFormula metric={metric} variant={measure.variant} />}
    </section>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function MetricFormula({ metric, variant }: { metric: Metric; variant: string }) {
  const t = useTranslate();
  const formulas = [metric.formula, ...metric.variants.map(({ formula }) => formula)].join(" ");
  const named = /\baT\b/.test(formulas)
    ? symbols.filter((symbol) => new RegExp(`\\b${symbol}\\b`).test(formulas))
    : [];
  return (
    <div className="mt-5">
      <h3 className="text-base">{metric.name[t.language]}</h3>
      <p className="max-w-measure">{metric.description[t.language]}</p>
      {metric.variants.length > 1 ? (
        <VariantTable metric={metric} variant={variant} />
      ) : (
        <p className="mt-2">
          <span className="mr-3 text-ink-quiet text-sm">{t("common.formula")}</span>
          <Formula text={metric.formula} />
        </p>
      )}
      {named.length > 0 && (
        <dl className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-ink-quiet text-sm">
          {named.map((symbol) => (
            <div key={symbol} className="flex gap-1.5">
              <dt className="font-mono text-ink">{symbol}</dt>
              <dd>{t(`catalogue.symbols.${symbol}`)}</dd>
            </div>
          ))}
        </dl>
      )}
      {metric.pitfalls.length > 0 && (
        <details className="mt-4">
          <summary className="text-accent">
            {t("catalogue.pitfalls", { count: metric.pitfalls.length })}
          </summary>
          <ul className="mt-2 grid max-w-measure list-disc gap-1 pl-6">
            {metric.pitfalls.map((pitfall) => (
              <li key={pitfall.en}>{pitfall[t.language]}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** One name, several formulas: the chosen one stands out by weight, word and ground. */
function VariantTable({ metric, variant }: { metric: Metric; variant: string }) {
  const t = useTranslate();
  return (
    <div className="mt-3">
      <DataTable
        caption={t("catalogue.variants", { metric: metric.name[t.language] })}
        captionHidden
        rows={metric.variants}
        rowKey={({ id }) => id}
        chosen={({ id }) => id === variant}
        columns={[
          {
            id: "variant",
            head: t("catalogue.variant"),
            cell: ({ id }) => (
              <>
                <span className="whitespace-nowrap font-mono text-sm">{id}</span>
                {id === variant && (
                  <span className="mt-0.5 block whitespace-nowrap text-accent text-sm">
                    <Icon name="check" /> {t("catalogue.chosen")}
                  </span>
                )}
              </>
            ),
          },
          { id: "formula", head: t("common.formula"), cell: ({ formula }) => <Formula text={formula} /> },
          {
            id: "note",
            head: t("catalogue.variantNote"),
            cell: ({ note }) => <span className="block min-w-44">{note?.[t.language]}</span>,
          },
        ]}
      />
    </div>
  );
}
