import { z } from "zod";
import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import {
  type AnswerDefinition,
  type Area,
  aggregations,
  comparators,
  exclusions,
  levels,
  type Measure,
  proofKinds,
  type Requirement,
  type Scoring,
  usesOfMeasurement,
} from "#app/domain/catalogue/requirement.ts";
import { decimal, line, orNull, parameters, text } from "#app/imports/catalogue/fields.ts";

const option = z.strictObject({ value: line, sv: line, en: line });
const numberAnchor = z.strictObject({ at: orNull(decimal), share: decimal, sv: line, en: line });
const levelAnchor = z.strictObject({ value: line, share: decimal, sv: line, en: line });

const answer = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("yes-no") }),
  z.strictObject({
    type: z.literal("number"),
    unit: orNull(line),
    min: orNull(decimal),
    max: orNull(decimal),
    decimals: z.int().min(0).max(6),
  }),
  z.strictObject({ type: z.literal("choice"), multiple: z.boolean(), options: z.array(option).min(2) }),
  z.strictObject({ type: z.literal("file") }),
  z.strictObject({ type: z.literal("text") }),
]);

const scoring = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.enum(["step", "linear", "piecewise"]),
    direction: z.enum(["higher", "lower"]),
    anchors: z.array(numberAnchor).min(2),
  }),
  z.strictObject({
    type: z.literal("levels"),
    combine: z.enum(["single", "sum"]),
    anchors: z.array(levelAnchor).min(2),
  }),
]);

const measure = z.strictObject({
  metric: line,
  variant: line,
  role: z.enum(["limit", "trigger", "report"]),
  comparator: orNull(z.enum(comparators)),
  threshold: orNull(decimal),
  threshold_upper: orNull(decimal),
  unit: line,
  window: line,
  timezone: line.default("Europe/Stockholm"),
  parameters: parameters.default({}),
  exclusions: z.array(z.enum(exclusions)).default([]),
  aggregation: z.enum(aggregations),
  aggregation_k: orNull(z.int().min(1)),
  aggregation_n: orNull(z.int().min(1)),
  evidence: z.enum(["census", "sample"]),
  threshold_basis: z.enum(["source", "default", "none"]),
});

/** One file `<area>/<ID>.yml`; what its path says (area, id) is not repeated in it. */
export const requirementFile = z.strictObject({
  title: text,
  level: z.enum(levels),
  level_switch: z.enum(["free", "must_only"]),
  texts: z.strictObject({ must: text, should: text }),
  motive: text,
  proof_kind: z.enum(proofKinds),
  proof: text,
  follow_up: text,
  use_of_measurement: z.enum(usesOfMeasurement),
  use_when_switched: orNull(z.enum(usesOfMeasurement)),
  answer,
  default_weight: decimal,
  scoring,
  measure: orNull(measure),
  standard: orNull(z.strictObject({ id: line, role: z.enum(["referenced", "informative"]) })),
  competition_note: orNull(text),
  note: orNull(text),
  related: z.array(line).default([]),
  provenance: z
    .array(
      z.strictObject({
        source: line,
        locator: line,
        basis: z.enum(["explicit", "implied", "added"]),
        modality: orNull(line),
      }),
    )
    .min(1),
});
type RequirementFile = z.infer<typeof requirementFile>;

/** A requirement marked as core has at least this weight. */
const coreWeight = 2;

export function toRequirement(
  id: string,
  area: Area,
  file: RequirementFile,
  standards: Catalogue["standards"],
): Requirement {
  return {
    id,
    area,
    level: file.level,
    levelSwitch: file.level_switch,
    core: Number(file.default_weight) >= coreWeight,
    title: file.title,
    texts: file.texts,
    motive: file.motive,
    proofKind: file.proof_kind,
    proof: file.proof,
    followUp: file.follow_up,
    useOfMeasurement: file.use_of_measurement,
    useWhenSwitched: file.use_when_switched,
    answer: file.answer,
    defaultWeight: file.default_weight,
    scoring: toScoring(file.scoring, file.answer),
    measure: file.measure === null ? null : toMeasure(file.measure),
    standard: toStandardReference(file.standard, standards),
    competitionNote: file.competition_note,
    note: file.note,
    related: file.related,
    provenance: file.provenance,
  };
}

/** A value function of numbers reads the answer, so it has the answer's unit. */
function toScoring(scoring: RequirementFile["scoring"], answer: AnswerDefinition): Scoring {
  if (scoring.type === "levels") return scoring;
  return { ...scoring, unit: answer.type === "number" ? answer.unit : null };
}

function toMeasure(file: NonNullable<RequirementFile["measure"]>): Measure {
  const { threshold_upper, aggregation_k, aggregation_n, threshold_basis, ...same } = file;
  return {
    ...same,
    thresholdUpper: threshold_upper,
    aggregationK: aggregation_k,
    aggregationN: aggregation_n,
    thresholdBasis: threshold_basis,
  };
}

/** The reference with what `standards.yml` says of it; an unknown id is left to the checker to report. */
function toStandardReference(
  file: RequirementFile["standard"],
  standards: Catalogue["standards"],
): Requirement["standard"] {
  if (file === null) return null;
  const standard = standards.get(file.id);
  return {
    id: file.id,
    ref: standard?.ref ?? file.id,
    status: standard?.status ?? "in force",
    supersededBy: standard?.supersededBy ?? null,
    role: file.role,
  };
}
