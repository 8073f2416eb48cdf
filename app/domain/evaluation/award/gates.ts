import type { Bid, Criterion, Gates } from "#app/domain/evaluation/award/award-case.ts";
import type { Quality } from "#app/domain/evaluation/award/quality.ts";
import { weightedSum } from "#app/domain/evaluation/award/quality.ts";
import { compare, isNegative, multiply, sum, zero } from "#app/domain/money/fraction.ts";

/**
 * Every reason why a bid is not admitted, in the order: must, ceiling price, negative part price, floor of a criterion,
 * of a group, of the total. Bounds are inclusive and compared unrounded; a missing answer counts 0 against a floor.
 */
export function gateReasons(
  gates: Gates,
  criteria: readonly Criterion[],
  quality: Quality,
): (bid: Bid) => readonly string[] {
  const floors = criteria.flatMap(({ id, min }) => (min === null ? [] : [{ id, min }]));
  const groups = gates.groups.map(({ id, minShare }) => {
    const members = criteria.filter((criterion) => criterion.group === id);
    return {
      id,
      sumOf: weightedSum(members),
      floor: multiply(minShare, sum(members.map(({ weight }) => weight))),
    };
  });
  return (bid) => {
    const reasons: string[] = [];
    for (const id of gates.must) {
      const met = bid.must.get(id);
      if (met !== true) reasons.push(`must:${id}:${met === false ? "failed" : "missing"}`);
    }
    const { ceilingPrice, minTotalQuality } = gates;
    if (ceilingPrice && bid.price && compare(bid.price, ceilingPrice) > 0) reasons.push("ceiling_price");
    if (gates.forbidNegativeItems && bid.items.some(isNegative)) reasons.push("negative_item_price");
    for (const { id, min } of floors) {
      if (compare(bid.points.get(id) ?? zero, min) < 0) reasons.push(`criterion_min:${id}`);
    }
    for (const { id, sumOf, floor } of groups) {
      if (compare(sumOf(bid.points), floor) < 0) reasons.push(`group_min:${id}`);
    }
    if (minTotalQuality && compare(quality.total(bid), minTotalQuality) < 0)
      reasons.push("min_total_quality");
    return reasons;
  };
}
