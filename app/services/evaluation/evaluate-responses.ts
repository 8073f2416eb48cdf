import { readLottery } from "#app/db/award.ts";
import type { Reading } from "#app/db/database.ts";
import { hearingsOf } from "#app/db/low-bid.ts";
import { readPublication } from "#app/db/publication.ts";
import { consensusOf } from "#app/db/scoring.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { lotterySeed } from "#app/domain/award/lottery-draw.ts";
import { evaluateTender } from "#app/domain/evaluation/evaluate-tender.ts";
import type { TenderEvaluation, TenderEvaluationInput } from "#app/domain/evaluation/tender-evaluation.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import type { PublishedTender } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { measuredValues } from "#app/services/measurement/measured-values.ts";
import {
  conflictFault,
  type OpenedResponse,
  openedResponses,
  storedResponses,
} from "#app/services/opening/opened-responses.ts";

export interface Comparison {
  readonly content: PublishedTender;
  readonly modelSha256: string;
  readonly vendors: readonly {
    readonly response: string;
    readonly name: string;
    readonly files: readonly ResponseFile[];
  }[];
  readonly input: TenderEvaluationInput;
  readonly evaluation: TenderEvaluation;
}

/**
 * Evaluates all opened responses by the frozen model, from what was submitted, agreed and measured. Computed anew at
 * each reading: there is no stored result that could differ from its sources. For those who may read both parts only:
 * from prices alone there is no outcome.
 */
export async function evaluateResponses(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<Comparison>> {
  const db = app.database.read;
  const access = await authoriseTender(app, db, actor, "price.analyse", tenderId);
  if (!access.ok) return access;
  const opened = await openedResponses(app, actor, tenderId);
  if (!opened.ok) return opened;
  const comparison = await evaluateOpened(db, tenderId, opened.value);
  return comparison === null ? failure({ code: "not_found" }) : success(comparison);
}

/**
 * The same for those who may read the evaluation report: whoever decides on the ground of it, too, who has no other way
 * to the bids.
 */
export async function evaluateForReport(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<Comparison>> {
  const db = app.database.read;
  const access = await authoriseTender(app, db, actor, "evaluation-report.read", tenderId);
  if (!access.ok) return access;
  if (actor.kind !== "person") return failure({ code: "not_found" });
  const conflict = await conflictFault(db, tenderId, actor, access.value.tenderRoles);
  if (conflict !== null) return failure(conflict);
  const opened = await storedResponses(db, tenderId, { quality: true, price: true });
  const comparison = await evaluateOpened(db, tenderId, opened);
  return comparison === null ? failure({ code: "not_found" }) : success(comparison);
}

/** The same for those whose right to read both parts has been settled already; null before publication. */
export async function evaluateOpened(
  db: Reading,
  tenderId: string,
  opened: readonly OpenedResponse[],
): Promise<Comparison | null> {
  const publication = await readPublication(db, tenderId);
  if (publication === null) return null;
  const { content, modelSha256 } = publication;
  const responses = opened.map(({ id, quality, unitPrices }) => ({
    id,
    content: {
      tender: tenderId,
      answers: quality?.answers ?? {},
      files: quality?.files ?? [],
      unitPrices: unitPrices ?? {},
    },
  }));
  const levels = await consensusOf(db, tenderId);
  const draw = await readLottery(db, tenderId);
  const hearings = await hearingsOf(db, tenderId);
  const input: TenderEvaluationInput = {
    tender: content,
    responses,
    levels: levels.map(({ response, requirement, level }) => ({ response, requirement, level })),
    measured: await measuredValues(
      db,
      content,
      responses.map(({ id, content: { files } }) => ({ id, files })),
    ),
    lotterySeed: draw && lotterySeed(tenderId, draw),
    rejectedAsLow: [...hearings].flatMap(([id, { decision }]) => (decision?.rejected ? [id] : [])),
  };
  return {
    content,
    modelSha256,
    vendors: opened.map(({ id, organisation, quality }) => ({
      response: id,
      name: organisation.name,
      files: quality?.files ?? [],
    })),
    input,
    evaluation: evaluateTender(input),
  };
}
