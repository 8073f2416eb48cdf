import { addendaOf } from "#app/db/addendum.ts";
import { publishedAnswers } from "#app/db/question.ts";
import { questionsAndAnswers } from "#app/documents/questions-and-answers.ts";
import { loadWording } from "#app/documents/templates.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Language } from "#app/domain/language.ts";
import { questionDeadline } from "#app/domain/tender/provisions.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { gatherTender } from "#app/services/documents/printed-tender.ts";

/** Questions and answers as a Word file, for everyone from publication. Fault: `not_found`. */
export async function writeQuestions(
  app: Application,
  actor: Actor,
  tenderId: string,
  language: Language,
): Promise<Result<Buffer>> {
  const access = await authoriseTender(app, app.database.read, actor, "question.read", tenderId);
  if (!access.ok) return access;
  const file = await renderQuestions(app, tenderId, language);
  return file === null ? failure({ code: "not_found" }) : success(file);
}

/** Null before publication. */
export async function renderQuestions(
  app: Application,
  tenderId: string,
  language: Language,
): Promise<Buffer | null> {
  const { read } = app.database;
  const printed = await gatherTender(app, tenderId, true, language);
  if (printed === null || printed.content.deadline === null) return null;
  return await questionsAndAnswers({
    ...printed,
    wording: await loadWording(app.root, "questions-and-answers", language),
    addenda: await addendaOf(read, tenderId),
    answers: await publishedAnswers(read, tenderId),
    askUntil: questionDeadline(printed.content, printed.content.deadline),
  });
}
