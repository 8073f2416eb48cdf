import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import type { Answer } from "#app/domain/response/response.ts";
import type { StatementId } from "#app/domain/response/statement.ts";
import { type FormRow, formRows, workbookParts } from "#app/domain/response/workbook-form.ts";
import type { TenderContent, TenderRequirement } from "#app/domain/tender/tender.ts";
import {
  type CellReading,
  readChoice,
  readNumber,
  readText,
  readYesNo,
} from "#app/imports/response-workbook/read-cell.ts";
import {
  cellAt,
  columnsOf,
  manifestOf,
  type SheetColumns,
} from "#app/imports/response-workbook/sheet-columns.ts";
import { columnLetters, type SheetRow } from "#app/imports/response-workbook/sheet-row.ts";
import type { WorkbookReading } from "#app/imports/response-workbook/workbook-reading.ts";

/** Decimals that a unit price may have. */
const priceDecimals = 4;

interface Expected {
  readonly content: TenderContent;
  readonly tender: string;
  readonly contentSha256: string;
}

/** A form row where it was found. */
interface FoundRow {
  readonly form: FormRow;
  readonly source: SheetRow;
  readonly columns: SheetColumns;
}

/**
 * What the cells of a workbook mean for a tender. Fails when the workbook is no response workbook or another
 * tender's; every other fault concerns one cell and leaves the rest untouched.
 */
export function interpretRows(rows: readonly SheetRow[], expected: Expected): Result<WorkbookReading> {
  const manifest = manifestOf(rows);
  if (manifest === null) return failure({ code: "workbook_not_recognised" });
  if (manifest.tender !== expected.tender) return failure({ code: "workbook_of_other_tender" });
  const warnings: Fault[] = [];
  const faults: Fault[] = [];
  if (manifest.contentSha256 !== expected.contentSha256) {
    warnings.push({ code: "workbook_of_other_version", params: { version: manifest.version } });
  }
  const part = workbookParts.find((one) => one === manifest.part);
  if (part === undefined) return failure({ code: "workbook_not_recognised" });
  const forms = formRows(expected.content, part);
  const found = findRows(rows, forms, faults, warnings);
  for (const [row, form] of forms) {
    if (!found.has(row))
      warnings.push({ code: "row_missing", place: { field: fieldOf(form) }, params: { row: idIn(row) } });
  }
  return success({ ...readAnswers(expected.content, forms, found, faults), faults, warnings });
}

/** "CONT-003" of "requirement:CONT-003", as people know it. */
const idIn = (row: string): string => row.slice(row.indexOf(":") + 1);

const fieldOf = (form: FormRow): string =>
  form.kind === "price"
    ? `unitPrices.${form.item.id}`
    : form.kind === "statement"
      ? `statements.${form.statement.id}`
      : `answers.${form.requirement.id}`;

function findRows(
  rows: readonly SheetRow[],
  forms: ReadonlyMap<string, FormRow>,
  faults: Fault[],
  warnings: Fault[],
): ReadonlyMap<string, FoundRow> {
  const columnsBySheet = new Map<string, SheetColumns>();
  const found = new Map<string, FoundRow>();
  for (const source of rows) {
    const keys = columnsOf(source);
    if (keys !== null) {
      columnsBySheet.set(source.sheet, keys);
      continue;
    }
    const columns = columnsBySheet.get(source.sheet);
    const id = columns && cellAt(source, columns.row);
    if (columns === undefined || id?.kind !== "text") continue;
    const form = forms.get(id.text);
    const place = { sheet: source.sheet, row: source.row };
    if (form === undefined) warnings.push({ code: "row_unknown", place, params: { row: idIn(id.text) } });
    else if (found.has(form.row))
      faults.push({ code: "row_repeated", place, params: { row: idIn(id.text) } });
    else found.set(form.row, { form, source, columns });
  }
  return found;
}

type Readings = Omit<WorkbookReading, "faults" | "warnings">;

