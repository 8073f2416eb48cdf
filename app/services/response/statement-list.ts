import { loadWording } from "#app/documents/templates.ts";
import type { Language } from "#app/domain/language.ts";
import {
  type Statement,
  type Statements,
  statementParts,
  statements,
} from "#app/domain/response/statement.ts";

export interface StatementSection {
  readonly title: string;
  readonly rows: ReadonlyArray<
    Pick<Statement, "id" | "type"> & { readonly sentence: string; readonly value: string | null }
  >;
}

/** What a vendor states, in the sentences of the response form. */
export async function statementList(
  root: string,
  given: Statements,
  language: Language,
): Promise<readonly StatementSection[]> {
  const wording = await loadWording(root, "statements", language);
  return statementParts.map((part) => ({
    title: wording[part],
    rows: statements
      .filter((statement) => statement.part === part)
      .map(({ id, type }) => ({ id, type, sentence: wording[id], value: given[id] ?? null })),
  }));
}
