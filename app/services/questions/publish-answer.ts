import { addendaOf } from "#app/db/addendum.ts";
import type { Writing } from "#app/db/database.ts";
import { readPublication } from "#app/db/publication.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { languages, type Text } from "#app/domain/language.ts";
import { namesIn } from "#app/domain/question/names-in.ts";
import { isTooLateToAnswer } from "#app/domain/question/question.ts";
import { instantText } from "#app/domain/response/instant.ts";
import { type Application, log } from "#app/services/application.ts";
import { authoriseTender } from "#app/services/authorise.ts";

export interface NewAnswer {
  /** The question as all will read it, in one language or both; the buyer may take out what tells of the asker. */
  readonly question: Text;
  readonly answer: Text;
  /** Number of the addendum that the question led to; null when the documents stay as they are. */
  readonly addendum: number | null;
  /** Why no later deadline is needed, for an answer that comes after the last day for answers. */
  readonly lateReason: string;
  /** The buyer has been told that a company is named, and means it so. */
  readonly namesAllowed: boolean;
}

/**
 * Publishes the answer to a question, for all at once and without who asked. A second answer to the same question
 * corrects the first, which stays readable.
 *
 * Faults: `not_found`, `question_missing`, `answer_missing`, `text_names_vendor`, `addendum_unknown`, `late_reason_missing` when the last
 * day for answers is over and no reason tells why the deadline can stay.
 *
 * @returns number of the answer
 */
export async function publishAnswer(
  app: Application,
  actor: Actor,
  tenderId: string,
  questionId: string,
  input: NewAnswer,
): Promise<Result<number>> {
  return await app.database.write(async (trx) => {
    const access = await authoriseTender(app, trx, actor, "question.answer", tenderId);
    if (!access.ok) return access;
    const { deadlineUs } = access.value;
    const publication = await readPublication(trx, tenderId);
    const question = await trx
      .selectFrom("question")
      .select("id")
      .where("id", "=", questionId)
      .where("tender_id", "=", tenderId)
      .executeTakeFirst();
    if (actor.kind !== "person" || !question || publication === null || deadlineUs === null) {
      return failure({ code: "not_found" });
    }
    const { content } = publication;
    const late = isTooLateToAnswer(content, instantText(deadlineUs), app.now());
    const addenda = await addendaOf(trx, tenderId);
    const faults = [
      ...emptyTexts(input),
      ...(input.namesAllowed ? [] : await vendorsNamed(trx, input, content.buyer.contactEmail)),
      ...(late && input.lateReason.trim() === ""
        ? [{ code: "late_reason_missing", place: { field: "lateReason" } }]
        : []),
      ...(input.addendum === null || addenda.some(({ number: known }) => known === input.addendum)
        ? []
        : [{ code: "addendum_unknown", place: { field: "addendum" } }]),
    ];
    if (faults.length > 0) return failure(...faults);
    const { number, version } = await nextVersion(trx, tenderId, questionId);
    await trx
      .insertInto("question_answer")
      .values({
        tender_id: tenderId,
        number,
        version,
        question_id: questionId,
        question: JSON.stringify(input.question),
        answer: JSON.stringify(input.answer),
        addendum: input.addendum,
        late_reason: late ? input.lateReason.trim() : "",
        account_id: actor.accountId,
        published_us: app.now(),
      })
      .execute();
    await log(app, trx, actor, "question.answer", tenderId, { question: questionId, number, version, late });
    return success(number);
  });
}

const emptyTexts = ({ question, answer }: NewAnswer): Fault[] => [
  ...(isEmpty(question) ? [{ code: "question_missing", place: { field: "question.sv" } }] : []),
  ...(isEmpty(answer) ? [{ code: "answer_missing", place: { field: "answer.sv" } }] : []),
];

const isEmpty = (text: Text): boolean => languages.every((language) => text[language].trim() === "");

/**
 * Every vendor of the installation is looked for, not only the one that asked: a refusal must not tell the buyer who
 * that was.
 */
async function vendorsNamed(
  trx: Writing,
  { question, answer }: NewAnswer,
  ownAddress: string,
): Promise<Fault[]> {
  const vendors = await trx
    .selectFrom("organisation")
    .select(["name", "organisation_number as organisationNumber"])
    .where("kind", "=", "vendor")
    .execute();
  return (["question", "answer"] as const).flatMap((part) =>
    languages.flatMap((language) => {
      const text = { question, answer }[part][language];
      const names = namesIn(text, vendors, ownAddress);
      const place = { field: `${part}.${language}` };
      return names.length === 0
        ? []
        : [{ code: "text_names_vendor", place, params: { names: names.join(", ") } }];
    }),
  );
}

async function nextVersion(
  trx: Writing,
  tenderId: string,
  questionId: string,
): Promise<{ number: number; version: number }> {
  const answers = await trx
    .selectFrom("question_answer")
    .select(["question_id", "number", "version"])
    .where("tender_id", "=", tenderId)
    .execute();
  const own = answers.filter(({ question_id }) => question_id === questionId);
  const [first] = own;
  if (first !== undefined) return { number: first.number, version: own.length + 1 };
  return { number: Math.max(0, ...answers.map(({ number }) => number)) + 1, version: 1 };
}
