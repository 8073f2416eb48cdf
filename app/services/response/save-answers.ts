import { putAnswer } from "#app/db/response.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, type Result, success } from "#app/domain/fault.ts";
import { type EnteredAnswer, readAnswer } from "#app/domain/response/check-answer.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface AnswerToSave {
  readonly requirement: string;
  readonly entered: EnteredAnswer;
  /** Time of the answer's last change as the page showed it; null when there was no answer. */
  readonly seenUs: number | null;
}

export interface Saved {
  readonly savedUs: number;
  /** What was stored, each with the time to send along when it is changed next; null for an answer taken away. */
  readonly saved: ReadonlyArray<{ readonly requirement: string; readonly seenUs: number | null }>;
  /** What was not stored, each at its field; the others are stored all the same. */
  readonly faults: readonly Fault[];
}

/**
 * Saves each answer by itself: a faulty one does not hold back the rest. An answer that another person of the same
 * vendor has changed since the page was shown is not overwritten (`answer_changed_by_other`).
 */
export async function saveAnswers(
  app: Application,
  actor: Actor,
  tenderId: string,
  answers: readonly AnswerToSave[],
): Promise<Result<Saved>> {
  return await app.database.write(async (trx) => {
    const own = await authoriseOwnResponse(app, trx, actor, "response.edit", tenderId);
    if (!own.ok) return own;
    const { person, publication, responseId } = own.value;
    const requirements = new Map(publication.content.requirements.map((asked) => [asked.id, asked]));
    const savedUs = app.now();
    const saved: Array<Saved["saved"][number]> = [];
    const faults: Fault[] = [];
    for (const { requirement: id, entered, seenUs } of answers) {
      const place = { field: `answers.${id}` };
      const requirement = requirements.get(id);
      if (requirement === undefined) {
        faults.push({ code: "answer_unknown_requirement", place });
        continue;
      }
      const read = readAnswer(requirement, entered);
      if (!read.ok) {
        faults.push(...read.faults);
        continue;
      }
      const before = await trx
        .selectFrom("response_answer")
        .select(["updated_us", "updated_by"])
        .where("response_id", "=", responseId)
        .where("requirement_id", "=", id)
        .executeTakeFirst();
      if (before !== undefined && before.updated_by !== person.accountId && before.updated_us !== seenUs) {
        faults.push({ code: "answer_changed_by_other", place });
        continue;
      }
      await putAnswer(trx, { responseId, requirementId: id }, read.value, {
        atUs: savedUs,
        by: person.accountId,
      });
      saved.push({ requirement: id, seenUs: read.value === null ? null : savedUs });
    }
    return success({ savedUs, saved, faults });
  });
}
