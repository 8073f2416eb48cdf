import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { Level } from "#app/domain/catalogue/requirement.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { answerText } from "#app/domain/response/answer-text.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";
import type { Application } from "#app/services/application.ts";
import { openedResponses } from "#app/services/opening/opened-responses.ts";
import { type StatementSection, statementList } from "#app/services/response/statement-list.ts";

export interface OpenedResponsePage {
  readonly tenderId: string;
  readonly vendor: string;
  readonly version: number;
  readonly receivedUs: number;
  readonly contentSha256: string;
  readonly timezone: string;
  readonly statements: readonly StatementSection[];
  readonly answers: ReadonlyArray<{
    readonly id: string;
    readonly level: Level;
    readonly title: string;
    readonly text: string;
    /** In words; null for no answer. */
    readonly answer: string | null;
    readonly files: ReadonlyArray<Pick<ResponseFile, "id" | "name">>;
  }>;
}

/** One opened response as it was submitted, without its prices, in the tender's order. Faults: as `openedResponses`. */
export async function readOpenedResponse(
  app: Application,
  actor: Actor,
  tenderId: string,
  responseId: string,
  language: Language,
): Promise<Result<OpenedResponsePage>> {
  const opened = await openedResponses(app, actor, tenderId);
  if (!opened.ok) return opened;
  const response = opened.value.find(({ id }) => id === responseId);
  const publication = await readPublication(app.database.read, tenderId);
  if (response?.quality == null || publication === null) return failure({ code: "not_found" });
  const { answers, files, statements } = response.quality;
  const { requirements, timezone } = publication.content;
  return success({
    tenderId,
    vendor: response.organisation.name,
    version: response.version,
    receivedUs: response.receivedUs,
    contentSha256: response.contentSha256,
    timezone,
    statements: await statementList(app.root, statements, language),
    answers: requirements.map((requirement) => {
      const answer = answers[requirement.id];
      return {
        id: requirement.id,
        level: requirement.level,
        title: requirement.title[language],
        text: requirement.text[language],
        answer: answer === undefined ? null : answerText(requirement, answer, language),
        files: files.filter(({ slot }) => slot === requirement.id).map(({ id, name }) => ({ id, name })),
      };
    }),
  });
}
