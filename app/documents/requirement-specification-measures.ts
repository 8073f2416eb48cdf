import { Paragraph, type Table } from "docx";
import { asSentence } from "#app/documents/printed-values.ts";
import type { RequirementSpecificationInput } from "#app/documents/requirement-specification-input.ts";
import { fill } from "#app/documents/templates.ts";
import { fact, heading, paragraph, runs, table } from "#app/documents/word-parts.ts";

/** Annex A: each metric that a requirement is measured by, its variants with the one that applies, and its users. */
export function measureDefinitions(input: RequirementSpecificationInput): (Paragraph | Table)[] {
  const { content, wording, language, vocabulary } = input;
  const measured = content.requirements.flatMap(({ id, measure }) =>
    measure === null ? [] : [{ id, measure }],
  );
  if (measured.length === 0) return [];
  const byMetric = Map.groupBy(measured, ({ measure }) => measure.metric);
  return [
    heading(1, "A", wording.measure_definitions, true),
    paragraph(wording.measure_definitions_note),
    paragraph(wording.measure_symbols),
    ...[...byMetric].flatMap(([id, users], index) => {
      const metric = vocabulary.metrics.get(id);
      const used = new Set(users.map(({ measure }) => measure.variant));
      return [
        heading(3, `A.${index + 1}`, metric?.name[language] ?? id),
        ...(metric ? [new Paragraph({ children: runs(metric.description[language]), keepNext: true })] : []),
        ...users.map((user) =>
          fact(user.id, asSentence(input.measureSentence(user.measure), language), true),
        ),
        ...(metric
          ? [
              table(
                [
                  { head: wording.variant, share: 0.27 },
                  { head: wording.formula, share: 0.31 },
                  { head: wording.meaning, share: 0.42 },
                ],
                metric.variants.map((variant) => ({
                  marked: used.has(variant.id),
                  cells: [
                    used.has(variant.id) ? fill(wording.variant_used, { variant: variant.id }) : variant.id,
                    variant.formula,
                    variant.note?.[language] ?? "",
                  ],
                })),
              ),
            ]
          : []),
      ];
    }),
  ];
}
