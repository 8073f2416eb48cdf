import type { Quality } from "#app/domain/evaluation/award/quality.ts";
import type { Explanation } from "#app/domain/evaluation/explanation.ts";
import { byId } from "#app/domain/evaluation/ranking.ts";
import type { Fraction } from "#app/domain/money/fraction.ts";
import type { TieBreakRule } from "#app/domain/tender/tender.ts";

export interface Criterion {
  readonly id: string;
  /** Points, SEK or percent at full score, by the model. */
  readonly weight: Fraction;
  readonly max: Fraction;
  /** Floor in points, inclusive. */
  readonly min: Fraction | null;
  readonly group: string | null;
}

export interface Gates {
  readonly must: readonly string[];
  readonly ceilingPrice: Fraction | null;
  readonly forbidNegativeItems: boolean;
  readonly groups: readonly { readonly id: string; readonly minShare: Fraction }[];
  readonly minTotalQuality: Fraction | null;
}

export interface Bid {
  readonly id: string;
  readonly price: Fraction | null;
  /** By criterion; a missing one counts 0. */
  readonly points: ReadonlyMap<string, Fraction>;
  readonly must: ReadonlyMap<string, boolean>;
  /** Part prices. */
  readonly items: readonly Fraction[];
  /** A given quality total; the points then serve the gates only. */
  readonly quality: Fraction | null;
  readonly technical: Fraction | null;
  readonly yearlyCosts: readonly Fraction[];
  /** Added-value shares of the price by feature (Prozorro). */
  readonly features: ReadonlyMap<string, Fraction>;
}

export type Direction = "higher_is_better" | "lower_is_better";

/** Why a model has no result for these bids: an outcome of the model, not a fault of the case. */
export type ModelError = "price_must_be_positive" | "quality_must_be_positive" | "price_above_base_price";

export interface ModelScores {
  readonly score: (bid: Bid) => Fraction;
  readonly explain: (bid: Bid) => Explanation;
  /** A band of bids among which something else than the score decides. */
  readonly band?: {
    readonly lower: Fraction;
    readonly within: readonly string[];
    readonly key: (bid: Bid) => Fraction;
    readonly direction: Direction;
  };
}

/** How admitted bids become scores. A new model is a name in `award-models.ts`, a file and a test. */
export interface AwardModel {
  readonly direction: Direction;
  /** False where a root, logarithm or power occurs; ranking is then by canonically rounded scores. */
  readonly rational: boolean;
  readonly legalFlag?: "SE_HFD_2022_41_price_without_effect";
  /** The model's own weights beside those of the criteria, for the check against the declared total. */
  readonly weights: readonly Fraction[];
  /** What the weights of the criteria must stay below. */
  readonly weightsBelow?: Fraction;
  /** The quality of a bid where neither its points nor L tell it, for tie-breaks. */
  readonly quality?: (bid: Bid) => Fraction;
  /** Known features of the bids and the most that each may give. */
  readonly featureMaxima?: ReadonlyMap<string, Fraction>;
  /** A criterion that decides by itself and must be among the criteria. */
  readonly namedCriterion?: string;
  readonly score: (bids: readonly Bid[], quality: Quality) => ModelScores | { readonly error: ModelError };
}

export interface TieBreak {
  readonly rules: readonly TieBreakRule[];
  readonly seed: string | null;
}

/** A checked award case: the only thing that `evaluate` takes. */
export interface AwardCase {
  readonly model: AwardModel;
  readonly criteria: readonly Criterion[];
  readonly gates: Gates;
  readonly tieBreak: TieBreak;
  readonly bids: readonly Bid[];
}

/** The same case with its bids in order of their ids, so that what is written does not depend on the order of the file. */
export const inOrderOfIds = (unordered: AwardCase): AwardCase => ({
  ...unordered,
  bids: unordered.bids.toSorted((a, b) => byId(a.id, b.id)),
});

/** The price of a bid in a model that needs one; reading the case has made sure of it. */
export function priceOf(bid: Bid): Fraction {
  if (bid.price === null) throw new TypeError(`bid ${bid.id} has no price`);
  return bid.price;
}
