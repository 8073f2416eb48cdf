import type { Level } from "#app/domain/catalogue/requirement.ts";
import type { Language, Text } from "#app/domain/language.ts";
import type { Answer } from "#app/domain/response/response.ts";
import type { EvaluationModel } from "#app/domain/tender/tender.ts";

/**
 * Everything that the comparison workbook shows, gathered. A `Figure` is an exact value: a decimal string ("99.5")
 * or a fraction ("3400/3"); null is "no value", never 0.
 */
export type Figure = string | null;

export interface ComparedBid {
  readonly id: string;
  readonly vendor: string;
  /** From 1; null when the bid is rejected. Equal ranks are ties. */
  readonly rank: number | null;
  readonly tenderPriceSek: Figure;
  /** SEK for `added_value_deduction`, points for `weighted_points`. */
  readonly result: Figure;
  /** Distance to the best bid, in the unit of `result`. */
  readonly distance: Figure;
  /** Every reason why the bid is rejected, in words; empty when admitted. */
  readonly gates: readonly { readonly requirement: string | null; readonly reason: string }[];
}

export interface ComparedCell {
  /** Null is a missing answer. */
  readonly answer: Answer | null;
  /** Share 0–1 of the weight or value; null for a must or where nothing is scored yet. */
  readonly share: Figure;
  /** Points or SEK earned; null as for `share`. */
  readonly earned: Figure;
}

export interface ComparedRequirement {
  readonly id: string;
  readonly level: Level;
  readonly title: Text;
  /** Unit of a number answer in words, or "". */
  readonly unit: string;
  /** Names of choice values in the language of the document. */
  readonly options: Readonly<Record<string, string>>;
  /** Points or SEK at full share; null for a must. */
  readonly value: Figure;
  /** By bid id. */
  readonly cells: Readonly<Record<string, ComparedCell>>;
}

export interface ComparedPriceItem {
  readonly id: string;
  readonly name: Text;
  readonly unit: Text;
  readonly volume: string;
  /** Unit price in SEK by bid id; null where none was given. */
  readonly unitPrices: Readonly<Record<string, Figure>>;
  /** Volume × unit price by bid id. */
  readonly sums: Readonly<Record<string, Figure>>;
}

export interface ComparisonDocument {
  readonly language: Language;
  readonly title: Text;
  readonly caseNumber: string;
  /** Instant that the document states as its time. */
  readonly madeAt: string;
  readonly model: EvaluationModel["type"];
  readonly bids: readonly ComparedBid[];
  readonly requirements: readonly ComparedRequirement[];
  readonly priceItems: readonly ComparedPriceItem[];
}
