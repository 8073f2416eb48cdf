import { z } from "zod";

/** What a cell holds, in the words of the child process. Numbers are decimal strings as the program saved them. */
const cellKinds = ["text", "number", "boolean", "formula", "error", "date"] as const;

const sheetRow = z.object({
  sheet: z.string(),
  row: z.int().positive(),
  cells: z.array(z.object({ column: z.int().positive(), kind: z.enum(cellKinds), text: z.string() })),
});

/** A row with something in it. `column` counts from 1. */
export type SheetRow = z.infer<typeof sheetRow>;
export type SheetCell = SheetRow["cells"][number];

/** Lines of the child process: rows, then one that says why it ended. */
export const childLine = z.union([sheetRow, z.object({ end: z.enum(["complete", "too_many_rows"]) })]);

/** Letters of a column from 1: `A`, `Z`, `AA`. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
