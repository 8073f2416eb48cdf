import type { Level } from "#app/domain/catalogue/requirement.ts";
import type { Explanation } from "#app/domain/evaluation/explanation.ts";
import type { Answer, ResponseContent } from "#app/domain/response/response.ts";
import type { TenderContent, TieBreakRule } from "#app/domain/tender/tender.ts";

/** The level that the committee agreed on for one response and requirement: a `value` of the scoring's anchors. */
interface CommitteeLevel {
  readonly response: string;
  readonly requirement: string;
  readonly level: string;
}

const verdicts = ["verified", "refuted", "undetermined", "no_data"] as const;
type Verdict = (typeof verdicts)[number];

/** What measured data says of one response and requirement. */
export interface MeasuredValue {
  readonly response: string;
  readonly requirement: string;
  readonly verdict: Verdict;
  /** Unrounded decimal string; null without data. */
  readonly value: string | null;
  /** Percent of the window with data, decimal string; null where it has no meaning. */
  readonly coverage: string | null;
  /** Reference to the import or report that the value was computed from. */
  readonly source: string;
}

/** One opened response to be evaluated; `id` is what levels, measured values and results speak of. */
export interface EvaluatedResponse {
  readonly id: string;
  readonly content: Omit<ResponseContent, "statements">;
}

export interface TenderEvaluationInput {
  /** Content of the published tender. */
  readonly tender: TenderContent;
  readonly responses: readonly EvaluatedResponse[];
  readonly levels: readonly CommitteeLevel[];
  readonly measured: readonly MeasuredValue[];
  /** Procurement id + time + public beacon value; null until a tie has been announced. */
  readonly lotterySeed: string | null;
  /** Rejected as abnormally low after their bidders could explain. */
  readonly rejectedAsLow?: readonly string[];
}

/** An exact number with its text for the eye. */
export interface Figure {
  /** "n" or "n/d" in lowest terms. */
  readonly exact: string;
  /** Two decimals or more, half up. */
  readonly decimal: string;
}

/**
 * - `answered`: the answer (or the committee's level) was scored or checked;
 * - `missing`: the vendor gave no answer; a should gets share 0, a must is a reason;
 * - `not_judged`: the committee has not set a level yet;
 * - `no_data`: use is `award` and no data was measured; counts as a missing answer.
 */
const cellStates = ["answered", "missing", "not_judged", "no_data"] as const;
export type CellState = (typeof cellStates)[number];

/** One cell of the matrix: a requirement of a response. */
export interface EvaluationCell {
  readonly requirement: string;
  readonly level: Level;
  readonly state: CellState;
  readonly answer: Answer | null;
  readonly committeeLevel: string | null;
  /** Beside the answer; moves points only where `useOfMeasurement` is `award`. */
  readonly measured: MeasuredValue | null;
  /** Must: whether it is met, null while not judged. Should: null. */
  readonly met: boolean | null;
  /** Should: share 0–1. Must: null. */
  readonly share: Figure | null;
  /** Should: points (`weighted_points`) or SEK (`added_value_deduction`). Must: null. */
  readonly value: Figure | null;
  readonly explanation: Explanation | null;
}

const admissions = ["admitted", "excluded", "clarification_needed"] as const;
export type Admission = (typeof admissions)[number];

export interface ResponseEvaluation {
  readonly response: string;
  /** `clarification_needed` when the only reasons are musts that the committee has not judged yet. */
  readonly admission: Admission;
  /**
   * Every reason, in order: `must:<requirement>:missing|failed`, `must:unit_price:<item>:missing|failed`,
   * `must:tender_price:failed` (negative total), `must:abnormally_low:failed` (rejected after its hearing),
   * `ceiling_price`, `negative_item_price`.
   */
  readonly reasons: readonly string[];
  /** Σ volume × unit price; null when a unit price is missing or not a number. */
  readonly price: Figure | null;
  /** Σ points or Σ SEK of the shoulds. */
  readonly quality: Figure;
  /** Comparison price or total points; null when not admitted. */
  readonly score: Figure | null;
  /** 1 is best, equal scores share a rank (1, 1, 3) before tie-break; null when not admitted. */
  readonly rank: number | null;
  /** In the tender's order of requirements. */
  readonly cells: readonly EvaluationCell[];
  readonly explanation: Explanation | null;
}

/** Which rule put `better` before `worse`; `score` when the scores differ, null while nothing separates them. */
export interface Decision {
  readonly better: string;
  readonly worse: string;
  readonly rule: "score" | TieBreakRule | null;
}

export interface TenderEvaluation {
  readonly direction: "lower_is_better" | "higher_is_better";
  /** In the order given. */
  readonly responses: readonly ResponseEvaluation[];
  /** Tiers of equal score, best first. */
  readonly ranking: readonly (readonly string[])[];
  /** Tiers after the tie-break chain; a tier of two or more is still tied. */
  readonly order: readonly (readonly string[])[];
  /** One for each adjacent pair of `order`. */
  readonly decidedBy: readonly Decision[];
  /** First of `order`; null when tied or nobody is admitted. */
  readonly winner: string | null;
}
