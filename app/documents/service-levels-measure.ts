import { HeadingLevel, Paragraph } from "docx";
import { asSentence } from "#app/documents/printed-values.ts";
import type { MeasuredRequirement, ServiceLevelsInput } from "#app/documents/service-levels-input.ts";
import { fill } from "#app/documents/templates.ts";
import { fact, levelLabel, runs } from "#app/documents/word-parts.ts";
import type { Measure, UseOfMeasurement } from "#app/domain/catalogue/requirement.ts";

/** One measure: what it says, by which formula, over which data and when. */
export function measureDefinition(
  { id, level, title, measure, useOfMeasurement, followUp }: MeasuredRequirement,
  input: ServiceLevelsInput,
): Paragraph[] {
  const { wording, language, vocabulary } = input;
  const metric = vocabulary.metrics.get(measure.metric);
  const variant = metric?.variants.find((one) => one.id === measure.variant);
  const formula = variant?.formula ?? metric?.formula;
  const window = vocabulary.windows.get(measure.window)?.name[language] ?? measure.window;
  const uses: Readonly<Record<UseOfMeasurement, string>> = {
    qualification: wording.use_qualification,
    verification: wording.use_verification,
    award: wording.use_award,
    "follow-up": wording.use_follow_up,
  };
  const roles = {
    limit: wording.role_limit,
    trigger: wording.role_trigger,
    report: wording.role_report,
  };
  const facts: (readonly [string, string])[] = [
    [wording.says, asSentence(input.measureSentence(measure), language)],
    [wording.metric, metric ? `${metric.name[language]}. ${metric.description[language]}` : measure.metric],
    [
      wording.formula,
      formula === undefined
        ? measure.variant
        : [fill(wording.formula_of, { variant: measure.variant, formula }), variant?.note?.[language] ?? ""]
            .filter((line) => line !== "")
            .join("\n"),
    ],
    [wording.window, asSentence(fill(wording.window_in, { window, timezone: measure.timezone }), language)],
    [wording.exclusions, exclusions(measure, input)],
    [wording.aggregation, aggregation(measure, input)],
    [
      wording.evidence,
      metric === undefined || metric.inputs.length === 0
        ? wording[measure.evidence]
        : fill(wording.source, { evidence: wording[measure.evidence], inputs: metric.inputs.join(", ") }),
    ],
    [wording.role, roles[measure.role]],
    [wording.use, uses[useOfMeasurement]],
    [wording.follow_up, followUp[language]],
  ];
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_3,
      children: [
        levelLabel(level === "must" ? wording.must : wording.should, level === "must"),
        ...runs(`\u2002${id}\u2002${title[language]}`),
      ],
    }),
    ...facts.filter(([, text]) => text !== "").map(([label, text], index) => fact(label, text, index === 0)),
  ];
}

function exclusions(measure: Measure, { wording, language, vocabulary }: ServiceLevelsInput): string {
  if (measure.exclusions.length === 0) return wording.exclusions_none;
  const names = measure.exclusions.map((code) => vocabulary.exclusions.get(code)?.name[language] ?? code);
  return asSentence(names.join(", "), language);
}

/** Only a limit is kept or not, so only for one it is said how periods are put together. */
function aggregation(
  { role, aggregation, aggregationK, aggregationN }: Measure,
  { wording }: ServiceLevelsInput,
): string {
  if (role !== "limit") return "";
  if (aggregation !== "k_of_n") return wording[aggregation];
  return fill(wording.k_of_n, { k: String(aggregationK), n: String(aggregationN) });
}
