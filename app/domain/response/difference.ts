import { equal, parseDecimal } from "#app/domain/money/fraction.ts";
import type { Answer, ResponseContent } from "#app/domain/response/response.ts";
import type { StatementId, Statements } from "#app/domain/response/statement.ts";

type Kind = "added" | "changed" | "removed" | "unchanged";

interface AnswerDifference {
  readonly requirement: string;
  readonly kind: Kind;
  readonly before: Answer | null;
  readonly after: Answer | null;
}

interface PriceDifference {
  readonly item: string;
  readonly kind: Kind;
  readonly before: string | null;
  readonly after: string | null;
}

interface StatementDifference {
  readonly statement: StatementId;
  readonly kind: Kind;
  readonly before: string | null;
  readonly after: string | null;
}

/** Answers that were read, and what was expressly left blank; anything else stays as it is. */
export interface ReadAnswers {
  readonly answers: ResponseContent["answers"];
  readonly statements: Statements;
  readonly unitPrices: ResponseContent["unitPrices"];
  readonly blank: {
    readonly requirements: readonly string[];
    readonly statements: readonly StatementId[];
    readonly priceItems: readonly string[];
  };
}

export interface ResponseDifference {
  readonly answers: readonly AnswerDifference[];
  readonly statements: readonly StatementDifference[];
  readonly unitPrices: readonly PriceDifference[];
}

const kindOf = (before: unknown, after: unknown, equal: boolean): Kind =>
  before === null ? "added" : after === null ? "removed" : equal ? "unchanged" : "changed";

const sameValues = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value));

/** Equal as numbers: "99.50" is "99.5". Texts that are no numbers are equal when they are the same. */
function sameNumber(a: string, b: string): boolean {
  const [x, y] = [parseDecimal(a), parseDecimal(b)];
  return x && y ? equal(x, y) : a === b;
}

/** Equal in meaning: the order of chosen values says nothing. */
function sameAnswer(a: Answer, b: Answer): boolean {
  switch (a.type) {
    case "yes-no":
    case "text":
      return a.type === b.type && a.value === b.value;
    case "number":
      return b.type === "number" && sameNumber(a.value, b.value);
    case "choice":
      return b.type === "choice" && sameValues(a.values, b.values);
    case "file":
      return b.type === "file" && a.met === b.met && a.comment === b.comment;
  }
}

/** What accepting the read answers would do to the current ones, in the order of reading; what is blank in both is left out. */
export function responseDifference(
  current: Pick<ResponseContent, "answers" | "statements" | "unitPrices">,
  read: ReadAnswers,
): ResponseDifference {
  const answers = [...Object.keys(read.answers), ...read.blank.requirements].flatMap((requirement) => {
    const before = current.answers[requirement] ?? null;
    const after = read.answers[requirement] ?? null;
    if (before === null && after === null) return [];
    const equal = before !== null && after !== null && sameAnswer(before, after);
    return [{ requirement, kind: kindOf(before, after, equal), before, after }];
  });
  const stated = [...(Object.keys(read.statements) as StatementId[]), ...read.blank.statements].flatMap(
    (statement) => {
      const before = current.statements[statement] ?? null;
      const after = read.statements[statement] ?? null;
      if (before === null && after === null) return [];
      return [{ statement, kind: kindOf(before, after, before === after), before, after }];
    },
  );
  const unitPrices = [...Object.keys(read.unitPrices), ...read.blank.priceItems].flatMap((item) => {
    const before = current.unitPrices[item] ?? null;
    const after = read.unitPrices[item] ?? null;
    if (before === null && after === null) return [];
    const equalPrices = before !== null && after !== null && sameNumber(before, after);
    return [{ item, kind: kindOf(before, after, equalPrices), before, after }];
  });
  return { answers, statements: stated, unitPrices };
}
