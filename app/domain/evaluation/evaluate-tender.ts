import type { AwardCase } from "#app/domain/evaluation/award/award-case.ts";
import { type EvaluationResult, evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import {
  type AssessedResponse,
  type Assessment,
  assessResponses,
  stateOf,
} from "#app/domain/evaluation/tender/assess-response.ts";
import { caseFileOf, priceOf, weightOf } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import { explainCell } from "#app/domain/evaluation/tender/explain-cell.ts";
import { explainScore } from "#app/domain/evaluation/tender/explain-score.ts";
import { figure } from "#app/domain/evaluation/tender/figure.ts";
import { published } from "#app/domain/evaluation/tender/share-of-weight.ts";
import { explainPrice } from "#app/domain/evaluation/tender/tender-price.ts";
import type {
  Admission,
  EvaluationCell,
  ResponseEvaluation,
  TenderEvaluation,
  TenderEvaluationInput,
} from "#app/domain/evaluation/tender-evaluation.ts";
import { multiply, sum } from "#app/domain/money/fraction.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";

/**
 * Evaluates the opened responses of a published tender by its own model. Every figure goes through the case file that
 * `evaluationCaseOf` exports, so that an auditor who recomputes the file gets the same result.
 */
export function evaluateTender(input: TenderEvaluationInput): TenderEvaluation {
  const assessed = assessResponses(input);
  const read = readEvaluationCase(caseFileOf(input, assessed));
  if (!read.ok) throw new TypeError(`published tender is no case: ${JSON.stringify(read.faults)}`);
  const result = evaluate(read.value);
  const [first] = result.order;
  return {
    direction: result.direction,
    responses: assessed.map((response) => responseEvaluation(input.tender, response, result, read.value)),
    ranking: result.ranking,
    order: result.order,
    decidedBy: result.decidedBy,
    winner: first?.length === 1 ? (first[0] ?? null) : null,
  };
}

function responseEvaluation(
  tender: TenderContent,
  { response, assessments, priceRows }: AssessedResponse,
  result: EvaluationResult,
  base: AwardCase,
): ResponseEvaluation {
  const { id } = response;
  const reasons = result.excluded.get(id) ?? [];
  const cells = assessments.map((assessment) => cellOf(tender, id, assessment));
  const priced = priceRows.every(({ unitPrice }) => unitPrice !== null);
  const score = result.scores.get(id);
  const quality = sum(assessments.map((assessment) => worthOf(tender, assessment)));
  return {
    response: id,
    admission: admissionOf(reasons, assessments),
    reasons,
    price: priced ? figure(priceOf(tender, priceRows)) : null,
    quality: figure(quality),
    score: score ? figure(score) : null,
    rank: result.ranks.get(id) ?? null,
    cells,
    // Explanations are built when they are opened: of thousands of numbers a reader opens a few.
    get explanation() {
      const explanation = result.explain(id);
      const price = explainPrice(tender, id, priceRows);
      return explanation && explainScore({ tender, explanation, cells, price, quality, base, result });
    },
  };
}

/** Waiting for the committee is no reason to exclude, as long as it is the only one. */
function admissionOf(reasons: readonly string[], assessments: readonly Assessment[]): Admission {
  if (reasons.length === 0) return "admitted";
  const waiting = new Set(
    assessments.flatMap(({ requirement, must }) =>
      must === "not_judged" ? [`must:${requirement.id}:missing`] : [],
    ),
  );
  return reasons.every((reason) => waiting.has(reason)) ? "clarification_needed" : "excluded";
}

function worthOf(tender: TenderContent, { requirement, should }: Assessment) {
  const weight = published(weightOf(tender, requirement));
  return multiply(weight, should?.share ?? { n: 0n, d: 1n });
}

function cellOf(tender: TenderContent, response: string, assessment: Assessment): EvaluationCell {
  const { requirement, answer, committeeLevel, measured, must, should } = assessment;
  return {
    requirement: requirement.id,
    level: requirement.level,
    state: stateOf(assessment),
    answer,
    committeeLevel,
    measured,
    met: must === null || must === "not_judged" ? null : must === "met",
    share: should ? figure(should.share) : null,
    value: should ? figure(worthOf(tender, assessment)) : null,
    get explanation() {
      return explainCell(tender, response, assessment);
    },
  };
}
