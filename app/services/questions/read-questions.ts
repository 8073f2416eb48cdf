import { addendaOf } from "#app/db/addendum.ts";
import { readPublication } from "#app/db/publication.ts";
import { type AskedQuestion, askedQuestions, publishedAnswers } from "#app/db/question.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { Addendum } from "#app/domain/addendum/addendum.ts";
import { failure, type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import { mayStillAsk, type PublishedAnswer, standing } from "#app/domain/question/question.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { microsecondsOf } from "#app/domain/tender/deadline.ts";
import { lastAnswerDay, questionDeadline } from "#app/domain/tender/provisions.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface Questions {
  readonly addenda: readonly Addendum[];
  readonly mayExtend: boolean;
  readonly answers: readonly (PublishedAnswer & { readonly earlier: readonly PublishedAnswer[] })[];
  /** Those of the actor's own company; empty for others. */
  readonly own: readonly AskedQuestion[];
  /** Those that wait for an answer, for those who answer; null for others. */
  readonly waiting: readonly AskedQuestion[] | null;
  /** The answered ones by number, for those who may correct an answer. */
  readonly answered: Readonly<Record<number, string>>;
  /** Questions are taken now. */
  readonly open: boolean;
  /** The actor may ask one. */
  readonly mayAsk: boolean;
  /** Nobody is signed in, so that whoever reads may be a vendor. */
  readonly mayBeVendor: boolean;
  /** When questions end. */
  readonly askUntilUs: number;
  /** Last day for answers, `2027-04-14`. */
  readonly answersDue: string;
  readonly timezone: string;
  readonly requirements: readonly { readonly id: string; readonly title: Text }[];
}

/**
 * Published questions and answers for everyone; beside them the vendor's own questions, and for those who answer the
 * ones that wait. Who asked is told to nobody, the buyer included. Faults: `not_found`, `wrong_stage`.
 */
export async function readQuestions(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<Questions>> {
  const db = app.database.read;
  const access = await authoriseTender(app, db, actor, "question.read", tenderId);
  if (!access.ok) return access;
  const { may, stage, deadlineUs } = access.value;
  const publication = await readPublication(db, tenderId);
  if (publication === null || deadlineUs === null) return failure({ code: "not_found" });
  const { content } = publication;
  const deadline = instantText(deadlineUs);
  const open = stage === "published" && mayStillAsk(content, deadline, app.now());
  const all = await publishedAnswers(db, tenderId);
  const vendor =
    actor.kind === "person" && actor.organisation.kind === "vendor" ? actor.organisation.id : null;
  const asked = may("question.answer") ? await askedQuestions(db, tenderId) : null;
  return success({
    addenda: await addendaOf(db, tenderId),
    mayExtend: may("addendum.publish"),
    answers: standing(all).map((answer) => ({
      ...answer,
      earlier: all.filter(({ number, version }) => number === answer.number && version < answer.version),
    })),
    own: vendor === null ? [] : await askedQuestions(db, tenderId, vendor),
    waiting: asked?.filter(({ number }) => number === null) ?? null,
    answered: Object.fromEntries(
      (asked ?? []).flatMap(({ id, number }) => (number === null ? [] : [[number, id]])),
    ),
    open,
    mayAsk: open && may("question.ask"),
    mayBeVendor: open && actor.kind === "anonymous",
    askUntilUs: microsecondsOf(questionDeadline(content, deadline)),
    answersDue: lastAnswerDay(content, deadline),
    timezone: content.timezone,
    requirements: content.requirements.map(({ id, title }) => ({ id, title })),
  });
}
