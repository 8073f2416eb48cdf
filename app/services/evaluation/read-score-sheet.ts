import { readPublication } from "#app/db/publication.ts";
import { evaluatorsOf, lockedSheet, scoresOf } from "#app/db/scoring.ts";
import type { Person } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Answer, ResponseFile } from "#app/domain/response/response.ts";
import { pairsToJudge, type Score } from "#app/domain/scoring/sheet.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";

/** One thing to judge, with everything that the evaluator needs beside it. */
export interface SheetRow {
  readonly response: string;
  readonly vendor: string;
  readonly answer: Answer;
  readonly files: readonly ResponseFile[];
  readonly score: Score | null;
}

export interface ScoreSheet {
  readonly requirements: readonly {
    readonly requirement: TenderRequirement;
    readonly rows: readonly SheetRow[];
  }[];
  readonly done: number;
  readonly total: number;
  readonly lockedUs: number | null;
  readonly commitment: string | null;
  /** Who scores, and whether their sheet is locked: never what they wrote. */
  readonly evaluators: readonly { readonly name: string; readonly locked: boolean }[];
}

/** The evaluator's own sheet: one requirement at a time over all responses, so that they are judged alike. */
export async function readScoreSheet(
  app: Application,
  actor: Person,
  tenderId: string,
): Promise<Result<ScoreSheet>> {
  const db = app.database.read;
  const access = await authoriseTender(app, db, actor, "score.read-own", tenderId);
  if (!access.ok) return access;
  const opened = await openedResponses(app, actor, tenderId);
  if (!opened.ok) return opened;
  const publication = await readPublication(db, tenderId);
  if (publication === null) return failure({ code: "not_found" });
  const { requirements } = publication.content;
  const responses = opened.value.map(({ id, organisation, quality }) => ({
    id,
    vendor: organisation.name,
    answers: quality?.answers ?? {},
    files: quality?.files ?? [],
  }));
  const scores = await scoresOf(db, tenderId, actor.accountId);
  const pairs = pairsToJudge(responses, requirements);
  const sheet = await lockedSheet(db, tenderId, actor.accountId);
  const evaluators = await evaluatorsOf(db, tenderId);
  const rowsOf = (requirement: TenderRequirement): SheetRow[] =>
    pairs
      .filter((pair) => pair.requirement === requirement.id)
      .flatMap((pair) => {
        const response = responses.find(({ id }) => id === pair.response);
        const answer = response?.answers[requirement.id];
        if (response === undefined || answer === undefined) return [];
        return [
          {
            response: response.id,
            vendor: response.vendor,
            answer,
            files: response.files.filter(({ slot }) => slot === requirement.id),
            score:
              scores.find((s) => s.response === pair.response && s.requirement === pair.requirement) ?? null,
          },
        ];
      });
  return success({
    requirements: requirements
      .map((requirement) => ({ requirement, rows: rowsOf(requirement) }))
      .filter(({ rows }) => rows.length > 0),
    done: scores.length,
    total: pairs.length,
    lockedUs: sheet?.locked_us ?? null,
    commitment: sheet?.commitment ?? null,
    evaluators: evaluators.map(({ name, locked_us }) => ({ name, locked: locked_us !== null })),
  });
}
