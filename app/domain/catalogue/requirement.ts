import type { Text } from "#app/domain/language.ts";

export const levels = ["must", "should"] as const;
export type Level = (typeof levels)[number];

export const areas = [
  "continuity",
  "availability",
  "capacity",
  "security",
  "data-protection",
  "quality",
  "staffing",
  "work-environment",
  "ethics-standards",
  "integration",
  "onboarding",
  "licensing",
  "reporting",
  "incident-management",
  "operations",
  "remote-work",
] as const;
export type Area = (typeof areas)[number];

export const usesOfMeasurement = ["qualification", "verification", "award", "follow-up"] as const;
/** Where a proof or measured value may be used; the four are never mixed. */
export type UseOfMeasurement = (typeof usesOfMeasurement)[number];

export const proofKinds = ["document", "measurement", "declaration", "demonstration", "reference"] as const;
export type ProofKind = (typeof proofKinds)[number];

export const answerTypes = ["yes-no", "number", "choice", "file", "text"] as const;

export interface AnswerOption extends Text {
  readonly value: string;
}

/** What a vendor is asked to answer with. Bounds are decimal strings, both inclusive. */
export type AnswerDefinition =
  | { readonly type: "yes-no" }
  | {
      readonly type: "number";
      readonly unit: string | null;
      readonly min: string | null;
      readonly max: string | null;
      readonly decimals: number;
    }
  | { readonly type: "choice"; readonly multiple: boolean; readonly options: readonly AnswerOption[] }
  | { readonly type: "file" }
  | { readonly type: "text" };

/** A point of a value function on a number line: share 0–1 of the weight at `at`; `at: null` is "below the first step". */
export interface NumberAnchor extends Text {
  readonly at: string | null;
  readonly share: string;
}

/** A level of a value function: share 0–1 of the weight for an answer or an evaluator's level. */
export interface LevelAnchor extends Text {
  readonly value: string;
  readonly share: string;
}

/**
 * How an answer becomes a share 0–1 of the weight or SEK value. `step` and the straight lines read a number;
 * `levels` reads the chosen value, or the level that an evaluator sets from the anchor texts.
 */
export type Scoring =
  | {
      readonly type: "step" | "linear" | "piecewise";
      readonly direction: "higher" | "lower";
      readonly unit: string | null;
      readonly anchors: readonly NumberAnchor[];
    }
  | { readonly type: "levels"; readonly combine: "single" | "sum"; readonly anchors: readonly LevelAnchor[] };

export const comparators = [">=", ">", "<=", "<", "=", "between"] as const;
export type Comparator = (typeof comparators)[number];

export const aggregations = ["every_window", "k_of_n", "pooled"] as const;
export type Aggregation = (typeof aggregations)[number];

export const exclusions = [
  "planned_maintenance_announced",
  "buyer_caused",
  "declared_surge",
  "short_abandons",
] as const;
export type Exclusion = (typeof exclusions)[number];

/**
 * What "90/20" means: metric, formula variant, threshold, window, exclusions, aggregation and evidence.
 * Thresholds are decimal strings compared with unrounded values; all three are null when `role` is `report`.
 */
export interface Measure {
  readonly metric: string;
  readonly variant: string;
  readonly role: "limit" | "trigger" | "report";
  readonly comparator: Comparator | null;
  readonly threshold: string | null;
  readonly thresholdUpper: string | null;
  readonly unit: string;
  readonly window: string;
  readonly timezone: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly exclusions: readonly Exclusion[];
  readonly aggregation: Aggregation;
  readonly aggregationK: number | null;
  readonly aggregationN: number | null;
  readonly evidence: "census" | "sample";
  /** `source`: the number stands in a source text; `default`: proposed by the catalogue, the buyer decides. */
  readonly thresholdBasis: "source" | "default" | "none";
}

export interface StandardReference {
  readonly id: string;
  readonly ref: string;
  readonly status: "in force" | "superseded";
  readonly supersededBy: string | null;
  readonly role: "referenced" | "informative";
}

export interface Provenance {
  /** Id in `sources.yml`. */
  readonly source: string;
  readonly locator: string;
  readonly basis: "explicit" | "implied" | "added";
  readonly modality: string | null;
}

/** A catalogue requirement: the object that draft, document, answer, score and follow-up all share by its id. */
export interface Requirement {
  readonly id: string;
  readonly area: Area;
  /** Suggested level; the buyer decides unless `levelSwitch` is `must_only`. */
  readonly level: Level;
  readonly levelSwitch: "free" | "must_only";
  readonly core: boolean;
  readonly title: Text;
  /** One sentence with one modal verb, for each level. */
  readonly texts: { readonly [L in Level]: Text };
  readonly motive: Text;
  readonly proofKind: ProofKind;
  readonly proof: Text;
  readonly followUp: Text;
  readonly useOfMeasurement: UseOfMeasurement;
  /** The use after a level switch; null when the level may not be switched. */
  readonly useWhenSwitched: UseOfMeasurement | null;
  readonly answer: AnswerDefinition;
  /** Decimal string 1–10, used when the level is should. */
  readonly defaultWeight: string;
  readonly scoring: Scoring;
  readonly measure: Measure | null;
  readonly standard: StandardReference | null;
  readonly competitionNote: Text | null;
  readonly note: Text | null;
  readonly related: readonly string[];
  readonly provenance: readonly Provenance[];
}
