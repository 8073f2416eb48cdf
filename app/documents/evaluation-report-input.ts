import type { PrintedTender } from "#app/documents/printed-tender.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import type { TenderRole } from "#app/domain/account/actor.ts";
import { withSymbol } from "#app/domain/catalogue/number-format.ts";
import { unitName } from "#app/domain/catalogue/unit.ts";
import type { Sensitivity } from "#app/domain/evaluation/tender/sensitivity-of.ts";
import type {
  EvaluationCell,
  MeasuredValue,
  ResponseEvaluation,
  TenderEvaluation,
} from "#app/domain/evaluation/tender-evaluation.ts";
import { answerText } from "#app/domain/response/answer-text.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

export interface Participant {
  readonly name: string;
  readonly role: TenderRole;
  /** The last declaration of interest; null when none was made. */
  readonly declaration: { readonly conflict: boolean; readonly at: string } | null;
}

export interface ConsensusEntry {
  readonly response: string;
  readonly requirement: string;
  readonly level: string;
  readonly reason: string;
}

/** Everything that the evaluation report tells, gathered. */
export interface EvaluationReportInput extends PrintedTender {
  readonly wording: Wording<"evaluation-report">;
  /** Instant that the report states as its time. */
  readonly madeAt: string;
  readonly modelSha256: string;
  readonly participants: readonly Participant[];
  /** Who locked the quality, in the order in which they did. */
  readonly lockedBy: readonly { readonly name: string; readonly at: string }[];
  readonly evaluation: TenderEvaluation;
  readonly consensus: readonly ConsensusEntry[];
  readonly measured: readonly MeasuredValue[];
  /** What the first place hangs on; null when no bid is first alone. */
  readonly sensitivity: Sensitivity | null;
  /** Name of the bidder by response id. */
  readonly vendors: Readonly<Record<string, string>>;
  /** Unit price in SEK by response id and price item id, decimal strings. */
  readonly unitPrices: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const bidderOf = ({ vendors }: EvaluationReportInput, response: string): string =>
  vendors[response] ?? response;

/** The ranked first, best first, then those that are not compared, as given. */
export function inOrder({ evaluation }: EvaluationReportInput): readonly ResponseEvaluation[] {
  const place = new Map(evaluation.order.flat().map((id, index) => [id, index]));
  const placeOf = ({ response }: ResponseEvaluation): number => place.get(response) ?? place.size;
  return evaluation.responses.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The answer as it was given, or why there is none to score. */
export function printedAnswer(
  requirement: TenderRequirement,
  { answer, state }: EvaluationCell,
  { wording, language, vocabulary }: EvaluationReportInput,
): string {
  if (answer === null) return wording.missing;
  const text = answerText(requirement, answer, language);
  const asked = requirement.answer;
  const unit =
    asked.type === "number" && asked.unit !== null ? unitName(asked.unit, vocabulary, language) : "";
  const given = withSymbol(text, unit, language);
  return state === "answered" ? given : [given, wording[state]].filter((part) => part !== "").join(" · ");
}
