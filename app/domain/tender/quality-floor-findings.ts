import { toDecimal } from "#app/domain/money/decimal.ts";
import {
  compare,
  divide,
  fraction,
  hundred,
  isPositive,
  multiply,
  parseDecimal,
} from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import { error, type Finding, warning } from "#app/domain/tender/finding.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";
import { totalWorth } from "#app/domain/tender/total-worth.ts";

const path = "evaluation.minQuality";

/** Below this share of all points, a poor bid beats the best one at less than half its price. */
const lowestShare = fraction(1n, 2n);

/** The quality that a bid must reach: needed, reachable, and in a ratio high enough that poor quality cannot win on price. */
export function qualityFloorFindings(draft: DraftTender): Finding[] {
  const { evaluation } = draft;
  if (!("minQuality" in evaluation)) return [];
  const floor = parseDecimal(evaluation.minQuality);
  if (floor === null || !isPositive(floor)) {
    const rule = evaluation.type === "quality_price_ratio" ? "MOD-11" : "MOD-12";
    return [error(rule, path, "quality_floor_missing")];
  }
  const full = totalWorth(draft);
  if (compare(floor, full) > 0) {
    return [error("MOD-12", path, "quality_floor_unreachable", { full: toDecimal(full, 2, halfUp) })];
  }
  const share = divide(floor, full);
  if (evaluation.type !== "quality_price_ratio" || compare(share, lowestShare) >= 0) return [];
  const percent = toDecimal(multiply(share, hundred), 1, halfUp);
  return [warning("MOD-12", path, "quality_floor_low", { percent })];
}
