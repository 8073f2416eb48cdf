import type {
  AnswerDefinition,
  Area,
  Level,
  Measure,
  ProofKind,
  Scoring,
  StandardReference,
  UseOfMeasurement,
} from "#app/domain/catalogue/requirement.ts";
import type { Text } from "#app/domain/language.ts";
import type { Provisions } from "#app/domain/tender/provisions.ts";
import type { ServiceCredits } from "#app/domain/tender/service-credits.ts";

/**
 * A requirement as it stands in one tender: the catalogue's object with the buyer's choices. It keeps the catalogue's
 * id for its whole life, so that answer, score, contract and follow-up speak of the same thing.
 */
export interface TenderRequirement {
  readonly id: string;
  readonly area: Area;
  readonly level: Level;
  readonly title: Text;
  readonly text: Text;
  readonly motive: Text;
  readonly proofKind: ProofKind;
  readonly proof: Text;
  readonly followUp: Text;
  readonly useOfMeasurement: UseOfMeasurement;
  readonly answer: AnswerDefinition;
  readonly scoring: Scoring;
  readonly measure: Measure | null;
  readonly standard: StandardReference | null;
  /** Points at full share (`weighted_points`), decimal string; null for a must. */
  readonly weight: string | null;
  /** SEK deducted at full share (`added_value_deduction`), decimal string; null for a must. */
  readonly valueSek: string | null;
}

/** One row of the price sheet: `volume × unit price` is summed into the tender price. */
export interface PriceItem {
  readonly id: string;
  readonly name: Text;
  readonly unit: Text;
  /** Volume over the whole contract, decimal string above 0. */
  readonly volume: string;
}

export const tieBreakRules = ["lower_tender_price", "higher_quality", "lottery"] as const;
export type TieBreakRule = (typeof tieBreakRules)[number];

/**
 * How bids become a ranking. Both models are absolute: a bid's figure never depends on another bid.
 * - `added_value_deduction`: comparison price = price − Σ valueSek · share; lowest wins, never clipped.
 * - `weighted_points`: price points by published fixed bounds plus Σ weight · share; highest wins.
 */
export type EvaluationModel =
  | { readonly type: "added_value_deduction"; readonly tieBreak: readonly TieBreakRule[] }
  | {
      readonly type: "weighted_points";
      /** Points for price at the lower bound, decimal string. */
      readonly priceWeight: string;
      /** Published price bounds, SEK as decimal strings, upper above lower. */
      readonly priceBounds: { readonly lower: string; readonly upper: string };
      /** What price weight and requirement weights add up to, exactly. */
      readonly weightTotal: string;
      readonly tieBreak: readonly TieBreakRule[];
    };

export interface Buyer {
  readonly name: string;
  readonly organisationNumber: string;
  readonly contactName: string;
  readonly contactEmail: string;
}

/** Everything of a tender that a buyer writes and publication freezes. */
export interface TenderContent {
  readonly title: Text;
  readonly description: Text;
  readonly caseNumber: string;
  readonly buyer: Buyer;
  /** Catalogue profile it started from; null when empty. */
  readonly profile: string | null;
  readonly contractMonths: number;
  /** Estimated value of the whole contract, SEK as decimal string; null while unknown. */
  readonly estimatedValueSek: string | null;
  /** Ceiling price, SEK as decimal string; a bid above it is rejected. Null for none. */
  readonly ceilingPriceSek: string | null;
  readonly forbidNegativePrices: boolean;
  /** IANA zone of every local time of the tender. */
  readonly timezone: string;
  /** Last moment to submit, exclusive, as an instant (`2027-03-12T11:00:00Z`, whole seconds); null while unset. */
  readonly deadline: string | null;
  readonly provisions: Provisions;
  readonly serviceCredits: ServiceCredits;
  readonly requirements: readonly TenderRequirement[];
  readonly priceItems: readonly PriceItem[];
  readonly evaluation: EvaluationModel;
}

/** A tender that may still have faults. */
export interface DraftTender extends TenderContent {
  readonly kind: "draft";
  /** Why a warning is accepted, by `findingKey`; filed with the draft and never published. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** A tender that `publishable` has let through: complete, without faults, about to be frozen or frozen. */
export interface PublishedTender extends TenderContent {
  readonly kind: "published";
  readonly deadline: string;
}
