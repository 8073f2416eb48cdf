import { z } from "zod";
import { aggregations } from "#app/domain/catalogue/requirement.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import {
  clocks,
  type Definition,
  defaultDefinition,
  defaultRequirement,
  everyDay,
  type MeasuredRequirement,
} from "#app/domain/measurement/definition.ts";
import { longestBinnedSeconds } from "#app/domain/measurement/histogram.ts";
import { keyFigureIds, keyFigureUnit } from "#app/domain/measurement/key-figures.ts";
import { compareRatios, ratioOfDecimal } from "#app/domain/measurement/ratio.ts";
import { serviceLevelVariants } from "#app/domain/measurement/service-level.ts";

const decimal = z.string().refine((text) => ratioOfDecimal(text) !== null);
const seconds = z.int().min(0).max(longestBinnedSeconds);

const requirementSchema = z.strictObject({
  id: z.string().min(1),
  metric: z.enum(keyFigureIds).default("service_level"),
  variant: z.enum(serviceLevelVariants).optional(),
  threshold_s: seconds.optional(),
  short_abandon_s: seconds.optional(),
  comparator: z.enum([">=", ">", "<=", "<"]).optional(),
  target: decimal.optional(),
  queue: z.string().min(1).optional(),
  window: z.literal("calendar_month").optional(),
  aggregation: z.enum(aggregations).optional(),
  k: z.int().min(1).optional(),
  evidence: z.enum(["census", "sample"]).optional(),
  confidence: decimal.optional(),
  min_coverage_pct: decimal.optional(),
  open_days: z.array(z.int().min(1).max(7)).min(1).optional(),
});

const definitionSchema = z.strictObject({
  clock: z.enum(clocks).optional(),
  threshold_s: seconds.optional(),
  short_abandon_s: seconds.optional(),
  ring_period_s: z.int().min(1).max(60).optional(),
  interval_n_min: z.int().min(1).optional(),
  interval_floor: decimal.optional(),
  requirements: z.array(requirementSchema).optional(),
});

/** Reads a measurement definition; the faults name the field as `requirements.0.target`. */
export function readDefinition(text: string): Result<Definition> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failure({ code: "json_broken" });
  }
  const parsed = definitionSchema.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => invalid(issue.path.map(String).join(".")));
    return failure(...faults);
  }
  const definition = definitionOf(parsed.data);
  const faults = definition.requirements.flatMap(notComputable);
  return faults.length > 0 ? failure(...faults) : success(definition);
}

function definitionOf(given: z.infer<typeof definitionSchema>): Definition {
  const base: Definition = {
    clock: given.clock ?? defaultDefinition.clock,
    thresholdS: given.threshold_s ?? defaultDefinition.thresholdS,
    shortAbandonS: given.short_abandon_s ?? defaultDefinition.shortAbandonS,
    ringPeriodS: given.ring_period_s ?? defaultDefinition.ringPeriodS,
    interval: {
      minimumOffered: given.interval_n_min ?? defaultDefinition.interval.minimumOffered,
      floor: given.interval_floor ?? defaultDefinition.interval.floor,
    },
    requirements: [],
  };
  return { ...base, requirements: (given.requirements ?? []).map((each) => requirementOf(each, base)) };
}

function requirementOf(given: z.infer<typeof requirementSchema>, base: Definition): MeasuredRequirement {
  const usual = defaultRequirement(base);
  return {
    id: given.id,
    metric: given.metric,
    variant: given.variant ?? usual.variant,
    thresholdS: given.threshold_s ?? usual.thresholdS,
    shortAbandonS: given.short_abandon_s ?? usual.shortAbandonS,
    comparator: given.comparator ?? usual.comparator,
    target: given.target ?? usual.target,
    queue: (given.queue ?? usual.queue).normalize("NFC"),
    window: usual.window,
    hourMinimumOffered: usual.hourMinimumOffered,
    aggregation: given.aggregation ?? usual.aggregation,
    k: given.k ?? null,
    evidence: given.evidence ?? usual.evidence,
    confidence: given.confidence ?? usual.confidence,
    minimumCoveragePercent: given.min_coverage_pct ?? usual.minimumCoveragePercent,
    openDays: given.open_days ?? everyDay,
    interval: base.interval,
  };
}

/** What is well written but cannot be judged. */
function notComputable(requirement: MeasuredRequirement, index: number): Fault[] {
  const { metric, aggregation, k, evidence, target, confidence } = requirement;
  const at = (field: string): string => `requirements.${index}.${field}`;
  const faults: Fault[] = [];
  if (aggregation === "k_of_n" && k === null) faults.push(invalid(at("k")));
  if (aggregation === "pooled" && (metric === "max_wait" || metric === "total_calls")) {
    faults.push(invalid(at("aggregation")));
  }
  if (evidence === "sample" && keyFigureUnit(metric) !== "%") faults.push(invalid(at("evidence")));
  if (evidence === "sample" && !within(target, 100n)) faults.push(invalid(at("target")));
  if (!within(confidence, 1n)) faults.push(invalid(at("confidence")));
  return faults;
}

function within(text: string, highest: bigint): boolean {
  const value = ratioOfDecimal(text);
  return value !== null && compareRatios(value, { n: highest, d: 1n }) <= 0;
}

const invalid = (field: string): Fault => ({ code: "definition_invalid", place: { field } });
