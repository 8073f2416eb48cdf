import { readPublication } from "#app/db/publication.ts";
import { askedQuestions } from "#app/db/question.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { namesIn } from "#app/domain/question/names-in.ts";
import { mayStillAsk } from "#app/domain/question/question.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";
import { newId } from "#app/services/new-id.ts";

export interface NewQuestion {
  readonly text: string;
  /** Requirement that it is about; null for the tender as a whole. */
  readonly requirement: string | null;
  /** The vendor has been told that its own name stands in the text, and means it so. */
  readonly namesAllowed: boolean;
}

/** More than anybody needs; so that nobody fills the list for all others. */
const mostWaiting = 50;

/**
 * A vendor asks about a published tender. The answer will go to all, the name to nobody.
 *
 * Faults: `question_missing`, `requirement_unknown`, `questions_closed`, `questions_waiting`, `text_names_vendor`.
 *
 * @returns id of the question
 */
export async function askQuestion(
  app: Application,
  actor: Actor,
  tenderId: string,
  { text, requirement, namesAllowed }: NewQuestion,
): Promise<Result<string>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "question.ask", tenderId);
    if (!access.ok) return access;
    const publication = await readPublication(trx, tenderId);
    const { deadlineUs } = access.value;
    if (actor.kind !== "person" || publication === null || deadlineUs === null) {
      return failure({ code: "not_found" });
    }
    const { content } = publication;
    if (!mayStillAsk(content, instantText(deadlineUs), app.now()))
      return failure({ code: "questions_closed" });
    const organisation = await trx
      .selectFrom("organisation")
      .select(["name", "organisation_number"])
      .where("id", "=", actor.organisation.id)
      .executeTakeFirstOrThrow();
    const faults: Fault[] = [];
    if (text.trim() === "") faults.push({ code: "question_missing", place: { field: "text" } });
    if (requirement !== null && !content.requirements.some(({ id }) => id === requirement)) {
      faults.push({
        code: "requirement_unknown",
        place: { field: "requirement" },
        params: { id: requirement },
      });
    }
    const named = namesIn(
      text,
      [{ name: organisation.name, organisationNumber: organisation.organisation_number }],
      content.buyer.contactEmail,
    );
    if (named.length > 0 && !namesAllowed) {
      faults.push({
        code: "text_names_vendor",
        place: { field: "text" },
        params: { names: named.join(", ") },
      });
    }
    if (faults.length > 0) return failure(...faults);
    const waiting = (await askedQuestions(trx, tenderId, actor.organisation.id)).filter(
      ({ number }) => number === null,
    );
    if (waiting.length >= mostWaiting) {
      return failure({ code: "questions_waiting", params: { most: mostWaiting } });
    }
    const id = newId();
    await trx
      .insertInto("question")
      .values({
        id,
        tender_id: tenderId,
        organisation_id: actor.organisation.id,
        account_id: actor.accountId,
        requirement_id: requirement,
        text: text.trim(),
        asked_us: app.now(),
      })
      .execute();
    await log(app, trx, actor, "question.ask", tenderId, { question: id, requirement });
    return success(id);
  });
}
