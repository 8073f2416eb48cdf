import type { Reading, Writing } from "#app/db/database.ts";
import type { Tables } from "#app/db/tables.ts";
import type { Answer, ResponseContent } from "#app/domain/response/response.ts";
import type { StatementId } from "#app/domain/response/statement.ts";

/** The draft as it is now, with the time of each answer's last change. */
export interface DraftResponse {
  readonly content: ResponseContent;
  readonly changes: Readonly<Record<string, { readonly atUs: number; readonly by: string }>>;
}

export async function readDraft(db: Reading, tenderId: string, responseId: string): Promise<DraftResponse> {
  const answers = await db
    .selectFrom("response_answer")
    .selectAll()
    .where("response_id", "=", responseId)
    .execute();
  const statements = await db
    .selectFrom("response_statement")
    .select(["statement_id", "value"])
    .where("response_id", "=", responseId)
    .execute();
  const prices = await db
    .selectFrom("response_price")
    .selectAll()
    .where("response_id", "=", responseId)
    .execute();
  const files = await readFiles(db, responseId);
  return {
    content: {
      tender: tenderId,
      answers: Object.fromEntries(
        answers.map((row) => [row.requirement_id, JSON.parse(row.answer) as Answer]),
      ),
      statements: Object.fromEntries(statements.map((row) => [row.statement_id, row.value])),
      unitPrices: Object.fromEntries(prices.map((row) => [row.item_id, row.unit_price])),
      files: files.map(({ id, slot, name, bytes, sha256 }) => ({ id, slot, name, bytes, sha256 })),
    },
    changes: Object.fromEntries(
      answers.map((row) => [row.requirement_id, { atUs: row.updated_us, by: row.updated_by }]),
    ),
  };
}

/** Files in the slots now, in the order in which they came. */
export async function readFiles(db: Reading, responseId: string): Promise<Tables["response_file"][]> {
  return await db
    .selectFrom("response_file")
    .selectAll()
    .where("response_id", "=", responseId)
    .where("removed_us", "is", null)
    .orderBy("created_us")
    .orderBy("id")
    .execute();
}

/** Stores an answer or, with null, takes it away. */
export async function putAnswer(
  trx: Writing,
  key: { readonly responseId: string; readonly requirementId: string },
  answer: Answer | null,
  change: { readonly atUs: number; readonly by: string },
): Promise<void> {
  if (answer === null) {
    await trx
      .deleteFrom("response_answer")
      .where("response_id", "=", key.responseId)
      .where("requirement_id", "=", key.requirementId)
      .execute();
    return;
  }
  const values = { answer: JSON.stringify(answer), updated_us: change.atUs, updated_by: change.by };
  await trx
    .insertInto("response_answer")
    .values({ response_id: key.responseId, requirement_id: key.requirementId, ...values })
    .onConflict((conflict) => conflict.columns(["response_id", "requirement_id"]).doUpdateSet(values))
    .execute();
}

/** Stores a statement or, with null, takes it away. */
export async function putStatement(
  trx: Writing,
  key: { readonly responseId: string; readonly statementId: StatementId },
  value: string | null,
  change: { readonly atUs: number; readonly by: string },
): Promise<void> {
  if (value === null) {
    await trx
      .deleteFrom("response_statement")
      .where("response_id", "=", key.responseId)
      .where("statement_id", "=", key.statementId)
      .execute();
    return;
  }
  const values = { value, updated_us: change.atUs, updated_by: change.by };
  await trx
    .insertInto("response_statement")
    .values({ response_id: key.responseId, statement_id: key.statementId, ...values })
    .onConflict((conflict) => conflict.columns(["response_id", "statement_id"]).doUpdateSet(values))
    .execute();
}

/** Stores a unit price or, with null, takes it away. */
export async function putUnitPrice(
  trx: Writing,
  key: { readonly responseId: string; readonly itemId: string },
  unitPrice: string | null,
  change: { readonly atUs: number; readonly by: string },
): Promise<void> {
  if (unitPrice === null) {
    await trx
      .deleteFrom("response_price")
      .where("response_id", "=", key.responseId)
      .where("item_id", "=", key.itemId)
      .execute();
    return;
  }
  const values = { unit_price: unitPrice, updated_us: change.atUs, updated_by: change.by };
  await trx
    .insertInto("response_price")
    .values({ response_id: key.responseId, item_id: key.itemId, ...values })
    .onConflict((conflict) => conflict.columns(["response_id", "item_id"]).doUpdateSet(values))
    .execute();
}
