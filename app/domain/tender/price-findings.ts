import { compare, isPositive, parseDecimal } from "#app/domain/money/fraction.ts";
import { error, type Finding } from "#app/domain/tender/finding.ts";
import type { DraftTender } from "#app/domain/tender/tender.ts";

/** The price sheet and the ceiling price. */
export function priceFindings({ priceItems, ceilingPriceSek, evaluation }: DraftTender): Finding[] {
  const findings: Finding[] = [];
  if (priceItems.length === 0 && evaluation.type !== "fixed_price_quality_only") {
    findings.push(error("MOD-21", "priceItems", "price_items_missing"));
  }
  priceItems.forEach(({ id, name, unit, volume }, index) => {
    const row = index + 1;
    const path = `priceItems.${id}`;
    const given = parseDecimal(volume);
    if (name.sv.trim() === "" || name.en.trim() === "") {
      findings.push(error("MOD-21", `${path}.name`, "price_item_name_missing", { row }));
    }
    if (unit.sv.trim() === "" || unit.en.trim() === "") {
      findings.push(error("MOD-21", `${path}.unit`, "price_item_unit_missing", { row }));
    }
    if (given === null || !isPositive(given)) {
      findings.push(error("MOD-21", `${path}.volume`, "price_item_volume_missing", { row }));
    }
  });

  const ceiling = ceilingPriceSek === null ? null : parseDecimal(ceilingPriceSek);
  if (ceilingPriceSek !== null && (ceiling === null || !isPositive(ceiling))) {
    findings.push(error("TENDER-08", "ceilingPriceSek", "ceiling_not_positive"));
  }
  if (evaluation.type === "weighted_points" && evaluation.priceFunction.type === "linear_fixed_bounds") {
    // Points are clipped at zero above the upper bound: there, a lower price would gain nothing.
    const { upper } = evaluation.priceFunction;
    const bound = parseDecimal(upper);
    if (bound !== null && (ceiling === null || compare(ceiling, bound) > 0)) {
      findings.push(error("MOD-04", "ceilingPriceSek", "ceiling_missing", { upper }));
    }
  }
  if (evaluation.type === "fixed_price_quality_only" && ceiling !== null) {
    const fixed = parseDecimal(evaluation.fixedPriceSek);
    if (fixed !== null && compare(fixed, ceiling) > 0) {
      findings.push(error("MOD-04", "ceilingPriceSek", "fixed_price_above_ceiling"));
    }
  }
  return findings;
}
