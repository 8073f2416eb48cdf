import { type StatementId, statements } from "#app/domain/response/statement.ts";

type None = readonly [];

/** One sentence for each statement and each part of them; `no_answer` is said where one is left out. */
export const statementSentences = {
  company: [],
  declarations: [],
  secrecy: [],
  no_answer: [],
  ...(Object.fromEntries(statements.map(({ id }) => [id, []])) as unknown as Readonly<
    Record<StatementId, None>
  >),
} as const;
