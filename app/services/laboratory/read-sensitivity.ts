import type { Actor } from "#app/domain/account/actor.ts";
import { breakEvenPrice } from "#app/domain/evaluation/analysis/break-even-price.ts";
import { comparableValues } from "#app/domain/evaluation/analysis/comparable-values.ts";
import { leaveOneOut } from "#app/domain/evaluation/analysis/leave-one-out.ts";
import { rankAcceptability } from "#app/domain/evaluation/analysis/rank-acceptability.ts";
import { type ScoreFlip, singleScoreFlips } from "#app/domain/evaluation/analysis/single-score-flip.ts";
import type { Row } from "#app/domain/evaluation/analysis/values.ts";
import { weightSpace } from "#app/domain/evaluation/analysis/weight-space.ts";
import { winnerMargins } from "#app/domain/evaluation/analysis/winner-margins.ts";
import type { AwardCase, Criterion } from "#app/domain/evaluation/award/award-case.ts";
import { type EvaluationResult, evaluate } from "#app/domain/evaluation/evaluate.ts";
import { readEvaluationCase } from "#app/domain/evaluation/evaluation-case.ts";
import { evaluationCaseOf } from "#app/domain/evaluation/tender/evaluation-case-of.ts";
import { figure } from "#app/domain/evaluation/tender/figure.ts";
import type { Figure } from "#app/domain/evaluation/tender-evaluation.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { type ShownInterval, shownIntervals } from "#app/domain/laboratory/examine-bids.ts";
import { scaleOf } from "#app/domain/laboratory/scale.ts";
import type { Text } from "#app/domain/language.ts";
import {
  absolute,
  compare,
  divide,
  type Fraction,
  hundred,
  isZero,
  multiply,
  one,
  subtract,
  zero,
} from "#app/domain/money/fraction.ts";
import { isAdditive, type ModelUnits, unitsOf } from "#app/domain/tender/model-units.ts";
import type { TenderContent } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { evaluateResponses } from "#app/services/evaluation/evaluate-responses.ts";
import { type CommitteePage, readCommittee } from "#app/services/laboratory/read-committee.ts";
import { sampleRanksInWorker } from "#app/services/laboratory/run-in-worker.ts";
import { rankSeed, type ShownRanks, shownSamples } from "#app/services/laboratory/shown-ranks.ts";

/** Samples of weights where exactness ends. */
const rankSamples = 100_000;
/** The smallest changes say what the award hangs on; the rest only that it does not. */
const mostFlips = 12;

export interface SensitivityPage {
  readonly units: ModelUnits;
  readonly vendors: readonly { readonly response: string; readonly name: string; readonly index: number }[];
  readonly titles: Readonly<Record<string, Text>>;
  /** Alone in the first place before any tie-break; null when none is. */
  readonly winner: string | null;
  /** Losing responses without which somebody else would be first. */
  readonly dependsOn: readonly string[];
  readonly breakEven: readonly {
    readonly response: string;
    readonly price: Figure;
    /** Null when the bid cannot win on price. */
    readonly breakEven: Figure | null;
    readonly reduction: Figure | null;
    readonly reductionPercent: Figure | null;
  }[];
  /** Smallest change first; shares of full worth in percent. */
  readonly flips: readonly {
    readonly response: string;
    readonly requirement: string;
    readonly from: Figure;
    readonly to: Figure;
    readonly newFirst: readonly string[];
  }[];
  readonly flipCount: number;
  readonly margins: readonly {
    readonly criterion: string | null;
    readonly changePercent: number;
    readonly minus: Figure;
    readonly plus: Figure;
  }[];
  readonly stability: readonly ShownInterval[];
  readonly ranks: ShownRanks | null;
  /** Null for those who may not see others' scores. */
  readonly committee: CommitteePage | null;
}

/**
 * What the outcome hangs on. Analysis only: nothing here is part of the award, and nothing is written. It tells
 * quality and price together, so it is not for those who read only one of them. Faults as `evaluateResponses`.
 */
