import { type MustVerdict, mustVerdict } from "#app/domain/evaluation/tender/must-verdict.ts";
import { type ShouldShare, shouldShare } from "#app/domain/evaluation/tender/should-share.ts";
import { type PriceRow, priceRows } from "#app/domain/evaluation/tender/tender-price.ts";
import type {
  CellState,
  EvaluatedResponse,
  MeasuredValue,
  TenderEvaluationInput,
} from "#app/domain/evaluation/tender-evaluation.ts";
import type { Answer } from "#app/domain/response/response.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** One answer held against its requirement, before any weight or other bid comes in. */
export interface Assessment {
  readonly requirement: TenderRequirement;
  readonly answer: Answer | null;
  readonly committeeLevel: string | null;
  readonly measured: MeasuredValue | null;
  readonly must: MustVerdict | null;
  readonly should: ShouldShare | null;
}

export interface AssessedResponse {
  readonly response: EvaluatedResponse;
  readonly assessments: readonly Assessment[];
  readonly priceRows: readonly PriceRow[];
}

export function assessResponses({
  tender,
  responses,
  levels,
  measured,
}: TenderEvaluationInput): AssessedResponse[] {
  const levelOf = lookup(levels);
  const measuredOf = lookup(measured);
  return responses.map((response) => ({
    response,
    priceRows: priceRows(tender, response),
    assessments: tender.requirements.map((requirement) => {
      const { answers } = response.content;
      const answer = Object.hasOwn(answers, requirement.id) ? (answers[requirement.id] ?? null) : null;
      const committeeLevel = levelOf(response.id, requirement.id)?.level ?? null;
      const value = measuredOf(response.id, requirement.id);
      const isMust = requirement.level === "must";
      return {
        requirement,
        answer,
        committeeLevel,
        measured: value,
        must: isMust ? mustVerdict(requirement, answer, committeeLevel) : null,
        should: isMust ? null : shouldShare(requirement, answer, committeeLevel, value),
      };
    }),
  }));
}

export function stateOf({ must, should }: Assessment): CellState {
  if (should) return should.state;
  return must === "missing" || must === "not_judged" ? must : "answered";
}

function lookup<T extends { readonly response: string; readonly requirement: string }>(
  entries: readonly T[],
) {
  const byResponse = new Map<string, Map<string, T>>();
  for (const entry of entries) {
    const own = byResponse.get(entry.response) ?? new Map<string, T>();
    byResponse.set(entry.response, own.set(entry.requirement, entry));
  }
  return (response: string, requirement: string): T | null =>
    byResponse.get(response)?.get(requirement) ?? null;
}
