import type { AnswerDefinition } from "#app/domain/catalogue/requirement.ts";
import type { Fault } from "#app/domain/fault.ts";
import { languages } from "#app/domain/language.ts";
import { compare, parseDecimal } from "#app/domain/money/fraction.ts";
import { textOfSpreadsheet } from "#app/domain/response/spreadsheet-text.ts";
import { yesNoWords } from "#app/domain/response/workbook-form.ts";
import type { SheetCell } from "#app/imports/response-workbook/sheet-row.ts";

/** A cell taken as a value, found blank, or the code of what is wrong with it. */
export type CellReading<T> =
  | { readonly state: "read"; readonly value: T }
  | { readonly state: "blank" }
  | { readonly state: "faulty"; readonly code: string; readonly params?: Fault["params"] };

type NumberAnswer = Extract<AnswerDefinition, { type: "number" }>;
type ChoiceAnswer = Extract<AnswerDefinition, { type: "choice" }>;

/** Digits that a spreadsheet keeps of a number; beyond them it changes what was typed. */
const exactDigits = 15;

const blank = { state: "blank" } as const;
const read = <T>(value: T): CellReading<T> => ({ state: "read", value });
const faulty = (code: string, params?: Fault["params"]): CellReading<never> => ({
  state: "faulty",
  code,
  ...(params && { params }),
});

/** What no answer may be: a formula (its cached result may be stale or made up), an error value, a date. */
function refused(cell: SheetCell): CellReading<never> | null {
  if (cell.kind === "formula") return faulty("formula_not_accepted", { result: cell.text });
  if (cell.kind === "error") return faulty("cell_is_error", { value: cell.text });
  if (cell.kind === "date") return faulty("cell_is_date");
  return null;
}

const isBlank = (cell: SheetCell | undefined): cell is undefined =>
  cell === undefined || (cell.kind === "text" && cell.text.trim() === "");

const folded = (text: string): string => textOfSpreadsheet(text.trim()).toLowerCase();

/** Yes or no in either language, or a truth value of the program. */
export function readYesNo(cell: SheetCell | undefined): CellReading<boolean> {
  if (isBlank(cell)) return blank;
  const no = refused(cell);
  if (no) return no;
  if (cell.kind === "boolean") return read(cell.text === "true");
  const word = folded(cell.text);
  if (languages.some((language) => yesNoWords[language].yes.toLowerCase() === word)) return read(true);
  if (languages.some((language) => yesNoWords[language].no.toLowerCase() === word)) return read(false);
  return faulty("answer_not_yes_no", { text: cell.text });
}

/** One option, by its name in either language or its value. */
export function readChoice(cell: SheetCell | undefined, { options }: ChoiceAnswer): CellReading<string> {
  if (isBlank(cell)) return blank;
  const no = refused(cell);
  if (no) return no;
  const word = folded(cell.text);
  const option = options.find(({ value, sv, en }) => [value, sv, en].some((name) => folded(name) === word));
  return option ? read(option.value) : faulty("answer_not_an_option", { text: cell.text });
}

/** Free text; a number or truth value is taken as it reads. */
export function readText(cell: SheetCell | undefined): CellReading<string> {
  if (isBlank(cell)) return blank;
  return refused(cell) ?? read(cell.kind === "text" ? textOfSpreadsheet(cell.text) : cell.text);
}

/** A number as a decimal string, in bounds and with no more decimals than asked for. */
export function readNumber(
  cell: SheetCell | undefined,
  { min, max, decimals }: Pick<NumberAnswer, "min" | "max" | "decimals">,
): CellReading<string> {
  if (isBlank(cell)) return blank;
  const no = refused(cell);
  if (no) return no;
  const value = cell.kind === "number" ? parseDecimal(cell.text) : null;
  // A number stored as text is ambiguous: "1,000" is one or a thousand, by the language of the program.
  if (value === null) return faulty("answer_not_number", { text: cell.text });
  const digits = cell.text.replace(/^-|\./g, "").replace(/^0+/, "");
  if (digits.length > exactDigits)
    return faulty("answer_too_many_digits", { text: cell.text, digits: exactDigits });
  const given = cell.text.split(".")[1]?.length ?? 0;
  if (given > decimals) return faulty("answer_too_many_decimals", { text: cell.text, decimals });
  const lower = min === null ? null : parseDecimal(min);
  const upper = max === null ? null : parseDecimal(max);
  if ((lower && compare(value, lower) < 0) || (upper && compare(value, upper) > 0)) {
    return faulty("answer_out_of_range", { text: cell.text, min: min ?? "", max: max ?? "" });
  }
  return read(cell.text);
}
