import { addendaOf } from "#app/db/addendum.ts";
import { readPublication } from "#app/db/publication.ts";
import { type AskedQuestion, askedQuestions, publishedAnswers } from "#app/db/question.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import { isTooLateToAnswer, type PublishedAnswer, standing } from "#app/domain/question/question.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { lastAnswerDay } from "#app/domain/tender/provisions.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface QuestionToAnswer {
  readonly asked: AskedQuestion;
  /** Title of the requirement that it is about. */
  readonly about: Text | null;
  /** The answer that stands, which a new one corrects. */
  readonly answer: PublishedAnswer | null;
  /** The last day for answers is over: a reason is needed why the deadline can stay. */
  readonly late: boolean;
  /** `2027-04-14`. */
  readonly answersDue: string;
  readonly timezone: string;
  /** Numbers of the addenda that the answer may have led to. */
  readonly addenda: readonly number[];
}

/** One question for those who answer it; not who asked it. Faults: `not_found`, `wrong_stage`. */
export async function readQuestion(
  app: Application,
  actor: Actor,
  tenderId: string,
  questionId: string,
): Promise<Result<QuestionToAnswer>> {
  const db = app.database.read;
  const access = await authoriseTender(app, db, actor, "question.answer", tenderId);
  if (!access.ok) return access;
  const { deadlineUs } = access.value;
  const publication = await readPublication(db, tenderId);
  const asked = (await askedQuestions(db, tenderId)).find(({ id }) => id === questionId);
  if (asked === undefined || publication === null || deadlineUs === null)
    return failure({ code: "not_found" });
  const { content } = publication;
  const deadline = instantText(deadlineUs);
  const answers = standing(await publishedAnswers(db, tenderId));
  return success({
    asked,
    about: content.requirements.find(({ id }) => id === asked.requirement)?.title ?? null,
    answer: answers.find(({ number }) => number === asked.number) ?? null,
    late: isTooLateToAnswer(content, deadline, app.now()),
    answersDue: lastAnswerDay(content, deadline),
    timezone: content.timezone,
    addenda: (await addendaOf(db, tenderId)).map(({ number }) => number),
  });
}
