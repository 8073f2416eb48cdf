import { readPublication } from "#app/db/publication.ts";
import { consensusOf, revealedScores } from "#app/db/scoring.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import { type Spread, spreadOf } from "#app/domain/scoring/deviation.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";

export interface BoardRow {
  readonly response: string;
  readonly vendor: string;
  readonly scores: readonly {
    readonly evaluator: string;
    readonly level: string;
    readonly comment: string;
  }[];
  readonly spread: Spread | null;
  readonly consensus: { readonly level: string; readonly reason: string } | null;
}

export interface ConsensusBoard {
  readonly requirements: readonly {
    readonly requirement: TenderRequirement;
    readonly rows: readonly BoardRow[];
  }[];
  readonly agreed: number;
  readonly total: number;
  readonly maySet: boolean;
  readonly mayLock: boolean;
}

/** All sheets side by side, once every sheet is locked: where the panel agrees, where it has to talk. */
export async function readConsensusBoard(
  app: Application,
  actor: Person,
  tenderId: string,
): Promise<Result<ConsensusBoard>> {
  const db = app.database.read;
  const access = await authoriseTender(app, db, actor, "score.read-others", tenderId);
  if (!access.ok) return access;
  const opened = await openedResponses(app, actor, tenderId);
  if (!opened.ok) return opened;
  const publication = await readPublication(db, tenderId);
  if (publication === null) return failure({ code: "not_found" });
  const scores = await revealedScores(db, tenderId);
  const agreed = await consensusOf(db, tenderId);
  const rowsOf = (requirement: TenderRequirement): BoardRow[] =>
    opened.value.flatMap(({ id, organisation }) => {
      const own = scores.filter((score) => score.response === id && score.requirement === requirement.id);
      if (own.length === 0) return [];
      const consensus = agreed.find((entry) => entry.response === id && entry.requirement === requirement.id);
      return [
        {
          response: id,
          vendor: organisation.name,
          scores: own.map(({ evaluator, level, comment }) => ({ evaluator, level, comment })),
          spread: spreadOf(
            requirement,
            own.map(({ level }) => level),
          ),
          consensus: consensus ? { level: consensus.level, reason: consensus.reason } : null,
        },
      ];
    });
  const requirements = publication.content.requirements
    .map((requirement) => ({ requirement, rows: rowsOf(requirement) }))
    .filter(({ rows }) => rows.length > 0);
  return success({
    requirements,
    agreed: agreed.length,
    total: requirements.reduce((sum, { rows }) => sum + rows.length, 0),
    maySet: access.value.may("consensus.set"),
    mayLock: access.value.may("quality.lock"),
  });
}
