import type { Fault } from "#app/domain/fault.ts";
import type { Answer } from "#app/domain/response/response.ts";
import type { StatementId, Statements } from "#app/domain/response/statement.ts";

/**
 * What a returned workbook says, as far as it can be read. What is neither read nor blank was faulty or is not in
 * the workbook, and leaves the current answer as it is.
 */
export interface WorkbookReading {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly statements: Statements;
  /** SEK by price item id, decimal strings. */
  readonly unitPrices: Readonly<Record<string, string>>;
  /** Rows that are there with nothing filled in. */
  readonly blank: {
    readonly requirements: readonly string[];
    readonly statements: readonly StatementId[];
    readonly priceItems: readonly string[];
  };
  /** Cells that could not be taken, each with sheet, row and column. */
  readonly faults: readonly Fault[];
  /** What the vendor should know but nothing was lost by: older version, absent rows, unknown rows. */
  readonly warnings: readonly Fault[];
}
