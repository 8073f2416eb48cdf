import { comparators, type Exclusion, type Measure } from "#app/domain/catalogue/requirement.ts";
import {
  defaultDefinition,
  defaultRequirement,
  type JudgedComparator,
  type MeasuredRequirement,
} from "#app/domain/measurement/definition.ts";
import { longestBinnedSeconds } from "#app/domain/measurement/histogram.ts";
import { type KeyFigureId, keyFigureIds, keyFigureUnit } from "#app/domain/measurement/key-figures.ts";
import { ratioOfDecimal } from "#app/domain/measurement/ratio.ts";
import { type ServiceLevelVariant, serviceLevelVariants } from "#app/domain/measurement/service-level.ts";
import { callWindows } from "#app/domain/measurement/windows.ts";

/** The variants of the catalogue that call records give; service levels follow a rule of their own. */
const computedVariants: Readonly<Record<Exclude<KeyFigureId, "service_level">, readonly string[]>> = {
  answer_rate: ["OF-OFFERED"],
  abandon_rate: ["NET-OF-SHORT"],
  blocked_rate: ["STANDARD"],
  total_calls: ["FOUR-TERMS"],
  asa: ["ANSWERED-WAITS"],
  avg_abandon_time: ["STANDARD"],
  avg_queue_time: ["STANDARD"],
  queue_placement_rate: ["WAIT-ABOVE-ZERO"],
  max_wait: ["ANSWERED"],
  talk_time: ["STANDARD"],
  avg_hold_time: ["PER-ANSWERED"],
  acw: ["STANDARD"],
  aht: ["TALK-HOLD-WRAP"],
  // Records carry ring times, never a count of rings.
  avg_rings: ["STANDARD", "FROM-RING-TIME"],
  transfer_rate: ["STANDARD"],
  fcr: ["AGENT-MARKED"],
  handling_accuracy: ["UPHELD"],
  interval_sl_share: ["SL-OFFERED"],
};

const knownParameters = new Set(["seconds", "short_abandon_seconds", "min_offered", "floor_percent"]);

/**
 * A catalogue measure as a requirement that call records can be held against; null when they cannot decide it:
 * another metric, variant or window, a condition beyond the records (a load, a repeat of the caller), no limit.
 * Of the exclusions only short abandons can be told by the records; `unappliedExclusions` names the others.
 */
export function definitionOfMeasure(id: string, measure: Measure): MeasuredRequirement | null {
  const usual = defaultRequirement(defaultDefinition);
  const byHour = measure.metric === "service_level_by_hour";
  const metric = byHour ? "service_level" : keyFigureIds.find((each) => each === measure.metric);
  const comparator = judgedComparator(measure.comparator);
  const window = callWindows.find((each) => each === measure.window);
  if (metric === undefined || comparator === null || window === undefined) return null;
  const variant = serviceLevelVariant(metric, measure);
  const target = measure.threshold;
  if (variant === null || target === null || ratioOfDecimal(target) === null) return null;
  if (Object.keys(measure.parameters).some((name) => !knownParameters.has(name))) return null;
  if (measure.aggregation === "pooled" && (metric === "max_wait" || metric === "total_calls")) return null;
  if (measure.evidence === "sample" && keyFigureUnit(metric) !== "%") return null;
  const thresholdS = secondsOf(measure, "seconds", usual.thresholdS);
  const shortAbandonS = secondsOf(measure, "short_abandon_seconds", usual.shortAbandonS);
  if (thresholdS === null || shortAbandonS === null) return null;
  const { min_offered: minimumOffered, floor_percent: floor } = measure.parameters;
  const hourMinimumOffered = byHour ? Number(minimumOffered ?? usual.hourMinimumOffered) : 0;
  return {
    ...usual,
    id,
    metric,
    variant,
    comparator,
    target,
    thresholdS,
    shortAbandonS,
    window,
    hourMinimumOffered,
    aggregation: measure.aggregation,
    k: measure.aggregationK,
    evidence: measure.evidence,
    interval: {
      minimumOffered: Number((byHour ? null : minimumOffered) ?? usual.interval.minimumOffered),
      floor: String(floor ?? usual.interval.floor),
    },
  };
}

function judgedComparator(comparator: Measure["comparator"]): JudgedComparator | null {
  const known = comparators.find((each) => each === comparator);
  return known === undefined || known === "=" || known === "between" ? null : known;
}

/**
 * `SL-IGNORE-T` is `ignore_t`; other metrics have no such choice and get the default. Leaving out short abandons makes
 * `short` of `offered`.
 */
function serviceLevelVariant(
  metric: KeyFigureId,
  { variant, exclusions }: Pick<Measure, "variant" | "exclusions">,
): ServiceLevelVariant | null {
  if (metric !== "service_level") return computedVariants[metric].includes(variant) ? "offered" : null;
  const name = variant.replace(/^SL-/, "").replaceAll("-", "_").toLowerCase();
  const known = serviceLevelVariants.find((each) => each === name) ?? null;
  return known === "offered" && exclusions.includes("short_abandons") ? "short" : known;
}

/** A whole number of seconds that the histogram can tell exactly, or null. */
function secondsOf(measure: Measure, name: string, usual: number): number | null {
  const seconds = Number(measure.parameters[name] ?? usual);
  return Number.isInteger(seconds) && seconds >= 0 && seconds <= longestBinnedSeconds ? seconds : null;
}

/** Exclusions of a measure that call records say nothing of: the value is that without them. */
export const unappliedExclusions = ({ exclusions }: Pick<Measure, "exclusions">): readonly Exclusion[] =>
  exclusions.filter((exclusion) => exclusion !== "short_abandons");
