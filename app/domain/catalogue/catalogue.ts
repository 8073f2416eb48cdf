import type { Area, Comparator, Level, Requirement } from "#app/domain/catalogue/requirement.ts";
import type { Text } from "#app/domain/language.ts";
import type { TieBreakRule } from "#app/domain/tender/tender.ts";

export interface AreaDefinition {
  readonly id: Area;
  /** First part of every requirement id of the area, for example `AVAIL`. */
  readonly prefix: string;
  readonly name: Text;
}

/** One way to compute a metric; contracts name it, since "90/20" means nothing without it. */
export interface MetricVariant {
  readonly id: string;
  readonly isDefault: boolean;
  readonly formula: string;
  /** Pattern of the readable sentence (see `measureSentence`); null for the general one. */
  readonly sentence: Text | null;
  readonly note: Text | null;
}

/** A key figure. `inputs` are `record.field` names of the catalogue's `records`. */
export interface Metric {
  readonly id: string;
  readonly kind: "kpi" | "auxiliary";
  readonly name: Text;
  /** Name in the source text when that is in another language than ours. */
  readonly originalName: string | null;
  /** Number among the 23 key figures of source text 004. */
  readonly sourceNumber: number | null;
  readonly unit: string;
  readonly direction: "higher" | "lower" | "band" | "context";
  readonly description: Text;
  readonly formula: string;
  /** Exactly one is the default. */
  readonly variants: readonly MetricVariant[];
  readonly inputs: readonly string[];
  readonly windows: readonly string[];
  /** Levels that source texts quote: information, not a requirement. */
  readonly norm: Text | null;
  readonly pitfalls: readonly Text[];
  readonly provenance: readonly { readonly source: string; readonly locator: string }[];
}

export const trapStages = ["drafting", "response", "follow-up"] as const;

/** A rule that warns of a misleading target, data set or report. */
export interface Trap {
  readonly id: string;
  readonly severity: "high" | "medium" | "low";
  /** Where it is of most use; it runs wherever its inputs exist. */
  readonly stages: readonly (typeof trapStages)[number][];
  readonly name: Text;
  readonly message: Text;
  /** Condition in pseudo-code; true warns. */
  readonly rule: string;
  readonly inputs: readonly string[];
  /** Metric ids; `*` is any metric. */
  readonly appliesTo: readonly string[];
  /** Settings of the rule; shares are fractions of one. Whole numbers are numbers, decimals are strings. */
  readonly defaultParameters: Readonly<Record<string, string | number>>;
  readonly provenance: readonly { readonly source: string; readonly locator: string }[];
}

export interface ProfileItem {
  /** Requirement id. */
  readonly id: string;
  readonly level: Level;
  /** Whole number 1–10 as a string; null for a must. */
  readonly weight: string | null;
  /** Weight times the profile's SEK per weight unit; null for a must. */
  readonly valueSek: string | null;
}

/** A starter set of requirements, with a worked example of contract and price. */
export interface Profile {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly contractMonths: number;
  /** Estimated price over the contract, SEK as decimal string. */
  readonly estimatedPriceSek: string;
  readonly sekPerWeightUnit: string;
  readonly tieBreak: readonly TieBreakRule[];
  readonly note: Text;
  readonly items: readonly ProfileItem[];
}

export interface Standard {
  readonly id: string;
  readonly ref: string;
  readonly kind: "standard" | "law" | "protocol" | "method";
  readonly title: Text;
  readonly status: "in force" | "superseded";
  readonly supersededBy: string | null;
  readonly replaces: string | null;
}

/** A text that requirements and metrics were drawn from. */
export interface Source {
  readonly id: string;
  readonly title: Text;
  readonly kind: Text;
  /** ISO 639-1 code of the language it is written in. */
  readonly language: string;
}

export interface Unit {
  readonly id: string;
  /** Written after a number instead of the words, for example `%`; null where the words are used. */
  readonly symbol: string | null;
  readonly singular: Text;
  readonly plural: Text;
}

/** A code of the catalogue with its name, and the phrase that a sentence uses for it. */
export interface Term {
  readonly code: string;
  readonly name: Text;
  readonly phrase: Text;
}

export const sentenceFrames = [
  "general",
  "report",
  "trigger",
  "pooled",
  "k_of_n",
  "exclusions",
  "and",
] as const;
export type SentenceFrame = (typeof sentenceFrames)[number];

/** The words that `measureSentence` puts together, as patterns with `{placeholders}`. */
export interface SentenceWords {
  /** `outside` is for a trigger between two bounds, which starts beyond them. */
  readonly comparators: Readonly<Record<Comparator | "outside", Text>>;
  /** By parameter name, or `name.value` where the value is a code. */
  readonly parameters: ReadonlyMap<string, Text>;
  readonly frames: Readonly<Record<SentenceFrame, Text>>;
}

/** The whole catalogue, in the order of its files; each map is keyed by id. */
export interface Catalogue {
  readonly areas: ReadonlyMap<Area, AreaDefinition>;
  /** In the order of areas, then of numbers. */
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly traps: ReadonlyMap<string, Trap>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly standards: ReadonlyMap<string, Standard>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly windows: ReadonlyMap<string, Term>;
  readonly exclusions: ReadonlyMap<string, Term>;
  readonly sentences: SentenceWords;
  /** Records that formulas read, with the names of their fields. */
  readonly records: ReadonlyMap<string, readonly string[]>;
}
