import type {
  AnswerDefinition,
  Area,
  Level,
  Measure,
  ProofKind,
  UseOfMeasurement,
} from "#app/domain/catalogue/requirement.ts";
import type { Text } from "#app/domain/language.ts";
import type { Provisions } from "#app/domain/tender/provisions.ts";
import type { ServiceCredits } from "#app/domain/tender/service-credits.ts";
import type {
  PriceItem,
  RecordedSimulation,
  TenderContent,
  TieBreakRule,
} from "#app/domain/tender/tender.ts";

/** Texts of a requirement that a buyer may write anew. */
export const editableTexts = ["title", "text", "motive", "proof", "followUp"] as const;
type EditableText = (typeof editableTexts)[number];

/** The parts of a measure that a buyer chooses; a part left out stays. Numbers are decimal strings. */
export interface MeasureChange
  extends Partial<
    Pick<
      Measure,
      | "variant"
      | "comparator"
      | "threshold"
      | "thresholdUpper"
      | "window"
      | "exclusions"
      | "aggregation"
      | "aggregationK"
      | "aggregationN"
    >
  > {
  /** By parameter name; a parameter left out stays. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export type Facts = Pick<
  TenderContent,
  | "title"
  | "description"
  | "caseNumber"
  | "buyer"
  | "contractMonths"
  | "estimatedValueSek"
  | "ceilingPriceSek"
  | "forbidNegativePrices"
>;

/** One change of a draft, as the buyer thinks of it. */
export type DraftEdit =
  | { readonly type: "pick"; readonly ids: readonly string[] }
  | { readonly type: "unpick"; readonly ids: readonly string[] }
  | { readonly type: "add-own"; readonly area: Area; readonly level: Level; readonly title: Text }
  | { readonly type: "set-level"; readonly id: string; readonly level: Level }
  | { readonly type: "set-worth"; readonly id: string; readonly worth: string | null }
  | { readonly type: "set-text"; readonly id: string; readonly field: EditableText; readonly text: Text }
  | { readonly type: "set-proof-kind"; readonly id: string; readonly proofKind: ProofKind }
  | { readonly type: "set-answer"; readonly id: string; readonly answer: AnswerDefinition["type"] }
  | { readonly type: "set-use"; readonly id: string; readonly use: UseOfMeasurement }
  | { readonly type: "set-measure"; readonly id: string; readonly change: MeasureChange }
  | { readonly type: "add-price-item"; readonly item: Omit<PriceItem, "id"> & { readonly id?: string } }
  | { readonly type: "change-price-item"; readonly item: PriceItem }
  | { readonly type: "remove-price-item"; readonly id: string }
  | { readonly type: "set-facts"; readonly facts: Partial<Facts> }
  | { readonly type: "set-deadline"; readonly local: string | null; readonly timezone: string }
  | { readonly type: "set-provisions"; readonly provisions: Provisions }
  | { readonly type: "set-service-credits"; readonly serviceCredits: ServiceCredits }
  | {
      readonly type: "convert-model";
      readonly to: "weighted_points";
      readonly lower: string;
      readonly upper: string;
      readonly sekPerPoint: string;
    }
  | { readonly type: "convert-model"; readonly to: "added_value_deduction" }
  | { readonly type: "choose-model"; readonly choice: string }
  | { readonly type: "set-parameters"; readonly parameters: Readonly<Record<string, string>> }
  | { readonly type: "record-simulation"; readonly simulation: RecordedSimulation }
  | { readonly type: "set-tie-break"; readonly rules: readonly TieBreakRule[] }
  | { readonly type: "give-reason"; readonly finding: string; readonly reason: string };

/** An edit of one kind, for the function that carries it out. */
export type EditOf<T extends DraftEdit["type"]> = Extract<DraftEdit, { readonly type: T }>;