export async function readSensitivity(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<SensitivityPage>> {
  const access = await authoriseTender(app, app.database.read, actor, "price.analyse", tenderId);
  if (!access.ok) return access;
  const compared = await evaluateResponses(app, actor, tenderId);
  if (!compared.ok) return compared;
  const { content, input, vendors } = compared.value;
  const caseFile = evaluationCaseOf(input);
  const read = readEvaluationCase(caseFile);
  if (!read.ok) throw new TypeError(`published tender is no case: ${JSON.stringify(read.faults)}`);
  const base = read.value;
  const result = evaluate(base);
  const { evaluation } = content;
  const flips = flipsOf(content, base);
  // Both sample in threads of their own, at the same time.
  const [ranks, committee] = await Promise.all([
    isAdditive(evaluation) ? ranksOf(app, comparableValues(base, result)) : null,
    access.value.may("score.read-others") ? readCommittee(app, tenderId, { content, caseFile, base }) : null,
  ]);
  return success({
    units: unitsOf(evaluation),
    vendors: vendors.map(({ response, name }, index) => ({ response, name, index })),
    titles: Object.fromEntries(content.requirements.map(({ id, title }) => [id, title])),
    winner: result.winner,
    dependsOn: leaveOneOut(base).decisive,
    // A price that the buyer has set is not there to be lowered.
    breakEven: evaluation.type === "fixed_price_quality_only" ? [] : breakEvens(base, result),
    flips: flips.slice(0, mostFlips),
    flipCount: flips.length,
    margins: (isAdditive(evaluation) ? winnerMargins(base, result) : []).map(({ minus, plus, ...bar }) => ({
      ...bar,
      minus: figure(minus),
      plus: figure(plus),
    })),
    stability: shownIntervals(evaluation, base, result),
    ranks,
    committee,
  });
}

/** Of every admitted bid that is not first. */
function breakEvens(base: AwardCase, { scores, ranking }: EvaluationResult): SensitivityPage["breakEven"] {
  const [first = []] = ranking;
  return base.bids
    .filter(({ id }) => scores.has(id) && !first.includes(id))
    .map((bid) => {
      const price = bid.price ?? zero;
      const found = breakEvenPrice(base, bid).price;
      const reduction = found && subtract(price, found);
      return {
        response: bid.id,
        price: figure(price),
        breakEven: found && figure(found),
        reduction: reduction && figure(reduction),
        reductionPercent:
          reduction && !isZero(price) ? figure(divide(multiply(reduction, hundred), price)) : null,
      };
    });
}

function flipsOf(content: TenderContent, base: AwardCase): SensitivityPage["flips"] {
  const maxima = new Map(base.criteria.map(({ id, max }) => [id, max]));
  const levels = ({ id, max }: Criterion) => scaleOf(content, id).map((share) => multiply(share, max));
  const percent = (criterion: string, points: Fraction) =>
    figure(divide(multiply(points, hundred), maxima.get(criterion) ?? one));
  // Maxima differ only in how finely shares are written down: the change that counts is that of the share.
  const change = ({ criterion, delta }: ScoreFlip) => absolute(divide(delta, maxima.get(criterion) ?? one));
  return [...singleScoreFlips(base, levels)]
    .sort((a, b) => compare(change(a), change(b)))
    .map(({ bid, criterion, from, to, newFirst }) => ({
      response: bid,
      requirement: criterion,
      from: percent(criterion, from),
      to: percent(criterion, to),
      newFirst,
    }));
}

async function ranksOf({ root }: Application, rows: readonly Row[]): Promise<ShownRanks | null> {
  const criteria = rows[0]?.values.length ?? 0;
  if (rows.length < 2 || criteria < 2) return null;
  if (criteria <= 3) {
    const exact = rankAcceptability(rows, weightSpace(criteria === 2 ? 2 : 3, zero, one));
    return {
      sampled: null,
      bids: exact.map(({ id, ranks }) => ({
        response: id,
        percents: ranks.map((share) => figure(multiply(share, hundred))),
      })),
    };
  }
  const sampled = await sampleRanksInWorker({ rows, samples: rankSamples, seed: rankSeed }, { root });
  if (sampled === null) return null;
  return shownSamples(sampled);
}
