import type { AnswerDefinition } from "#app/domain/catalogue/requirement.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { compare, type Fraction, parseDecimal } from "#app/domain/money/fraction.ts";
import type { Answer } from "#app/domain/response/response.ts";
import type { TenderRequirement } from "#app/domain/tender/tender.ts";

/** What a person has entered for one requirement, before anything is known of it. */
export interface EnteredAnswer {
  /** One text, or every chosen value of a choice; `yes` and `no` for a yes-no or file question. */
  readonly values: readonly string[];
  readonly comment: string;
}

const longestText = 10_000;
const longestComment = 2_000;
const longestNumber = 40;

/**
 * Reads one entered answer against the requirement's definition. Null when nothing is entered: the answer is missing,
 * which is allowed in a draft. Every fault stands at the requirement's field.
 */
export function readAnswer(
  requirement: Pick<TenderRequirement, "id" | "answer">,
  entered: EnteredAnswer,
): Result<Answer | null> {
  const values = entered.values.map((value) => value.trim()).filter((value) => value !== "");
  const [first] = values;
  if (first === undefined) return success(null);
  const { answer, id } = requirement;
  const place = { field: `answers.${id}` };
  const refuse = (...faults: Fault[]) => failure(...faults.map((fault) => ({ ...fault, place })));
  switch (answer.type) {
    case "yes-no":
      return isYesNo(first)
        ? success({ type: "yes-no", value: first === "yes" })
        : refuse({ code: "answer_not_yes_no" });
    case "number": {
      const read = readNumber(answer, first);
      return read.ok ? success({ type: "number", value: read.value }) : refuse(...read.faults);
    }
    case "choice": {
      const faults = choiceFaults(answer, values);
      return faults.length > 0
        ? refuse(...faults)
        : success({ type: "choice", values: inOrder(answer, values) });
    }
    case "file": {
      const comment = entered.comment.trim();
      if (comment.length > longestComment)
        return refuse({ code: "answer_too_long", params: { max: longestComment } });
      return isYesNo(first)
        ? success({ type: "file", met: first === "yes", comment })
        : refuse({ code: "answer_not_yes_no" });
    }
    case "text":
      return first.length > longestText
        ? refuse({ code: "answer_too_long", params: { max: longestText } })
        : success({ type: "text", value: first });
  }
}

/** An answer of any origin (workbook, import) against the requirement's definition: the same rules as for a typed one. */
export function checkAnswer(
  requirement: Pick<TenderRequirement, "id" | "answer">,
  answer: Answer,
): Result<Answer | null> {
  if (answer.type !== requirement.answer.type) {
    return failure({ code: "answer_other_type", place: { field: `answers.${requirement.id}` } });
  }
  return readAnswer(requirement, enteredOf(answer));
}

/** The answer as a form shows it. */
export function enteredOf(answer: Answer): EnteredAnswer {
  switch (answer.type) {
    case "yes-no":
      return { values: [answer.value ? "yes" : "no"], comment: "" };
    case "file":
      return { values: [answer.met ? "yes" : "no"], comment: answer.comment };
    case "choice":
      return { values: answer.values, comment: "" };
    case "number":
    case "text":
      return { values: [answer.value], comment: "" };
  }
}

/**
 * A number as people write it, in either language, as a plain decimal string: comma or point, spaces between
 * thousands, a real minus sign. Null when it is not one number; "1.234,5" and "1,234.5" are not guessed at.
 */
export function plainDecimal(text: string): string | null {
  const plain = text.replace(/\s/g, "").replace("−", "-").replace(",", ".");
  if (plain.length > longestNumber || parseDecimal(plain) === null) return null;
  const negative = plain.startsWith("-");
  const [whole = "", decimals = ""] = plain.slice(negative ? 1 : 0).split(".");
  const digits = [whole.replace(/^0+(?=\d)/, ""), decimals.replace(/0+$/, "")]
    .filter((part) => part !== "")
    .join(".");
  return negative && digits !== "0" ? `-${digits}` : digits;
}

export const decimalsOf = (plain: string): number => plain.split(".")[1]?.length ?? 0;

const isYesNo = (value: string): boolean => value === "yes" || value === "no";

function readNumber(definition: Extract<AnswerDefinition, { type: "number" }>, text: string): Result<string> {
  const plain = plainDecimal(text);
  const value = plain === null ? null : parseDecimal(plain);
  if (plain === null || value === null) return failure({ code: "answer_not_number" });
  const { min, max, decimals } = definition;
  const faults: Fault[] = [];
  if (decimalsOf(plain) > decimals) faults.push({ code: "answer_too_many_decimals", params: { decimals } });
  if (min !== null && compare(value, bound(min)) < 0)
    faults.push({ code: "answer_too_low", params: { min } });
  if (max !== null && compare(value, bound(max)) > 0)
    faults.push({ code: "answer_too_high", params: { max } });
  return faults.length > 0 ? failure(...faults) : success(plain);
}

function bound(text: string): Fraction {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`a published bound is no decimal string: ${text}`);
  return value;
}

function choiceFaults(
  definition: Extract<AnswerDefinition, { type: "choice" }>,
  values: readonly string[],
): readonly Fault[] {
  const known = new Set(definition.options.map((option) => option.value));
  const faults: Fault[] = [];
  if (values.some((value) => !known.has(value))) faults.push({ code: "answer_not_an_option" });
  if (!definition.multiple && new Set(values).size > 1) faults.push({ code: "answer_one_option" });
  return faults;
}

/** In the order of the published options and each once: the same choice always gives the same bytes. */
const inOrder = (definition: Extract<AnswerDefinition, { type: "choice" }>, values: readonly string[]) =>
  definition.options.map((option) => option.value).filter((value) => values.includes(value));
