import { Paragraph } from "docx";
import { criteriaOf, type EvaluationDescriptionInput } from "#app/documents/evaluation-description-input.ts";
import { printedSek } from "#app/documents/printed-values.ts";
import { fill } from "#app/documents/templates.ts";
import { heading, paragraph, runs } from "#app/documents/word-parts.ts";
import { style } from "#app/documents/word-style.ts";
import { formatDecimal } from "#app/domain/catalogue/number-format.ts";
import { isRelative } from "#app/domain/evaluation/model-tiers.ts";
import type { Language } from "#app/domain/language.ts";
import { percentText } from "#app/domain/tender/percent-text.ts";
import { recordedSimulation } from "#app/domain/tender/simulation-basis.ts";
import type { RecordedSimulation } from "#app/domain/tender/tender.ts";

/** Chapter 1: what wins, whether other bids matter, and what a simulation says of it. */
export function basisChapter(input: EvaluationDescriptionInput): Paragraph[] {
  const { wording } = input;
  return [
    heading(1, "1", wording.basis, true),
    paragraph(basis(input)),
    ...dependence(input).map((text) => paragraph(text)),
    paragraph(wording.frozen),
  ];
}

function basis({ content, wording, language }: EvaluationDescriptionInput): string {
  const { evaluation } = content;
  const number = (value: string): string => formatDecimal(value, language);
  switch (evaluation.type) {
    case "added_value_deduction":
      return criteriaOf(content).length === 0 ? wording.basis_price : wording.basis_sek;
    case "lowest_price":
      return wording.basis_price;
    case "weighted_points":
      return fill(wording.basis_points, { total: number(evaluation.weightTotal) });
    case "fixed_price_quality_only":
      return fill(wording.basis_quality, {
        amount: printedSek(evaluation.fixedPriceSek, language),
        total: number(evaluation.weightTotal),
      });
    case "threshold_lowest_price":
    case "quality_price_ratio": {
      const words = evaluation.type === "quality_price_ratio" ? wording.basis_ratio : wording.basis_threshold;
      return fill(words, { total: number(evaluation.weightTotal), floor: number(evaluation.minQuality) });
    }
  }
}

/** Whether a bid's result depends on others, with the simulation of the very model that stands, if there is one. */
function dependence({ content, wording, language }: EvaluationDescriptionInput): readonly string[] {
  const relative = isRelative(content.evaluation);
  const { simulation } = content;
  if (simulation === null || recordedSimulation(content) !== "current") {
    return relative ? [wording.relative, wording.relative_unsimulated] : [wording.absolute];
  }
  const facts = simulated(simulation, language);
  const recompute = fill(wording.recompute, { sha256: simulation.basisSha256 });
  return relative
    ? [wording.relative, fill(wording.relative_simulated, facts), recompute]
    : [wording.absolute, fill(wording.absolute_simulated, facts), recompute];
}

function simulated(
  { markets, seed, spreadPercent, awardFlips, orderChanges }: RecordedSimulation,
  language: Language,
) {
  const number = (value: number | string): string => formatDecimal(String(value), language);
  return {
    markets: number(markets),
    seed: String(seed),
    spread: number(spreadPercent),
    flips: number(awardFlips),
    flip_percent: number(percentText(awardFlips, markets)),
    orders: number(orderChanges),
    order_percent: number(percentText(orderChanges, markets)),
  };
}

/** Chapter 6: the formula, unanswered requirements and rounding. */
export function formulaChapter(input: EvaluationDescriptionInput): Paragraph[] {
  const { wording } = input;
  const { formula, symbols } = formulaOf(input);
  return [
    heading(1, "6", wording.formula, true),
    new Paragraph({ style: style.requirement, children: runs(formula, { bold: true }) }),
    paragraph(symbols),
    heading(2, "6.1", wording.missing),
    paragraph(wording.missing_text),
    heading(2, "6.2", wording.rounding),
    paragraph(wording.rounding_text),
  ];
}

function formulaOf({ content, wording, language }: EvaluationDescriptionInput): {
  readonly formula: string;
  readonly symbols: string;
} {
  const { evaluation } = content;
  const number = (value: string): string => formatDecimal(value, language);
  switch (evaluation.type) {
    case "added_value_deduction":
      return { formula: wording.formula_sek, symbols: wording.symbols_sek };
    case "lowest_price":
      return { formula: wording.formula_price, symbols: wording.symbols_price };
    case "fixed_price_quality_only":
      return { formula: wording.formula_quality, symbols: wording.symbols_quality };
    case "threshold_lowest_price": {
      const floor = number(evaluation.minQuality);
      return { formula: wording.formula_threshold, symbols: fill(wording.symbols_threshold, { floor }) };
    }
    case "quality_price_ratio": {
      const floor = number(evaluation.minQuality);
      return { formula: wording.formula_ratio, symbols: fill(wording.symbols_ratio, { floor }) };
    }
    case "weighted_points":
      break;
  }
  const weight = number(evaluation.priceWeight);
  const { priceFunction } = evaluation;
  switch (priceFunction.type) {
    case "linear_fixed_bounds": {
      const [lower, upper] = [priceFunction.lower, priceFunction.upper].map((b) => printedSek(b, language));
      const symbols = fill(wording.symbols_points, { weight, lower: lower ?? "", upper: upper ?? "" });
      return { formula: wording.formula_points, symbols };
    }
    case "inverse_proportional":
      return { formula: wording.formula_inverse, symbols: fill(wording.symbols_inverse, { weight }) };
    case "linear_from_lowest": {
      const symbols = fill(wording.symbols_from_lowest, { weight, slope: number(priceFunction.slope) });
      return { formula: wording.formula_from_lowest, symbols };
    }
  }
}