function readAnswers(
  content: TenderContent,
  forms: ReadonlyMap<string, FormRow>,
  found: ReadonlyMap<string, FoundRow>,
  faults: Fault[],
): Readings {
  const answers: Record<string, Answer> = {};
  const statements: Partial<Record<StatementId, string>> = {};
  const unitPrices: Record<string, string> = {};
  const blank = {
    requirements: [] as string[],
    statements: [] as StatementId[],
    priceItems: [] as string[],
  };
  const rowsOf = Map.groupBy(forms.values(), (form) => ("requirement" in form ? form.requirement.id : null));
  for (const requirement of content.requirements) {
    const expected = rowsOf.get(requirement.id) ?? [];
    const present = expected.flatMap(({ row }) => found.get(row) ?? []);
    // An option whose row is gone would be answered by nobody: the whole answer stays as it is.
    if (present.length < expected.length || present.length === 0) continue;
    const reading = readRequirement(requirement, present, faults);
    if (reading === "blank") blank.requirements.push(requirement.id);
    else if (reading !== null) answers[requirement.id] = reading;
  }
  const bounds = { min: content.forbidNegativePrices ? "0" : null, max: null, decimals: priceDecimals };
  for (const form of rowsOf.get(null) ?? []) {
    const row = found.get(form.row);
    if (row === undefined) continue;
    if (form.kind === "statement") {
      const { id, type } = form.statement;
      const reading = taken(row, "answer", type === "text" ? readText : yesOrNo, faults);
      if (reading.state === "blank") blank.statements.push(id);
      else if (reading.state === "read") statements[id] = reading.value;
    }
    if (form.kind !== "price") continue;
    const reading = taken(row, "answer", (cell) => readNumber(cell, bounds), faults);
    if (reading.state === "blank") blank.priceItems.push(form.item.id);
    else if (reading.state === "read") unitPrices[form.item.id] = reading.value;
  }
  return { answers, statements, unitPrices, blank };
}

/** Yes or no as a statement holds it. */
function yesOrNo(cell: ReturnType<typeof cellAt>): CellReading<string> {
  const reading = readYesNo(cell);
  return reading.state === "read" ? { state: "read", value: reading.value ? "yes" : "no" } : reading;
}

/** Reads one cell of a row and files its fault with the exact place. */
function taken<T>(
  { source, columns }: FoundRow,
  key: "answer" | "comment",
  parse: (cell: ReturnType<typeof cellAt>) => CellReading<T>,
  faults: Fault[],
): CellReading<T> {
  const column = columns[key];
  if (column === null) return { state: "blank" };
  const reading = parse(cellAt(source, column));
  if (reading.state === "faulty") {
    const place = { sheet: source.sheet, row: source.row, column: columnLetters(column) };
    faults.push({ code: reading.code, place, ...(reading.params && { params: reading.params }) });
  }
  return reading;
}

/** The answer in the rows of one requirement, "blank" when nothing is filled in, null when a cell is faulty. */
function readRequirement(
  { answer }: TenderRequirement,
  rows: readonly FoundRow[],
  faults: Fault[],
): Answer | "blank" | null {
  const [row] = rows;
  if (row === undefined) return null;
  const as = <T>(
    parse: Parameters<typeof taken<T>>[2],
    build: (value: T) => Answer,
  ): Answer | "blank" | null => {
    const reading = taken(row, "answer", parse, faults);
    return reading.state === "read" ? build(reading.value) : reading.state === "blank" ? "blank" : null;
  };
  switch (answer.type) {
    case "yes-no":
      return as(readYesNo, (value) => ({ type: "yes-no", value }));
    case "number":
      return as(
        (cell) => readNumber(cell, answer),
        (value) => ({ type: "number", value }),
      );
    case "text":
      return as(readText, (value) => ({ type: "text", value }));
    case "choice":
      return answer.multiple
        ? readOptions(rows, faults)
        : as(
            (cell) => readChoice(cell, answer),
            (value) => ({ type: "choice", values: [value] }),
          );
    case "file":
      return readFileAnswer(row, faults);
  }
}

function readOptions(rows: readonly FoundRow[], faults: Fault[]): Answer | "blank" | null {
  const readings = rows.map((row) => ({ form: row.form, reading: taken(row, "answer", readYesNo, faults) }));
  if (readings.some(({ reading }) => reading.state === "faulty")) return null;
  if (readings.every(({ reading }) => reading.state === "blank")) return "blank";
  const values = readings.flatMap(({ form, reading }) =>
    form.kind === "option" && reading.state === "read" && reading.value ? [form.option.value] : [],
  );
  return { type: "choice", values };
}

function readFileAnswer(row: FoundRow, faults: Fault[]): Answer | "blank" | null {
  const met = taken(row, "answer", readYesNo, faults);
  const comment = taken(row, "comment", readText, faults);
  if (met.state === "faulty" || comment.state === "faulty") return null;
  if (met.state === "read") {
    return { type: "file", met: met.value, comment: comment.state === "read" ? comment.value : "" };
  }
  if (comment.state === "blank") return "blank";
  const { source, columns } = row;
  const place = { sheet: source.sheet, row: source.row, column: columnLetters(columns.answer) };
  faults.push({ code: "comment_without_answer", place });
  return null;
}
