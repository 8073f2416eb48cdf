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
  /** Points at full share, in the models that count quality in points; decimal string, null for a must. */
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
 * How a price becomes points, up to the price's weight M at the best price. The bounds of the first are published; the others
 * are relative: what a price earns depends on the lowest price of all bids.
 * - `linear_fixed_bounds`: M·(b − p)/(b − a), 0 above the upper bound b, never clipped below the lower bound a;
 * - `inverse_proportional`: M·lowest/p;
 * - `linear_from_lowest`: M·(1 − slope·(p − lowest)/lowest), negative where the price is high enough, never clipped.
 */
export type PriceFunction =
  | {
      readonly type: "linear_fixed_bounds";
      /** SEK as decimal strings, upper above lower. */
      readonly lower: string;
      readonly upper: string;
    }
  | { readonly type: "inverse_proportional" }
  | {
      readonly type: "linear_from_lowest";
      /** Decimal string above 0: with 1, a price twice the lowest earns nothing. */
      readonly slope: string;
    };

/** What the weights of a model in points add up to, exactly; declared, so that a slip is seen. */
interface InPoints {
  readonly weightTotal: string;
}

/**
 * How bids become a ranking. Numbers are decimal strings.
 * - `added_value_deduction`: comparison price = price − Σ valueSek · share; lowest wins, never clipped.
 * - `weighted_points`: price points by the price function plus Σ weight · share; highest wins.
 * - `threshold_lowest_price`: the lowest price of the bids whose Σ weight · share reaches `minQuality`.
 * - `lowest_price`: nothing but the price; such a tender has no shoulds.
 * - `fixed_price_quality_only`: the buyer has set the price; highest Σ weight · share wins.
 * - `quality_price_ratio`: Σ weight · share over price, highest wins, among the bids that reach `minQuality`.
 */
export type EvaluationModel = { readonly tieBreak: readonly TieBreakRule[] } & (
  | { readonly type: "added_value_deduction" }
  | (InPoints & {
      readonly type: "weighted_points";
      readonly priceWeight: string;
      readonly priceFunction: PriceFunction;
    })
  | (InPoints & { readonly type: "threshold_lowest_price"; readonly minQuality: string })
  | { readonly type: "lowest_price" }
  | (InPoints & { readonly type: "fixed_price_quality_only"; readonly fixedPriceSek: string })
  | (InPoints & { readonly type: "quality_price_ratio"; readonly minQuality: string })
);

/** What simulated markets said of the tender's model: anybody with the tender and the seed gets the same counts. */
export interface RecordedSimulation {
  readonly seed: number;
  readonly markets: number;
  /** Prices were drawn so many percent below and above the expected one. */
  readonly spreadPercent: number;
  /** Markets in which leaving out one losing bid changes who is first. */
  readonly awardFlips: number;
  /** Markets in which leaving out one bid changes the order of the others. */
  readonly orderChanges: number;
  /** SHA-256 of what was simulated (`simulationBasis`): another model or other requirements have another. */
  readonly basisSha256: string;
  /** The buyer has said to have understood that the order depends on other bids; only a relative model asks. */
  readonly acknowledged: boolean;
}

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
  /** Null while none has been recorded. */
  readonly simulation: RecordedSimulation | null;
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
