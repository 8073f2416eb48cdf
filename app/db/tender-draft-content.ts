import { z } from "zod";
import {
  aggregations,
  areas,
  comparators,
  exclusions,
  levels,
  proofKinds,
  usesOfMeasurement,
} from "#app/domain/catalogue/requirement.ts";
import { languages } from "#app/domain/language.ts";
import { type DraftTender, tieBreakRules } from "#app/domain/tender/tender.ts";

const text = z.strictObject({ sv: z.string(), en: z.string() });
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

const answer = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("yes-no") }),
  z.strictObject({
    type: z.literal("number"),
    unit: z.string().nullable(),
    min: decimal.nullable(),
    max: decimal.nullable(),
    decimals: z.int(),
  }),
  z.strictObject({
    type: z.literal("choice"),
    multiple: z.boolean(),
    options: z.array(text.extend({ value: z.string() })),
  }),
  z.strictObject({ type: z.literal("file") }),
  z.strictObject({ type: z.literal("text") }),
]);

const scoring = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.enum(["step", "linear", "piecewise"]),
    direction: z.enum(["higher", "lower"]),
    unit: z.string().nullable(),
    anchors: z.array(text.extend({ at: decimal.nullable(), share: decimal })),
  }),
  z.strictObject({
    type: z.literal("levels"),
    combine: z.enum(["single", "sum"]),
    anchors: z.array(text.extend({ value: z.string(), share: decimal })),
  }),
]);

const measure = z.strictObject({
  metric: z.string(),
  variant: z.string(),
  role: z.enum(["limit", "trigger", "report"]),
  comparator: z.enum(comparators).nullable(),
  threshold: decimal.nullable(),
  thresholdUpper: decimal.nullable(),
  unit: z.string(),
  window: z.string(),
  timezone: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  exclusions: z.array(z.enum(exclusions)),
  aggregation: z.enum(aggregations),
  aggregationK: z.int().nullable(),
  aggregationN: z.int().nullable(),
  evidence: z.enum(["census", "sample"]),
  thresholdBasis: z.enum(["source", "default", "none"]),
});

const requirement = z.strictObject({
  id: z.string(),
  area: z.enum(areas),
  level: z.enum(levels),
  title: text,
  text,
  motive: text,
  proofKind: z.enum(proofKinds),
  proof: text,
  followUp: text,
  useOfMeasurement: z.enum(usesOfMeasurement),
  answer,
  scoring,
  measure: measure.nullable(),
  standard: z
    .strictObject({
      id: z.string(),
      ref: z.string(),
      status: z.enum(["in force", "superseded"]),
      supersededBy: z.string().nullable(),
      role: z.enum(["referenced", "informative"]),
    })
    .nullable(),
  weight: decimal.nullable(),
  valueSek: decimal.nullable(),
});

const priceFunction = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("linear_fixed_bounds"), lower: decimal, upper: decimal }),
  z.strictObject({ type: z.literal("inverse_proportional") }),
  z.strictObject({ type: z.literal("linear_from_lowest"), slope: decimal }),
]);

const tieBreak = z.array(z.enum(tieBreakRules));

/** A draft as `tender_draft.content` holds it: what we wrote ourselves, but on disk since. */
export const draftContent: z.ZodType<DraftTender> = z.strictObject({
  kind: z.literal("draft"),
  reasons: z.record(z.string(), z.string()),
  title: text,
  description: text,
  caseNumber: z.string(),
  buyer: z.strictObject({
    name: z.string(),
    organisationNumber: z.string(),
    contactName: z.string(),
    contactEmail: z.string(),
  }),
  profile: z.string().nullable(),
  contractMonths: z.int(),
  estimatedValueSek: decimal.nullable(),
  ceilingPriceSek: decimal.nullable(),
  forbidNegativePrices: z.boolean(),
  timezone: z.string(),
  deadline: z.string().nullable(),
  provisions: z.strictObject({
    cpv: z.string(),
    contractStart: z.string().nullable(),
    optionMonths: z.int(),
    questionDays: z.int(),
    validityDays: z.int(),
    responseLanguages: z.array(z.enum(languages)),
    remarks: text,
  }),
  serviceCredits: z.strictObject({
    feeItem: z.string().nullable(),
    capPercent: decimal,
    combine: z.enum(["largest", "sum"]),
    terminationAfter: z.int().nullable(),
    steps: z.array(z.strictObject({ requirement: z.string(), limit: decimal, percent: decimal })),
  }),
  requirements: z.array(requirement),
  priceItems: z.array(z.strictObject({ id: z.string(), name: text, unit: text, volume: z.string() })),
  evaluation: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("added_value_deduction"), tieBreak }),
    z.strictObject({ type: z.literal("lowest_price"), tieBreak }),
    z.strictObject({
      type: z.enum(["threshold_lowest_price", "quality_price_ratio"]),
      minQuality: decimal,
      weightTotal: decimal,
      tieBreak,
    }),
    z.strictObject({
      type: z.literal("fixed_price_quality_only"),
      fixedPriceSek: decimal,
      weightTotal: decimal,
      tieBreak,
    }),
    z.strictObject({
      type: z.literal("weighted_points"),
      priceWeight: decimal,
      priceFunction,
      weightTotal: decimal,
      tieBreak,
    }),
  ]),
  simulation: z
    .strictObject({
      seed: z.int().nonnegative(),
      markets: z.int().positive(),
      spreadPercent: z.int().nonnegative(),
      awardFlips: z.int().nonnegative(),
      orderChanges: z.int().nonnegative(),
      basisSha256: z.string(),
      acknowledged: z.boolean(),
    })
    .nullable(),
});
