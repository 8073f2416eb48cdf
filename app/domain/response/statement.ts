import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";

/**
 * What every vendor states beside its answers, whatever is bought: who it is, the declarations that are accepted as
 * preliminary proof, and what it asks to be kept secret. The sentences stand in `templates/statements.*.yml`.
 */
export const statements = [
  { id: "contact_name", part: "company", type: "text" },
  { id: "contact_email", part: "company", type: "text" },
  { id: "contact_phone", part: "company", type: "text" },
  { id: "address", part: "company", type: "text" },
  { id: "subcontractors", part: "company", type: "text" },
  { id: "no_exclusion_ground", part: "declarations", type: "yes-no" },
  { id: "taxes_paid", part: "declarations", type: "yes-no" },
  { id: "independent_bid", part: "declarations", type: "yes-no" },
  { id: "terms_accepted", part: "declarations", type: "yes-no" },
  { id: "bound_by_bid", part: "declarations", type: "yes-no" },
  { id: "secrecy_request", part: "secrecy", type: "text" },
] as const;

export type Statement = (typeof statements)[number];
export type StatementId = Statement["id"];
export const statementParts = ["company", "declarations", "secrecy"] as const;

/** By id: text as written, `yes` or `no`. What is not stated is missing, not "no". */
export type Statements = Readonly<Partial<Record<StatementId, string>>>;

/** No request for secrecy is a normal thing; everything else is asked of everyone. */
export const isAsked = ({ part }: Statement): boolean => part !== "secrecy";

export const statementOf = (id: string): Statement | null =>
  statements.find((statement) => statement.id === id) ?? null;

const mostCharacters = 4000;

/** As entered in a form or cell; null takes it away. Faults: `statement_unknown`, `answer_not_yes_no`, `too_long`. */
export function readStatement(id: string, entered: string): Result<string | null> {
  const fault = (code: string, params?: Fault["params"]) =>
    failure({ code, place: { field: `statements.${id}` }, ...(params && { params }) });
  const statement = statementOf(id);
  if (statement === null) return fault("statement_unknown");
  const text = entered.trim();
  if (text === "") return success(null);
  if (statement.type === "yes-no") {
    return text === "yes" || text === "no" ? success(text) : fault("answer_not_yes_no", { text });
  }
  return text.length > mostCharacters ? fault("too_long", { max: mostCharacters }) : success(text);
}
