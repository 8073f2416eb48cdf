import { type CsvCell, csv } from "#app/documents/csv.ts";
import type { PrintedTender } from "#app/documents/printed-tender.ts";
import type { Measure } from "#app/domain/catalogue/requirement.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

export interface RequirementListInput extends PrintedTender {
  /** A measure as a readable clause in the language of the list. */
  readonly measureSentence: (measure: Measure) => string;
}

/** Names of the columns: fields of the requirement, the same in every language, so that programs can rely on them. */
const columns = [
  "id",
  "area",
  "level",
  "title",
  "text",
  "motive",
  "proof",
  "follow_up",
  "answer_type",
  "use_of_measurement",
  "measure",
  "metric",
  "variant",
  "comparator",
  "threshold",
  "threshold_upper",
  "unit",
  "window",
  "weight",
  "value_sek",
] as const;
type Column = (typeof columns)[number];

/** The requirements of a tender, one a row, texts in one language. The same input gives the same bytes. */
export function requirementCsv(input: RequirementListInput): Buffer {
  return csv([
    columns,
    ...input.content.requirements.map((requirement) => {
      const cells = cellsOf(requirement, input);
      return columns.map((column) => cells[column]);
    }),
  ]);
}

/** The same as JSON, whole and in both languages, with what it belongs to. */
export function requirementJson({ tender, version, sha256, content }: PrintedTender): Buffer {
  const { caseNumber, requirements } = content;
  const list = { tender, caseNumber, version, contentSha256: sha256, requirements };
  return Buffer.from(`${JSON.stringify(list, null, 2)}\n`);
}

function cellsOf(
  requirement: TenderRequirement,
  { language, vocabulary, measureSentence }: RequirementListInput,
): Record<Column, CsvCell> {
  const { id, area, level, title, text, motive, proof, followUp, answer, measure } = requirement;
  return {
    id,
    area: vocabulary.areas.get(area)?.name[language] ?? area,
    level,
    title: title[language],
    text: text[language],
    motive: motive[language],
    proof: proof[language],
    follow_up: followUp[language],
    answer_type: answer.type,
    use_of_measurement: requirement.useOfMeasurement,
    measure: measure && measureSentence(measure),
    metric: measure?.metric ?? null,
    variant: measure?.variant ?? null,
    comparator: measure?.comparator ?? null,
    threshold: numberOf(measure?.threshold),
    threshold_upper: numberOf(measure?.thresholdUpper),
    unit: measure?.unit ?? null,
    window: measure?.window ?? null,
    weight: numberOf(requirement.weight),
    value_sek: numberOf(requirement.valueSek),
  };
}

/** What a draft holds instead of a number stays a text. */
function numberOf(value: string | null | undefined): CsvCell {
  if (value == null) return null;
  return /^-?\d+(\.\d+)?$/.test(value) ? { number: value } : value;
}
